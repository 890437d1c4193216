package corpus_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
)

func sound(title string) string { return "+++\ntitle = \"" + title + "\"\n+++\n\nTekst.\n" }

func ids(fiches []corpus.Fiche) []string {
	var out []string
	for _, f := range fiches {
		out = append(out, f.ID)
	}
	return out
}

// lines are problems as check prints them, a warning with a tilde before it.
func lines(problems []corpus.Problem) []string {
	var out []string
	for _, p := range problems {
		s := p.Error()
		if p.Warning {
			s = "~" + s
		}
		out = append(out, s)
	}
	return out
}

func expectLines(t *testing.T, want []string, problems []corpus.Problem) {
	t.Helper()
	got := lines(problems)
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || !matches(got[i], want[i]) {
			t.Fatalf("problems (-want +got):\n%s", cmp.Diff(want, got))
		}
	}
}

// TestLoadOfABadFolder is a folder with everything that goes wrong in one.
func TestLoadOfABadFolder(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	write(t, filepath.Join(outside, "geheim.md"), sound("Geheim"))
	write(t, filepath.Join(dir, "goed.md"), sound("Goed"))
	write(t, filepath.Join(dir, "zonder-titel.md"), "+++\nsource = \"https://a.example\"\n+++\n")
	write(t, filepath.Join(dir, "kapot.md"), "+++\ntitle = \"Kapot\nsource = 1\n+++\n")
	write(t, filepath.Join(dir, "sub", "goed.md"), sound("Nog eens"))
	write(t, filepath.Join(dir, "elders.md"), sound("Elders")+"\n## Deze praktijk in\n\n### Temste\n")
	write(t, filepath.Join(dir, "latin1.md"), "+++\ntitle = \"Co\xebrdinatie\"\n+++\n")
	write(t, filepath.Join(dir, "leeg.md"), "")
	write(t, filepath.Join(dir, "README.md"), "Uitleg")
	write(t, filepath.Join(dir, "_klad.md"), "klad")
	write(t, filepath.Join(dir, ".git", "x.md"), "x")
	write(t, filepath.Join(dir, "foto.jpg"), "\xff\xd8")
	write(t, filepath.Join(dir, "groot.md"), "")
	if err := os.Truncate(filepath.Join(dir, "groot.md"), 50<<20); err != nil {
		t.Fatal(err)
	}
	for link, target := range map[string]string{
		"uit.md": filepath.Join(outside, "geheim.md"), "omhoog.md": "../x.md", "nergens.md": "niets.md", "binnen.md": "_klad.md", "map": outside,
	} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Skip(err)
		}
	}
	folder, err := corpus.Dir(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	loaded, err := corpus.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"elders", "goed"}, ids(loaded.Fiches)); diff != "" {
		t.Errorf("fiches (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"binnen", "groot", "kapot", "latin1", "leeg", "nergens", "omhoog", "uit", "zonder-titel"}, loaded.LeftOut); diff != "" {
		t.Errorf("left out (-want +got):\n%s", diff)
	}
	expectLines(t, []string{
		"binnen.md:1: titel: titel ontbreekt",
		"~elders.md:9: gemeente: \"Temste\" …bedoelde je Temse?",
		"groot.md: bestand: dit bestand is te groot (50.0 MB",
		"kapot.md:2: blok bovenaan: het aanhalingsteken aan het einde ontbreekt",
		"latin1.md:2: bestand: …bewaar het bestand als UTF-8",
		"leeg.md: bestand: dit bestand is leeg",
		"nergens.md: bestand: deze koppeling (symbolic link) leidt nergens heen",
		"omhoog.md: bestand: dit is een koppeling (symbolic link) naar buiten de map",
		"sub/goed.md: bestandsnaam: er is al een fiche met deze naam (goed.md)",
		"uit.md: bestand: dit is een koppeling (symbolic link) naar buiten de map",
		"zonder-titel.md:1: titel: titel ontbreekt",
	}, loaded.Problems)
}

func TestLoadFindsDuplicatesAndImages(t *testing.T) {
	text := "+++\ntitle = \"Zelfde\"\nsource = \"https://a.example\"\n\n[image]\nfile = \"a.jpg\"\n+++\n"
	loaded, err := corpus.Load(fstest.MapFS{
		"een.md": {Data: []byte(text)}, "sub/twee.md": {Data: []byte(text)}, "sub/a.jpg": {Data: []byte("x")},
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"een", "twee"}, ids(loaded.Fiches)); diff != "" {
		t.Errorf("fiches (-want +got):\n%s", diff)
	}
	expectLines(t, []string{
		`~een.md:6: afbeelding: het bestand "a.jpg" staat niet in de map`,
		"~sub/twee.md:2: titel: deze titel staat ook in een.md",
		"~sub/twee.md:3: bron: deze bron staat ook in een.md",
	}, loaded.Problems)
}

// A link to a named pipe is told, and nothing waits for who writes.
func TestLoadOpensNoPipe(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(dir, "pijp.md"), 0o644); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink("pijp.md", filepath.Join(dir, "naar-pijp.md")); err != nil {
		t.Skip(err)
	}
	loaded, err := corpus.NewDirLoader(dir, corpus.DefaultVocabulary()).Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	expectLines(t, []string{"naar-pijp.md: bestand: dit is geen gewoon bestand"}, loaded.Problems)
}

func TestLoadNeedsItsFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "weg")
	if _, err := corpus.Dir(dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("Dir of nothing: %v", err)
	}
	if _, err := corpus.NewDirLoader(dir, corpus.DefaultVocabulary()).Load(t.Context()); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("Load of nothing: %v", err)
	}
	if _, err := corpus.Load(os.DirFS(dir)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("Load of an absent root: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := corpus.NewLoader(fstest.MapFS{"a.md": {}}).Load(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("Load after the end: %v", err)
	}
}

func TestLoaderSeesWhatChanged(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.md")
	old, future := time.Now().Add(-time.Hour), time.Now().Add(time.Hour)
	save := func(title string, at time.Time) {
		write(t, file, sound(title))
		if err := os.Chtimes(file, at, at); err != nil {
			t.Fatal(err)
		}
	}
	loader := corpus.NewDirLoader(dir, corpus.DefaultVocabulary())
	for _, c := range []struct {
		name, title, want string
		at                time.Time
	}{
		{"first", "Een", "Een", old},
		{"same time and size is the same file", "Nul", "Een", old},
		{"another time", "Twee", "Twee", old.Add(time.Second)},
		{"another size", "Vier!", "Vier!", old.Add(time.Second)},
		{"a fresh file", "Vijf!", "Vijf!", time.Now()},
		{"a change within the clock's step", "Zes!!", "Zes!!", time.Now()},
		{"saved after the clock was set back", "Acht!", "Acht!", old.Add(-time.Hour)},
		{"saved before the clock is set back", "Negen", "Negen", future},
		{"saved once more at that time", "Tien!", "Tien!", future},
	} {
		save(c.title, c.at)
		loaded, err := loader.Load(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if len(loaded.Fiches) != 1 || loaded.Fiches[0].Title != c.want {
			t.Errorf("%s: %+v, want title %s", c.name, loaded.Fiches, c.want)
		}
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if loaded, err := loader.Load(t.Context()); err != nil || len(loaded.Fiches)+len(loaded.LeftOut) != 0 {
		t.Errorf("after removing: %+v, %v", loaded, err)
	}
}

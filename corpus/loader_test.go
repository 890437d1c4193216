package corpus_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
)

// A locked file system refuses to open what begins with its prefix.
type locked struct {
	fstest.MapFS
	prefix *string
}

func (l locked) refuses(name string) bool {
	return *l.prefix != "" && strings.HasPrefix(name, *l.prefix)
}

func (l locked) Open(name string) (fs.File, error) {
	if l.refuses(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.Open(name)
}

func (l locked) ReadDir(name string) ([]fs.DirEntry, error) {
	if l.refuses(name) {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.ReadDir(name)
}

// Stat goes by Open, so that the lock holds for it as well.
func (l locked) Stat(name string) (fs.FileInfo, error) {
	if l.refuses(name) {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.Stat(name)
}

// TestLoaderKeepsTrackOfLockedFolders: whoever keeps old versions must know
// which fiches are there but out of reach.
func TestLoaderKeepsTrackOfLockedFolders(t *testing.T) {
	prefix := ""
	fsys := locked{fstest.MapFS{
		"a.md": {Data: []byte(sound("A"))}, "sub/b.md": {Data: []byte(sound("B"))}, "sub/c.md": {Data: []byte(sound("C"))},
	}, &prefix}
	loader := corpus.NewLoader(fsys)
	for _, c := range []struct {
		locked          string
		sound, out, say []string
	}{
		{"", []string{"a", "b", "c"}, nil, nil},
		{"sub", []string{"a"}, []string{"b", "c"}, []string{"sub: map: deze map is niet te lezen (geen leesrechten)"}},
		{"sub", []string{"a"}, []string{"b", "c"}, []string{"sub: map: "}},
		{"", []string{"a", "b", "c"}, nil, nil},
	} {
		prefix = c.locked
		loaded, err := loader.Load(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.sound, ids(loaded.Fiches)); diff != "" {
			t.Errorf("locked %q: fiches (-want +got):\n%s", c.locked, diff)
		}
		if diff := cmp.Diff(c.out, list(loaded.LeftOut)); diff != "" {
			t.Errorf("locked %q: left out (-want +got):\n%s", c.locked, diff)
		}
		expectLines(t, c.say, loaded.Problems)
	}
}

func TestLoadTellsOfALockedFile(t *testing.T) {
	prefix := "sub/c"
	loaded, err := corpus.Load(locked{fstest.MapFS{"a.md": {Data: []byte(sound("A"))}, "sub/c.md": {Data: []byte(sound("C"))}}, &prefix})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"c"}, loaded.LeftOut); diff != "" {
		t.Errorf("left out (-want +got):\n%s", diff)
	}
	expectLines(t, []string{"sub/c.md: bestand: dit bestand is niet te lezen (geen leesrechten)"}, loaded.Problems)
}

func list(s []string) []string {
	if len(s) == 0 {
		return nil
	}
	return s
}

func BenchmarkParse(b *testing.B) {
	data := corpus.Format(full())
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		corpus.Parse("samen-koken.md", data)
	}
}

func BenchmarkFormat(b *testing.B) {
	f := full()
	b.ReportAllocs()
	for b.Loop() {
		corpus.Format(f)
	}
}

// BenchmarkReload loads 10,000 fiches on disk of which none changed.
func BenchmarkReload(b *testing.B) {
	dir := b.TempDir()
	f := full()
	for i := range 10_000 {
		f.Title = fmt.Sprint("Fiche ", i)
		f.Source = fmt.Sprint("https://a.example/", i)
		writeOld(b, fmt.Sprintf("%s/%d/fiche-%d.md", dir, i/500, i), string(corpus.Format(f)))
	}
	loader := corpus.NewDirLoader(dir, corpus.DefaultVocabulary())
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			if _, err := corpus.NewDirLoader(dir, corpus.DefaultVocabulary()).Load(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
	if _, err := loader.Load(b.Context()); err != nil {
		b.Fatal(err)
	}
	b.Run("unchanged", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := loader.Load(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
}

package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/cmd/praktijkzoeker/internal/backup"
)

func TestCompressionOf(t *testing.T) {
	for name, want := range map[string]backup.Compression{"a.tar.zst": backup.Zstd, "a.tar.gz": backup.Gzip, "b/a.tgz": backup.Gzip} {
		if got, err := compressionOf(name); got != want || err != nil {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
	for _, name := range []string{"", "a", "a.tar", "a.zst", "a.zip", "a.tar.zst.part"} {
		if _, err := compressionOf(name); err == nil {
			t.Errorf("%q is taken for a backup", name)
		}
	}
}

// Everything that the settings name is kept, but for what can be made again and
// for what is secret.
func TestBackupSources(t *testing.T) {
	c := Default()
	c.Corpus.Dir, c.Index.Data, c.Index.Synonyms, c.Theme.Logo = "fiches", "data", "lijst", "map/Logo.PNG"
	c.Read.File = "zoeker.toml"
	want := []backup.Source{
		{Name: "fiches", Path: "fiches"}, {Name: "synoniemen.txt", Path: "lijst"}, {Name: "logo.png", Path: "map/Logo.PNG"}, {Name: "config.toml", Path: "zoeker.toml"},
	}
	if diff := cmp.Diff(want, backupSources(c, nil)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	c = Default()
	c.Corpus.Dir = "fiches"
	if diff := cmp.Diff(want[:1], backupSources(c, nil)); diff != "" {
		t.Errorf("without anything else (-want +got):\n%s", diff)
	}
}

// A backup that fails leaves the one of before, and nothing beside it.
func TestBackupThatFailsChangesNothing(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "b.tgz")
	if err := os.WriteFile(name, []byte("yesterday"), 0o600); err != nil {
		t.Fatal(err)
	}
	c := Default()
	c.Corpus.Dir = filepath.Join(dir, "gone")
	if _, err := makeBackup(t.Context(), &terminal{err: new(strings.Builder)}, c, name, backup.Gzip, true); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
	data, err := os.ReadFile(name)
	if err != nil || string(data) != "yesterday" {
		t.Errorf("the backup of before holds %q, %v", data, err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

func TestBackupErrorsAreDutch(t *testing.T) {
	for err, says := range map[error]string{
		backup.ErrChanging: "veranderen", backup.ErrDamaged: "beschadigd", backup.ErrUnsafe: "hoort niet", backup.ErrNotEmpty: "niet leeg",
		errExists: "vervang het met -force",
	} {
		got := backupError("x.tgz", err)
		expectAll(t, got.Error(), "x.tgz: ", says)
		if !errors.Is(got, err) {
			t.Errorf("%v is lost in %v", err, got)
		}
	}
	if other := errors.New("other"); backupError("x", other) != other {
		t.Error("another error changes")
	}
}

package backup_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/cmd/praktijkzoeker/internal/backup"
)

// files makes a folder with these files, and returns it.
func files(t *testing.T, contents map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range contents {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// contents reads a folder back.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		all[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

var some = map[string]string{"a.md": "Zwemles", "b.md": "", "map/c.md": "Buurtfeest", "foto é.jpg": "\x00\xff"}

// archive writes a backup of some files and a list.
func archive(t *testing.T, how backup.Compression) []byte {
	t.Helper()
	dir := files(t, some)
	list := filepath.Join(files(t, map[string]string{"x": "a, b\n"}), "x")
	var b bytes.Buffer
	if _, err := backup.Write(t.Context(), &b, how, "test", backup.Source{Name: "fiches", Path: dir}, backup.Source{Name: "lijst.txt", Path: list}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestRoundTrip(t *testing.T) {
	want := map[string]string{"lijst.txt": "a, b\n"}
	for name, content := range some {
		want["fiches/"+name] = content
	}
	for name, how := range map[string]backup.Compression{"zstd": backup.Zstd, "gzip": backup.Gzip} {
		t.Run(name, func(t *testing.T) {
			data := archive(t, how)
			dir := filepath.Join(t.TempDir(), "new", "folder")
			m, err := backup.Extract(t.Context(), bytes.NewReader(data), dir)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, contents(t, dir)); diff != "" {
				t.Errorf("restored (-want +got):\n%s", diff)
			}
			if len(m.Files) != len(want) || m.Program != "test" || m.Bytes() != 24 || time.Since(m.Made) > time.Minute {
				t.Errorf("manifest %+v, %d bytes", m, m.Bytes())
			}
			for _, f := range m.Files {
				info, err := os.Stat(filepath.Join(dir, filepath.FromSlash(f.Name)))
				if err != nil || !info.ModTime().Equal(f.Modified) || info.Mode().Perm()&0o133 != 0 {
					t.Errorf("%s: %v, %v; want the time %v and no more rights than to read", f.Name, info, err, f.Modified)
				}
			}
		})
	}
}

// What is hidden stays out, and a link is told.
func TestWhatAFolderGives(t *testing.T) {
	dir := files(t, map[string]string{"a.md": "A", ".git/config": "x", ".verborgen": "x", "_klad.md": "B"})
	if err := os.Symlink("/etc/passwd", filepath.Join(dir, "link.md")); err != nil {
		t.Fatal(err)
	}
	skipped := map[string]bool{}
	m, err := backup.Write(t.Context(), new(bytes.Buffer), backup.Gzip, "", backup.Source{Name: "f", Path: dir, Skipped: func(n string) { skipped[n] = true }})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range m.Files {
		names = append(names, f.Name)
	}
	if diff := cmp.Diff([]string{"f/_klad.md", "f/a.md"}, names); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]bool{"link.md": true}, skipped); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
}

// A writer that does something before a write.
type meddling func()

func (m meddling) Write(b []byte) (int, error) { m(); return len(b), nil }

func TestFilesThatChangeMeanwhile(t *testing.T) {
	for name, meddle := range map[string]func(dir string) error{
		"written": func(dir string) error { return os.WriteFile(filepath.Join(dir, "a.md"), []byte("anders"), 0o644) },
		"touched": func(dir string) error {
			return os.Chtimes(filepath.Join(dir, "b.md"), time.Time{}, time.Now().Add(time.Hour))
		},
		"removed": func(dir string) error { return os.RemoveAll(filepath.Join(dir, "map")) },
		"added":   func(dir string) error { return os.WriteFile(filepath.Join(dir, "new.md"), nil, 0o644) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := files(t, some)
			done := false
			w := meddling(func() {
				if !done {
					if err := meddle(dir); err != nil {
						t.Error(err)
					}
					done = true
				}
			})
			// The header of gzip is written before the second file is read.
			if _, err := backup.Write(t.Context(), w, backup.Gzip, "", backup.Source{Name: "f", Path: dir}); !errors.Is(err, backup.ErrChanging) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestSourcesThatCannotBeKept(t *testing.T) {
	large := filepath.Join(files(t, map[string]string{"large.jpg": ""}), "large.jpg")
	if err := os.Truncate(large, 64<<20+1); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		path string
		want error
	}{
		"too large":             {large, backup.ErrUnsafe},
		"a folder with it":      {filepath.Dir(large), backup.ErrUnsafe},
		"a name with backslash": {files(t, map[string]string{`a\b.md`: ""}), backup.ErrUnsafe},
		"nothing":               {filepath.Join(t.TempDir(), "weg"), fs.ErrNotExist},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := backup.Write(t.Context(), new(bytes.Buffer), backup.Gzip, "", backup.Source{Name: "f", Path: test.path}); !errors.Is(err, test.want) {
				t.Errorf("got %v, want %v", err, test.want)
			}
		})
	}
}

package bleveindex

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"praktijkzoeker/index"
)

// damages are what can happen to a file.
var damages = map[string]func(t *testing.T, path string){
	"removed": func(t *testing.T, path string) { must(t, os.Remove(path)) },
	"emptied": func(t *testing.T, path string) { must(t, os.Truncate(path, 0)) },
	"cut in the middle": func(t *testing.T, path string) {
		info, err := os.Stat(path)
		must(t, err)
		must(t, os.Truncate(path, info.Size()/2))
	},
	"a byte shorter": func(t *testing.T, path string) {
		info, err := os.Stat(path)
		must(t, err)
		must(t, os.Truncate(path, max(info.Size()-1, 0)))
	},
	"a byte longer":      func(t *testing.T, path string) { editFile(t, path, func(b []byte) []byte { return append(b, 0) }) },
	"bit 0 of the start": func(t *testing.T, path string) { flip(t, path, 0) },
	"a bit at a quarter": func(t *testing.T, path string) { flip(t, path, 0.25) },
	"a bit halfway":      func(t *testing.T, path string) { flip(t, path, 0.5) },
	"a bit near the end": func(t *testing.T, path string) { flip(t, path, 0.99) },
	"zeroes at the start": func(t *testing.T, path string) {
		editFile(t, path, func(b []byte) []byte { clear(b[:min(len(b), 4096)]); return b })
	},
	"noise": func(t *testing.T, path string) {
		r := rand.New(rand.NewPCG(6, 1))
		editFile(t, path, func(b []byte) []byte {
			for i := range b {
				b[i] = byte(r.Uint32())
			}
			return b
		})
	},
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func editFile(t *testing.T, path string, change func([]byte) []byte) {
	t.Helper()
	data, err := os.ReadFile(path)
	must(t, err)
	must(t, os.WriteFile(path, change(data), 0o644))
}

// flip turns the lowest bit of the byte at a place between 0 and 1.
func flip(t *testing.T, path string, place float64) {
	t.Helper()
	editFile(t, path, func(b []byte) []byte {
		if len(b) > 0 {
			b[int(place*float64(len(b)))] ^= 1
		}
		return b
	})
}

// copyTree copies a folder of files, as a copy of a disk does.
func copyTree(t *testing.T, from, to string) {
	t.Helper()
	must(t, os.CopyFS(to, os.DirFS(from)))
}

// generations returns an index folder that was closed, and one as a process that
// was killed leaves it; both hold several segments with deleted documents.
func generations(t *testing.T) (closed, killed string) {
	t.Helper()
	closed, killed = t.TempDir(), t.TempDir()
	for _, dir := range []string{closed, killed} {
		x := openOnce(t, dir)
		for v := range 3 {
			fs := versionOf(2, 60)
			for i := range 20 * v {
				fs[i].Description = fmt.Sprintf("Samen werken, stap %d.", v)
			}
			replaceWith(t, x, fs...)
		}
		replaceWith(t, x, versionOf(2, 50)...)
		if dir == killed {
			must(t, x.store.stop()) // writes nothing
		}
		must(t, x.Close())
		_, err := os.Stat(filepath.Join(generationDir(dir, 1), manifestFile))
		if errors.Is(err, fs.ErrNotExist) != (dir == killed) {
			t.Fatal("the manifest of a closed or an open generation:", err)
		}
	}
	return closed, killed
}

// TestEveryFileDamaged damages each file of an index folder in each way. What is
// served at the start is the right contents or none; after one Replace it is the
// right contents, now and after a restart.
func TestEveryFileDamaged(t *testing.T) {
	closed, killed := generations(t)
	for folder, pristine := range map[string]string{"closed": closed, "killed": killed} {
		var files []string
		must(t, filepath.WalkDir(pristine, func(path string, d fs.DirEntry, err error) error {
			if err == nil && d.Type().IsRegular() {
				files = append(files, path[len(pristine)+1:])
			}
			return err
		}))
		if len(files) < 4 {
			t.Fatalf("only %v", files)
		}
		for _, file := range files {
			for name, damage := range damages {
				t.Run(fmt.Sprintf("%s/%s/%s", folder, file, name), func(t *testing.T) {
					t.Parallel()
					dir := t.TempDir()
					copyTree(t, pristine, dir)
					damage(t, filepath.Join(dir, file))
					mendedByOneReplace(t, dir)
				})
			}
		}
	}
}

func mendedByOneReplace(t *testing.T, dir string) {
	t.Helper()
	var log bytes.Buffer
	x, err := Open(dir, Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
	must(t, err)
	if _, err := x.Search(t.Context(), index.Query{}); err == nil {
		served(t, x, 2, 50)
	} else if !errors.Is(err, index.ErrNotReady) {
		t.Errorf("a damaged index answers with %v", err)
	}
	replaceWith(t, x, versionOf(3, 45)...)
	served(t, x, 3, 45)
	must(t, x.Close())
	if lines := strings.Count(log.String(), "\n"); lines > 1 {
		t.Errorf("damage is told in %d lines:\n%s", lines, log.String())
	}
	log.Reset()
	x, err = Open(dir, Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
	must(t, err)
	if log.Len() > 0 {
		t.Error("after the rebuild:", log.String())
	}
	served(t, x, 3, 45)
	must(t, x.Close())
}

// TestManyFlippedBits turns one bit anywhere in what a killed process leaves:
// there is no manifest then that would tell.
func TestManyFlippedBits(t *testing.T) {
	_, killed := generations(t)
	r := rand.New(rand.NewPCG(6, 2))
	flips := 60
	if testing.Short() {
		flips = 15
	}
	segments, err := filepath.Glob(filepath.Join(generationDir(killed, 1), "*"))
	must(t, err)
	for range flips {
		file, place := filepath.Base(segments[r.IntN(len(segments))]), r.Float64()
		t.Run(fmt.Sprintf("%s at %.4f", file, place), func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			copyTree(t, killed, dir)
			flip(t, filepath.Join(generationDir(dir, 1), file), place)
			mendedByOneReplace(t, dir)
		})
	}
}

// A damaged index is kept to be looked at, but never more than one.
func TestOneDamagedIndexIsKept(t *testing.T) {
	dir := t.TempDir()
	for range 3 {
		x := openOnce(t, dir)
		replaceWith(t, x, versionOf(1, 5)...)
		must(t, x.Close())
		n, err := currentGeneration(dir)
		must(t, err)
		flip(t, filepath.Join(generationDir(dir, n), rootFile), 0.3)
	}
	must(t, openOnce(t, dir).Close())
	entries, err := os.ReadDir(dir)
	must(t, err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if want := []string{currentFile, lockFile, damagedPrefix + "000003"}; !slices.Equal(names, want) {
		t.Errorf("the folder holds %v, want %v", names, want)
	}
}

func openOnce(t *testing.T, dir string) *Index {
	t.Helper()
	x, err := Open(dir, Options{})
	must(t, err)
	return x
}

// Files that cannot be opened now are no damage: nothing is set aside.
func TestUnreadableIsNotDamaged(t *testing.T) {
	dir := t.TempDir()
	x := openOnce(t, dir)
	replaceWith(t, x, versionOf(1, 5)...)
	must(t, x.Close())
	root := filepath.Join(generationDir(dir, 1), rootFile)
	// A link to itself fails to open for root as well.
	must(t, os.Rename(root, root+".away"))
	if err := os.Symlink(root, root); err != nil {
		t.Skip("this system has no symbolic links:", err)
	}
	if _, err := Open(dir, Options{}); err == nil || errors.Is(err, errDamaged) {
		t.Errorf("Open returned %v, want an error that is no damage", err)
	}
	must(t, os.Remove(root))
	must(t, os.Rename(root+".away", root))
	x = openOnce(t, dir)
	served(t, x, 1, 5)
	must(t, x.Close())
}

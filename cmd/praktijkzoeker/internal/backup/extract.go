package backup

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// ErrNotEmpty: the folder to restore to holds something.
var ErrNotEmpty = errors.New("folder is not empty")

// Extract takes the files of an archive out into a folder, which it makes if
// need be, and which must be empty: ErrNotEmpty. Everything is checked before
// any file gets its name; after an error the folder is as it was. Other errors
// are ErrDamaged, ErrUnsafe and those of the system.
func Extract(ctx context.Context, r io.Reader, dir string) (_ Manifest, err error) {
	made, err := emptyFolder(dir)
	if err != nil {
		return Manifest{}, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Manifest{}, err
	}
	defer root.Close()
	aside := ".restore-" + rand.Text()
	temporary := []string{aside} // goes in the end; after an error, all
	defer func() {
		for _, name := range temporary {
			err = errors.Join(err, root.RemoveAll(name))
		}
		if err != nil && made {
			err = errors.Join(err, os.Remove(dir))
		}
	}()
	if err := root.Mkdir(aside, 0o755); err != nil {
		return Manifest{}, err
	}
	below, err := root.OpenRoot(aside)
	if err != nil {
		return Manifest{}, err
	}
	defer below.Close()
	m, err := read(ctx, r, func(name string, modified time.Time) (io.WriteCloser, error) { return create(below, name, modified) })
	if err != nil {
		return m, err
	}
	entries, err := fs.ReadDir(below.FS(), ".")
	if err != nil {
		return m, err
	}
	for _, e := range entries {
		temporary = append(temporary, e.Name())
		if err := root.Rename(filepath.Join(aside, e.Name()), e.Name()); err != nil {
			return m, err
		}
	}
	if err := SyncFolder(dir); err != nil {
		return m, err
	}
	temporary = temporary[:1]
	return m, nil
}

// emptyFolder makes a folder, unless it is there and empty.
func emptyFolder(dir string) (made bool, err error) {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return true, os.MkdirAll(dir, 0o755)
	case err == nil && len(entries) > 0:
		return false, fmt.Errorf("%s: %w", dir, ErrNotEmpty)
	}
	return false, err
}

// A created file is synced when it is closed, and gets its time.
type created struct {
	*os.File
	root     *os.Root
	name     string
	modified time.Time
}

func create(root *os.Root, name string, modified time.Time) (io.WriteCloser, error) {
	name = filepath.FromSlash(name)
	if err := root.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return nil, err
	}
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return nil, fmt.Errorf("%w: %s is there twice", ErrUnsafe, name)
	}
	if err != nil {
		return nil, err
	}
	return &created{f, root, name, modified}, nil
}

func (c *created) Close() error {
	return errors.Join(c.Sync(), c.File.Close(), c.root.Chtimes(c.name, time.Time{}, c.modified))
}

// SyncFolder makes the names in a folder durable, where the system can.
func SyncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	_ = d.Sync() // not every file system can
	return d.Close()
}

package backup

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A Source is a file or folder to back up.
type Source struct {
	Name string // in the archive
	Path string // on disk; of a folder everything is kept but what is hidden by a dot
	// Skipped is told of what a folder holds and an archive cannot: links,
	// devices. Nil: nobody is.
	Skipped func(name string)
}

// A found file is one to put into an archive.
type found struct {
	name     string // in the archive
	at       string // below the folder of the source; empty: the source is the file
	size     int64
	modified time.Time
}

// list returns the files in the order of their names.
func (s Source) list() ([]found, error) {
	info, err := os.Stat(s.Path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		if !info.Mode().IsRegular() {
			return nil, fmt.Errorf("%s is no regular file", s.Path)
		}
		return []found{{name: s.Name, size: info.Size(), modified: info.ModTime()}}, nil
	}
	root, err := os.OpenRoot(s.Path)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	var all []found
	err = fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist) && name != ".":
			return ErrChanging // was there a moment ago
		case err != nil:
			return err
		case name != "." && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		case !d.Type().IsRegular():
			if s.Skipped != nil {
				s.Skipped(name)
			}
			return nil
		}
		info, err := d.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return ErrChanging
		}
		if err != nil {
			return err
		}
		all = append(all, found{path.Join(s.Name, name), name, info.Size(), info.ModTime()})
		return nil
	})
	return all, err
}

// read returns the contents of a file, which must be as it was listed.
func (s Source) read(f found) ([]byte, error) {
	file, err := s.open(f)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrChanging
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, f.size+1))
	if err == nil && int64(len(data)) != f.size {
		return nil, ErrChanging
	}
	return data, err
}

func (s Source) open(f found) (*os.File, error) {
	if f.at == "" {
		return os.Open(s.Path)
	}
	return os.OpenInRoot(s.Path, filepath.FromSlash(f.at))
}

// same says whether two lists are of the same files, none of which was written
// in between.
func same(a, b []found) bool {
	return slices.EqualFunc(a, b, func(x, y found) bool {
		return x.name == y.name && x.size == y.size && x.modified.Equal(y.modified)
	})
}

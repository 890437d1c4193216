package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// written says what writeNew did.
type written int

const (
	wroteNew written = iota
	wroteOver
	wroteNothing // the file already had these contents
)

// String says in Dutch what was done.
func (w written) String() string {
	return [...]string{wroteNew: "gemaakt", wroteOver: "overschreven", wroteNothing: "was al zo"}[w]
}

// writeNew puts data into a file as a whole: a reader sees the old file or the
// new one, never a part. A file that exists with other contents stays as it
// is, and the error is fs.ErrExist, unless force is set.
func writeNew(name string, data []byte, force bool) (written, error) {
	did := wroteNew
	if info, err := os.Lstat(name); err == nil {
		if !info.Mode().IsRegular() {
			return 0, fmt.Errorf("%s bestaat en is geen gewoon bestand", name)
		}
		old, err := os.ReadFile(name)
		if err != nil {
			return 0, err
		}
		if bytes.Equal(old, data) {
			return wroteNothing, nil
		}
		if !force {
			return 0, &fs.PathError{Op: "write", Path: name, Err: fs.ErrExist}
		}
		did = wroteOver
	} else if !errors.Is(err, fs.ErrNotExist) {
		return 0, err
	}

	// A name that no loader takes for a fiche.
	temp, err := os.CreateTemp(filepath.Dir(name), ".praktijkzoeker-*.tmp")
	if err != nil {
		return 0, err
	}
	defer os.Remove(temp.Name()) // fails after the rename, as it should
	_, err = temp.Write(data)
	if err == nil {
		err = temp.Chmod(0o644)
	}
	if err == nil {
		err = temp.Sync()
	}
	if err := errors.Join(err, temp.Close()); err != nil {
		return 0, err
	}
	return did, os.Rename(temp.Name(), name)
}

package bleveindex

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// writeDurably makes a file with this content, or leaves what was there. After an
// error the old file is there; once the new one bears its name there is none, also
// where the folder cannot be synced.
func writeDurably(path string, data []byte) error {
	tmp := path + ".new"
	f, err := os.Create(tmp)
	if err != nil {
		return fmt.Errorf("write index file: %w", err)
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(tmp, path)
	}
	if err != nil {
		_ = os.Remove(tmp) // there is an error to tell already
		return fmt.Errorf("write index file: %w", err)
	}
	_ = syncDir(filepath.Dir(path))
	return nil
}

// syncDir makes the names in a folder durable.
func syncDir(dir string) error {
	if runtime.GOOS == "windows" { // folders cannot be synced there
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("sync index folder: %w", err)
	}
	if err := errors.Join(d.Sync(), d.Close()); err != nil {
		return fmt.Errorf("sync index folder: %w", err)
	}
	return nil
}

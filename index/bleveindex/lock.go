package bleveindex

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// A folderLock keeps other processes out of an index folder: the system holds
// it on an empty file, and lets go of it when the process ends, however it does.
type folderLock struct{ file *os.File }

const lockFile = "LOCK"

// lockFolder locks dir, or fails with ErrInUse. It never waits.
func lockFolder(dir string) (*folderLock, error) {
	f, err := os.OpenFile(filepath.Join(dir, lockFile), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, fmt.Errorf("lock index folder: %w", err)
	}
	if err := lock(f); err != nil {
		return nil, errors.Join(fmt.Errorf("open index %s: %w", dir, err), f.Close())
	}
	return &folderLock{f}, nil
}

// unlock frees the folder.
func (l *folderLock) unlock() error { return l.file.Close() }

package bleveindex

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// A folderLock keeps other processes out of an index folder. It is the lock of
// a bbolt file, which bleve brings along and which works on every system.
type folderLock struct{ db *bbolt.DB }

const lockFile = "LOCK"

// lockFolder locks dir, or fails with ErrInUse.
func lockFolder(dir string) (*folderLock, error) {
	db, err := bbolt.Open(filepath.Join(dir, lockFile), 0o644, &bbolt.Options{Timeout: 100 * time.Millisecond, NoSync: true})
	switch {
	case errors.Is(err, bolterrors.ErrTimeout):
		return nil, fmt.Errorf("open index %s: %w", dir, ErrInUse)
	case err != nil && !os.IsPermission(err):
		// The file holds nothing: a damaged one is made anew.
		if rmErr := os.Remove(filepath.Join(dir, lockFile)); rmErr == nil {
			db, err = bbolt.Open(filepath.Join(dir, lockFile), 0o644, &bbolt.Options{Timeout: 100 * time.Millisecond})
		}
		if err != nil {
			return nil, fmt.Errorf("lock index folder %s: %w", dir, err)
		}
	case err != nil:
		return nil, fmt.Errorf("lock index folder %s: %w", dir, err)
	}
	return &folderLock{db}, nil
}

// unlock frees the folder.
func (l *folderLock) unlock() error { return l.db.Close() }

package bleveindex

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/blevesearch/bleve/v2/util"
	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// boltTimeout is how long to wait for a root.bolt that somebody has open.
const boltTimeout = time.Second

// verifyGeneration decides whether scorch may open a generation, before it does:
// it deletes every segment of one without root.bolt, falls back to an older
// snapshot when the newest cannot be read, and compares no checksum. The error
// is errDamaged, or errOtherVersion, or says why the files cannot be read now.
func verifyGeneration(dir string) error {
	info, err := os.Stat(filepath.Join(dir, rootFile))
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == 0:
		return fmt.Errorf("%w: %s is gone", errDamaged, rootFile)
	case err != nil:
		return fmt.Errorf("check index: %w", err)
	}
	m, err := readManifest(dir)
	if err != nil {
		return err
	}
	if m != nil {
		if m.Format != formatID() {
			return errOtherVersion
		}
		return m.verify(dir)
	}
	names, err := newestSegments(filepath.Join(dir, rootFile))
	if err != nil {
		return err
	}
	for _, name := range names {
		if _, err := readSum(filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	return nil
}

// newestSegments returns the names of the segments of the newest snapshot in a
// root.bolt. It reads them as scorch does (persister.go, loadFromBolt).
func newestSegments(path string) (names []string, err error) {
	err = guarded(func() (err error) {
		db, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true, Timeout: boltTimeout})
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, db.Close()) }()
		return db.View(func(tx *bbolt.Tx) error {
			snapshots := tx.Bucket(util.BoltSnapshotsBucket)
			if snapshots == nil {
				return errors.New("no snapshots")
			}
			newest, _ := snapshots.Cursor().Last()
			if newest == nil || snapshots.Bucket(newest) == nil {
				return errors.New("no snapshot")
			}
			snapshot := snapshots.Bucket(newest)
			return snapshot.ForEachBucket(func(key []byte) error {
				if key[0] == util.BoltInternalKey[0] || key[0] == util.BoltMetaDataKey[0] {
					return nil
				}
				name := string(snapshot.Bucket(key).Get(util.BoltPathKey))
				if name == "" || name != filepath.Base(name) {
					return errors.New("a segment without file")
				}
				names = append(names, name)
				return nil
			})
		})
	})
	var system *fs.PathError
	switch {
	case errors.Is(err, bolterrors.ErrTimeout):
		return nil, fmt.Errorf("open %s: %w", path, ErrInUse)
	case errors.As(err, &system):
		return nil, fmt.Errorf("check index: %w", err)
	case err != nil:
		return nil, fmt.Errorf("%w: %s: %w", errDamaged, rootFile, err)
	}
	return names, nil
}

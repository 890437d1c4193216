package bleveindex

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2/index/scorch"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// On disk an index is a folder with one generation, a scorch index of its own,
// and the name of that generation:
//
//	CURRENT            "generation-000007"
//	generation-000007/ root.bolt, *.zap, view (see saved.go)
//
// A rebuild writes the next generation beside the current one and then renames
// a new CURRENT into place, so that a crash leaves either the old or the new.
// Generations that CURRENT does not name are leftovers.
const (
	currentFile      = "CURRENT"
	generationPrefix = "generation-"
)

// errDamaged means that a generation cannot be used and must be rebuilt.
var errDamaged = errors.New("index damaged")

// currentGeneration returns the number in CURRENT; 0 if there is none.
func currentGeneration(dir string) (int, error) {
	data, err := os.ReadFile(filepath.Join(dir, currentFile))
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, fmt.Errorf("read current generation: %w", err)
	}
	n, err := strconv.Atoi(strings.TrimPrefix(strings.TrimSpace(string(data)), generationPrefix))
	if err != nil || n < 1 {
		return 0, nil // unreadable: as if there were none
	}
	return n, nil
}

func generationDir(dir string, n int) string {
	return filepath.Join(dir, fmt.Sprintf("%s%06d", generationPrefix, n))
}

// generationOf returns the number of the generation in a folder; 0 for the
// empty name of memory.
func generationOf(dir string) int {
	n, _ := strconv.Atoi(strings.TrimPrefix(filepath.Base(dir), generationPrefix))
	return n
}

// publishGeneration makes generation n the current one, durably.
func publishGeneration(dir string, n int) error {
	tmp := filepath.Join(dir, currentFile+".new")
	f, err := os.Create(tmp)
	if err != nil {
		return fmt.Errorf("publish generation: %w", err)
	}
	_, err = fmt.Fprintf(f, "%s%06d\n", generationPrefix, n)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("publish generation: %w", err)
	}
	if err := os.Rename(tmp, filepath.Join(dir, currentFile)); err != nil {
		return fmt.Errorf("publish generation: %w", err)
	}
	if d, err := os.Open(dir); err == nil { // a folder cannot be synced everywhere
		_ = d.Sync()
		_ = d.Close()
	}
	return nil
}

// dropGenerations removes every generation but keep.
func dropGenerations(dir string, keep int) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("list generations: %w", err)
	}
	for _, e := range entries {
		if e.IsDir() && strings.HasPrefix(e.Name(), generationPrefix) && filepath.Join(dir, e.Name()) != generationDir(dir, keep) {
			if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
				return fmt.Errorf("remove old generation: %w", err)
			}
		}
	}
	return nil
}

// checkRoot makes sure that a generation has its root.bolt: scorch deletes every
// segment when it is not there.
func checkRoot(dir string) error {
	info, err := os.Stat(filepath.Join(dir, "root.bolt"))
	if err != nil || info.Size() == 0 {
		return fmt.Errorf("%w: %s has no root.bolt", errDamaged, dir)
	}
	return nil
}

// verify checks that every segment of the store still has the checksum in its
// last four bytes: scorch reads it, but never compares. Files that are no part
// of the contents, such as one that was being written when the process died,
// do not matter.
func (s *store) verify() error {
	reader, err := s.scorch.Reader()
	if err != nil {
		return fmt.Errorf("open snapshot: %w", err)
	}
	defer reader.Close()
	for _, ss := range reader.(*scorch.IndexSnapshot).Segments() {
		if file, ok := ss.Segment().(segment.PersistedSegment); ok {
			if err := verifySegmentFile(file.Path()); err != nil {
				return err
			}
		}
	}
	return nil
}

func verifySegmentFile(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("check segment: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("check segment: %w", err)
	}
	if info.Size() < 4 {
		return fmt.Errorf("%w: segment %s is cut off", errDamaged, path)
	}
	sum := crc32.NewIEEE()
	if _, err := io.CopyN(sum, f, info.Size()-4); err != nil {
		return fmt.Errorf("check segment: %w", err)
	}
	var want [4]byte
	if _, err := io.ReadFull(f, want[:]); err != nil {
		return fmt.Errorf("check segment: %w", err)
	}
	if sum.Sum32() != binary.BigEndian.Uint32(want[:]) {
		return fmt.Errorf("%w: checksum of segment %s is wrong", errDamaged, path)
	}
	return nil
}

package bleveindex

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/index/scorch/mergeplan"
	bleveapi "github.com/blevesearch/bleve_index_api"
	zap "github.com/blevesearch/zapx/v17"
)

// A store is one scorch index, on disk or in memory. It is closed with its
// last user: the engine itself and every view of it.
type store struct {
	scorch *scorch.Scorch
	queue  *bleveapi.AnalysisQueue
	fiches *ficheCoder
	dir    string // empty: in memory
	users  atomic.Int64
	// remove is set when the directory is to go with the store.
	remove atomic.Bool
}

// Keys of what scorch keeps for us beside the documents.
var (
	keyFormat = []byte("praktijkzoeker.format") // formatVersion + fingerprint of the analysis
	keyState  = []byte("praktijkzoeker.state")  // stateBusy or stateWhole
	keyStamp  = []byte("praktijkzoeker.stamp")  // changes with the contents
	keyCommon = []byte("praktijkzoeker.common") // dictionary of the ficheCoder
	keyWords  = []byte("praktijkzoeker.words")  // wordCounts of all fiches, at some time
	// keyChangedWords holds by how much they have changed since.
	keyChangedWords = []byte("praktijkzoeker.changed-words")
	keySince        = []byte("praktijkzoeker.since") // when the contents last changed: seconds since 1970, decimal
)

const (
	stateBusy  = "busy"  // some batches of a Replace are in, others not yet
	stateWhole = "whole" // exactly the fiches of one Replace
)

// unmerged keeps scorch from merging in the background: a rebuild merges once,
// at its end.
var unmerged = map[string]any{"MaxSegmentsPerTier": 1 << 20}

// asTheyCome keeps scorch from merging segments before it writes them, which a
// rebuild does at its end.
var asTheyCome = map[string]any{"MemoryPressurePauseThreshold": 0}

// openStore opens or makes the scorch index in dir; an empty dir is memory. With
// bulk, segments stay as they are until merge. A directory that another process
// has open gives ErrInUse.
func openStore(dir string, bulk bool) (*store, error) {
	config := map[string]any{
		"path": dir,
		// One older snapshot is enough: views hold what they need open.
		"numSnapshotsToKeep": 1,
		"bolt_timeout":       "1s",
		// Of our segmentPlugin.
		"forceSegmentType":    segmentType,
		"forceSegmentVersion": int(zap.Version),
	}
	if bulk {
		config["scorchMergePlanOptions"] = unmerged
		config["scorchPersisterOptions"] = asTheyCome
	}
	s := &store{queue: bleveapi.NewAnalysisQueue(1), dir: dir}
	s.users.Store(1)
	if dir != "" {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return nil, fmt.Errorf("make index folder: %w", err)
		}
	}
	ix, err := scorch.NewScorch(scorch.Name, config, s.queue)
	if err != nil {
		s.queue.Close()
		return nil, fmt.Errorf("open index %s: %w", dir, err)
	}
	s.scorch = ix.(*scorch.Scorch)
	if err := s.scorch.Open(); err != nil {
		s.queue.Close()
		if strings.Contains(err.Error(), "timeout") { // bbolt's ErrTimeout, wrapped away by scorch
			return nil, fmt.Errorf("open index %s: %w", dir, ErrInUse)
		}
		return nil, fmt.Errorf("open index %s: %w", dir, err)
	}
	common, err := s.internal(keyCommon)
	if err == nil {
		s.fiches, err = newFicheCoder([]byte(common))
	}
	if err != nil {
		return nil, s.release(fmt.Errorf("open index %s: %w", dir, err))
	}
	return s, nil
}

// useDictionary makes an empty store encode its fiches with a dictionary.
func (s *store) useDictionary(dictionary []byte) (err error) {
	if len(dictionary) == 0 {
		return nil
	}
	if s.fiches, err = newFicheCoder(dictionary); err != nil {
		return err
	}
	if err := s.scorch.SetInternal(keyCommon, dictionary); err != nil {
		return fmt.Errorf("write index: %w", err)
	}
	return nil
}

// merge brings the segments together as far as scorch can: a search costs less
// in one large segment than in many. In memory scorch does not merge.
func (s *store) merge(ctx context.Context) error {
	if s.dir == "" {
		return nil
	}
	all := mergeplan.SingleSegmentMergePlanOptions
	all.SegmentsPerMergeTask = 1 << 20
	if err := s.scorch.ForceMerge(ctx, &all); err != nil {
		return fmt.Errorf("merge index: %w", err)
	}
	return ctx.Err()
}

// reopen closes a store that nobody else uses yet and opens it as it is used
// from then on: scorch then also removes the files of segments that are gone. A
// store in memory stays as it is.
func (s *store) reopen(bulk bool) (*store, error) {
	if s.dir == "" {
		return s, nil
	}
	if err := s.release(nil); err != nil {
		return nil, err
	}
	return openStore(s.dir, bulk)
}

// internal returns a value kept under key, empty when there is none.
func (s *store) internal(key []byte) (string, error) {
	r, err := s.scorch.Reader()
	if err != nil {
		return "", fmt.Errorf("open snapshot: %w", err)
	}
	defer r.Close()
	v, err := r.GetInternal(key)
	if err != nil {
		return "", fmt.Errorf("read index state: %w", err)
	}
	return string(v), nil
}

// use counts one more user.
func (s *store) use() { s.users.Add(1) }

// release counts one user less; the last closes the store.
func (s *store) release(err error) error {
	if s.users.Add(-1) != 0 {
		return err
	}
	err = errors.Join(err, s.scorch.Close())
	s.queue.Close()
	if s.remove.Load() && s.dir != "" {
		err = errors.Join(err, os.RemoveAll(s.dir))
	}
	return err
}

// bytes returns the size of the files of the store.
func (s *store) bytes() int64 {
	if s.dir == "" {
		return 0
	}
	var n int64
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return 0
	}
	for _, e := range entries {
		if info, err := os.Stat(filepath.Join(s.dir, e.Name())); err == nil {
			n += info.Size()
		}
	}
	return n
}

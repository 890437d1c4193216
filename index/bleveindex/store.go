package bleveindex

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/index/scorch/mergeplan"
	bleveapi "github.com/blevesearch/bleve_index_api"
	zap "github.com/blevesearch/zapx/v17"
)

// A store is one scorch index, on disk or in memory. It is closed with its
// last user: the engine itself and every view of it. Views only need the
// segments that they hold: they outlive stop.
type store struct {
	scorch *scorch.Scorch
	queue  *bleveapi.AnalysisQueue
	fiches *ficheCoder
	dir    string // empty: in memory
	bulk   bool   // segments stay as they are until merge
	users  atomic.Int64
	// remove is set when the directory is to go with the store.
	remove atomic.Bool
	// unusable: the store must not be written to, or is damaged. Views only
	// read it, until Replace has opened its directory anew or built another.
	unusable atomic.Bool
	// known are its contents; nil: not read yet. Only used while replacing.
	known *contents

	stopping sync.Once
	stopErr  error
	stopped  chan struct{} // closed when scorch is to end
	faults   faults
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
	keySince        = []byte("praktijkzoeker.since")  // when the contents last changed: seconds since 1970, decimal
	keyFiches       = []byte("praktijkzoeker.fiches") // how many there are
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
	s := &store{queue: bleveapi.NewAnalysisQueue(1), dir: dir, bulk: bulk, stopped: make(chan struct{}), faults: newFaults()}
	s.users.Store(1)
	s.listen(config)
	if dir != "" {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return nil, fmt.Errorf("make index folder: %w", err)
		}
	}
	err := guarded(func() error {
		ix, err := scorch.NewScorch(scorch.Name, config, s.queue)
		if err != nil {
			return err
		}
		s.scorch = ix.(*scorch.Scorch)
		return s.scorch.Open()
	})
	if err != nil {
		s.deafen()
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
		return nil, errors.Join(fmt.Errorf("%w: %w", errDamaged, err), s.stop(), s.release(nil))
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
	b := bleveapi.NewBatch()
	b.SetInternal(keyCommon, dictionary)
	if err := s.batch(b); err != nil {
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
	merged := make(chan error, 1)
	go func() { merged <- s.scorch.ForceMerge(ctx, &all) }()
	select {
	case err := <-merged:
		if err = errors.Join(err, ctx.Err()); err != nil {
			return fmt.Errorf("merge index: %w", err)
		}
		// A merge is not on disk yet when ForceMerge returns. A batch is, with all
		// that came before.
		b := bleveapi.NewBatch()
		b.SetInternal(keyState, []byte(stateWhole))
		return s.batch(b)
	case <-s.faults.failed: // scorch would try again for ever
		err := errors.Join(fmt.Errorf("merge index: %w", s.faults.reason()), s.stop())
		<-merged
		return err
	}
}

// batch writes a batch. When it returns nil the batch is on disk; after an
// error the store is to be stopped.
func (s *store) batch(b *bleveapi.Batch) error {
	done := make(chan error, 1)
	go func() { done <- guarded(func() error { return s.scorch.Batch(b) }) }()
	select {
	case err := <-done:
		if err != nil || s.dir == "" {
			return err
		}
		return syncDir(s.dir)
	case <-s.faults.dead: // nobody will answer
		return s.faults.reason()
	}
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

// stop ends the goroutines of scorch. What views hold stays readable.
func (s *store) stop() error {
	s.stopping.Do(func() {
		close(s.stopped)
		s.stopErr = s.close()
		s.queue.Close()
		s.deafen()
	})
	return s.stopErr
}

// errAbandoned: scorch could not be closed, and holds its files for ever.
var errAbandoned = errors.New("index store abandoned")

// closePatience is how long closing may take after a goroutine of scorch died.
const closePatience = 2 * time.Second

// close closes scorch. A goroutine that died within a transaction of root.bolt, as
// on pages that are damaged, holds its lock: then closing would never end.
func (s *store) close() error {
	closed := make(chan error, 1)
	go func() { closed <- guarded(s.scorch.Close) }()
	select {
	case err := <-closed:
		return err
	case <-s.faults.dead:
	}
	select {
	case err := <-closed:
		return err
	case <-time.After(closePatience):
		return errAbandoned
	}
}

// writable reports whether the store can still be written to.
func (s *store) writable() bool {
	return !s.unusable.Load() && !isClosed(s.stopped) && s.faults.reason() == nil
}

// release counts one user less; the last closes the store. One that was whole
// until then is sealed, so that the next to open it can tell.
func (s *store) release(err error) error {
	if s.users.Add(-1) != 0 {
		return err
	}
	whole := s.dir != "" && s.writable()
	if !isClosed(s.stopped) { // else who stopped it has the error
		err = errors.Join(err, s.stop())
	}
	switch {
	case s.remove.Load() && s.dir != "":
		err = errors.Join(err, os.RemoveAll(s.dir))
	case whole && s.stopErr == nil && s.faults.reason() == nil:
		err = errors.Join(err, seal(s.dir))
	}
	return err
}

func isClosed(c <-chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
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

package bleveindex

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"sync"
	"time"

	segment "github.com/blevesearch/scorch_segment_api/v2"

	"praktijkzoeker/index"
)

// mendPatience is how long a call that met damage waits for contents that are
// sound: a rebuild of some hundreds of fiches is done by then.
const mendPatience = 5 * time.Second

// on runs a call on the current view. A panic in it is an error. When it came
// from a damaged file the call waits for the contents that are built in its
// place, and runs once more on those: its caller notices a delay at most.
func (x *Index) on(ctx context.Context, call func(v *view) error) error {
	for again := false; ; again = true {
		v, done, err := x.acquire(ctx)
		if err != nil {
			return err
		}
		err = guarded(func() error { return call(v) })
		damaged := isPanic(err) && x.examine(v, err)
		done()
		if !damaged {
			return err
		}
		if again || !x.awaitOther(ctx, v) {
			return fmt.Errorf("%w: %w", index.ErrDamaged, err)
		}
	}
}

// An exam is the last look at the files of a view.
type exam struct {
	mu    sync.Mutex
	view  uint64 // number of the view that was sound
	until time.Time
}

// examPause is how long files that were sound are believed to be: a query that
// panics by a mistake of ours must not have them read again and again.
const examPause = time.Minute

// examine looks whether a call panicked because the files of its view are
// damaged: then it asks for other contents. Otherwise it is a mistake of ours.
func (x *Index) examine(v *view, cause error) (damaged bool) {
	x.tellPanic(cause)
	x.exam.mu.Lock()
	defer x.exam.mu.Unlock()
	if x.exam.view == v.number && time.Now().Before(x.exam.until) {
		return false
	}
	if !v.store.unusable.Load() {
		err := v.verify()
		if err == nil {
			x.exam.view, x.exam.until = v.number, time.Now().Add(examPause)
			return false
		}
		v.store.unusable.Store(true)
		x.options.Log.Error("index is beschadigd en wordt opnieuw opgebouwd uit de fiches; zoeken gaat ondertussen door", "fout", err)
	}
	x.ask()
	return true
}

// verify compares the segments of the view, as they are read, with the checksums
// at their ends.
func (v *view) verify() error {
	for i := range v.segments {
		file, ok := v.segments[i].scorch.Segment().(interface{ Data() []byte })
		if _, persisted := file.(segment.PersistedSegment); !ok || !persisted {
			continue // in memory
		}
		err := guarded(func() error {
			data := file.Data()
			end := len(data) - sumBytes
			if end < 0 || crc32.ChecksumIEEE(data[:end]) != binary.BigEndian.Uint32(data[end:]) {
				return fmt.Errorf("%w: checksum of a segment is wrong", errDamaged)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (x *Index) tellPanic(err error) {
	if p, ok := errors.AsType[*panicError](err); ok {
		x.options.Log.Error("het zoeken in de index is vastgelopen", "fout", err, "stack", string(p.stack))
	}
}

// awaitOther waits until v is no longer the current view or the index closes, and
// reports whether that happened in time.
func (x *Index) awaitOther(ctx context.Context, v *view) bool {
	late := time.NewTimer(mendPatience)
	defer late.Stop()
	for {
		x.mu.Lock()
		other, published := x.current != v, x.published
		x.mu.Unlock()
		if other {
			return true
		}
		select {
		case <-published:
		case <-late.C:
			return false
		case <-x.closing.Done():
			return true // to the next call: it is closed
		case <-ctx.Done():
			return false
		}
	}
}

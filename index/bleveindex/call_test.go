package bleveindex

import (
	"errors"
	"testing"

	"github.com/blevesearch/bleve/v2/index/scorch"
	bleveapi "github.com/blevesearch/bleve_index_api"

	"praktijkzoeker/index"
)

// A panic of ours is an error of that call, and of nothing else: the files are
// looked at, and they are sound.
func TestPanicByMistake(t *testing.T) {
	for name, dir := range map[string]string{"memory": "", "disk": t.TempDir()} {
		t.Run(name, func(t *testing.T) {
			x := openIn(t, dir, Options{}, versionOf(1, 20)...)
			for range 3 {
				err := x.on(t.Context(), func(*view) error { panic("a mistake") })
				if !isPanic(err) || errors.Is(err, index.ErrDamaged) {
					t.Errorf("the call returned %v", err)
				}
			}
			select {
			case <-x.Asks():
				t.Error("the index asks for its contents")
			default:
			}
			served(t, x, 1, 20)
			before := x.store
			replaceWith(t, x, versionOf(2, 20)...)
			served(t, x, 2, 20)
			if x.store != before {
				t.Error("the store was replaced")
			}
		})
	}
}

// A call that panics while other contents are published runs on those.
func TestCallWaitsForSoundContents(t *testing.T) {
	x := openIn(t, t.TempDir(), Options{}, versionOf(1, 20)...)
	first := x.current.number
	err := x.on(t.Context(), func(v *view) error {
		if v.number != first {
			return nil
		}
		v.store.unusable.Store(true) // as if its files had been found damaged
		go func() {
			<-x.Asks()
			if err := x.Replace(t.Context(), sequence(versionOf(2, 20))); err != nil {
				t.Error(err)
			}
		}()
		panic("what the damage does")
	})
	if err != nil {
		t.Error(err)
	}
}

// A call that waits for sound contents does not keep waiting for those of an index
// that closes.
func TestCallWaitsWhileTheIndexCloses(t *testing.T) {
	x := openIn(t, t.TempDir(), Options{}, versionOf(1, 20)...)
	err := x.on(t.Context(), func(v *view) error {
		v.store.unusable.Store(true)
		go func() {
			<-x.Asks()
			if err := x.Close(); err != nil {
				t.Error(err)
			}
		}()
		panic("what the damage does")
	})
	if !errors.Is(err, ErrClosed) {
		t.Errorf("the call returned %v", err)
	}
}

// What an index cannot save when it closes only makes the next start slower.
func TestCloseWhatPanics(t *testing.T) {
	dir := t.TempDir()
	x := openIn(t, dir, Options{}, versionOf(1, 20)...)
	replaceWith(t, x, versionOf(2, 20)...)
	x.current.suggestions = nil // to panic as damaged files would
	if err := x.Close(); err != nil {
		t.Error(err)
	}
	served(t, openIn(t, dir, Options{}, versionOf(2, 20)...), 2, 20)
}

// When a goroutine of scorch dies, the next Replace opens the index anew.
func TestDeadScorch(t *testing.T) {
	dir := t.TempDir()
	x := openIn(t, dir, Options{}, versionOf(1, 20)...)
	old := x.store
	go hear(scorch.NewScorchError("persister", "panic: for the test", scorch.ErrAsyncPanic), old.dir)
	<-old.faults.dead
	served(t, x, 1, 20)
	replaceWith(t, x, versionOf(2, 25)...)
	served(t, x, 2, 25)
	if x.store == old || !isClosed(old.stopped) {
		t.Error("the store of a dead scorch goes on")
	}
}

// A batch that scorch will never answer returns.
func TestBatchOfDeadScorch(t *testing.T) {
	x := openIn(t, t.TempDir(), Options{}, versionOf(1, 20)...)
	must(t, x.store.stop())
	x.store.faults.note(scorch.NewScorchError("introducer", "panic: for the test", scorch.ErrAsyncPanic))
	b := bleveapi.NewBatch()
	b.SetInternal([]byte("test"), nil)
	if err := x.store.batch(b); !errors.Is(err, scorch.ErrAsyncPanic) {
		t.Errorf("the batch returned %v", err)
	}
	replaceWith(t, x, versionOf(2, 20)...)
	served(t, x, 2, 20)
}

// A merge that fails in the background is no fault of the store: what is there
// stays whole, and scorch tries again.
func TestFailedMergeIsNoFault(t *testing.T) {
	x := openIn(t, t.TempDir(), Options{}, versionOf(1, 20)...)
	go hear(scorch.NewScorchError("merger", "merging err: for the test", scorch.ErrPersist), x.store.dir)
	replaceWith(t, x, versionOf(2, 20)...)
	if err := x.store.faults.reason(); err != nil {
		t.Error(err)
	}
}

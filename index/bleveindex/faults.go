package bleveindex

import (
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	"github.com/blevesearch/bleve/v2/index/scorch"
)

// faults are what goes wrong in the goroutines of scorch, which nobody calls and
// whose errors nobody gets.
type faults struct {
	failed chan struct{} // closed after the first fault
	dead   chan struct{} // closed when a goroutine ended: scorch would hang
	mu     sync.Mutex
	err    error // the first fault
}

func newFaults() faults {
	return faults{failed: make(chan struct{}), dead: make(chan struct{})}
}

// reason returns the first fault; nil if there was none.
func (f *faults) reason() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.err
}

// note keeps a fault.
func (f *faults) note(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.err == nil {
		f.err = fmt.Errorf("index store: %w", err)
		close(f.failed)
	}
	if errors.Is(err, scorch.ErrAsyncPanic) && !isClosed(f.dead) {
		close(f.dead)
	}
}

// callbackName is under what scorch finds our callbacks in its registries, which
// it wants filled before anything is opened.
const callbackName = "praktijkzoeker"

func init() {
	scorch.RegistryAsyncErrorCallbacks[callbackName] = hear
	scorch.RegistryEventCallbacks[callbackName] = attend
}

// listening holds the stores on disk whose scorch runs, by folder: that is all
// that scorch tells with an error.
var listening sync.Map

// listen makes scorch tell the store what goes wrong.
func (s *store) listen(config map[string]any) {
	if s.dir == "" {
		return // nothing is written: no persister, no merger
	}
	config["asyncErrorCallbackName"] = callbackName
	config["eventCallbackName"] = callbackName
	listening.Store(s.dir, s)
}

// deafen ends listen.
func (s *store) deafen() { listening.CompareAndDelete(s.dir, s) }

// faultPause is how long scorch waits before it tries again what failed; by
// itself it does so at once and for ever, with all of a core.
const (
	faultPause = time.Second
	// mergePause is longer: a merge may have written gigabytes before it failed,
	// and can wait.
	mergePause = 30 * time.Second
)

// hear is called by the goroutine of scorch that met the error: as long as it
// does not return, scorch does not try again.
func hear(err error, dir string) {
	found, ok := listening.Load(dir)
	if !ok {
		return
	}
	s := found.(*store)
	pause := faultPause
	// A merge that fails leaves what is there as it was. In a rebuild it is all
	// that is left to do.
	if e, ok := errors.AsType[*scorch.ScorchError](err); ok && e.Source == "merger" && e.ErrType == scorch.ErrPersist && !s.bulk {
		pause = mergePause
	} else {
		s.faults.note(err)
	}
	select {
	case <-s.stopped:
	case <-time.After(pause):
	}
}

// attend is called by the goroutines of scorch in their turns. A segment that is
// cut off while the merger reads it must become a panic, which scorch recovers
// and tells, and not the end of the process.
func attend(e scorch.Event) bool {
	if e.Kind == scorch.EventKindPreMergeCheck || e.Kind == scorch.EventKindPurgerCheck {
		debug.SetPanicOnFault(true)
	}
	return true
}

package index_test

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

// running starts Run in the bubble of a synctest. Every load is counted and
// fails with a text, so that no index is needed. stop ends Run and returns its
// error.
func running(t *testing.T, r *index.Refresher, failure *atomic.Value) (loads *atomic.Int32, changed chan struct{}, stop func() error) {
	loads, changed = new(atomic.Int32), make(chan struct{}, 1)
	r.Load = func(context.Context) (*corpus.Loaded, error) {
		loads.Add(1)
		return nil, errors.New(failure.Load().(string))
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- r.Run(ctx, changed) }()
	return loads, changed, func() error {
		cancel()
		return <-ended
	}
}

func failing(text string) *atomic.Value {
	var v atomic.Value
	v.Store(text)
	return &v
}

// pass lets time go by and everything settle.
func pass(d time.Duration) {
	<-time.After(d)
	synctest.Wait()
}

func TestRunWaitsForQuiet(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		loads, changed, stop := running(t, &index.Refresher{Quiet: 100 * time.Millisecond}, failing("no folder"))
		pass(time.Hour)
		if loads.Load() != 0 {
			t.Fatalf("%d loads before any change", loads.Load())
		}
		for range 5 { // saved in steps of 60 ms
			changed <- struct{}{}
			pass(60 * time.Millisecond)
		}
		if loads.Load() != 0 {
			t.Errorf("%d loads while changes went on", loads.Load())
		}
		pass(50 * time.Millisecond)
		if loads.Load() != 1 {
			t.Errorf("%d loads after a burst, want 1", loads.Load())
		}
		pass(time.Hour)
		if loads.Load() != 1 {
			t.Errorf("%d loads long after a burst, want 1", loads.Load())
		}
		if err := stop(); !errors.Is(err, context.Canceled) {
			t.Errorf("Run returned %v", err)
		}
	})
}

func TestRunIsNotPutOffForEver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		loads, changed, stop := running(t, &index.Refresher{Quiet: 100 * time.Millisecond}, failing("no folder"))
		for range 50 { // 2.5 s of changes, none 100 ms after the one before
			changed <- struct{}{}
			pass(50 * time.Millisecond)
		}
		if loads.Load() != 2 {
			t.Errorf("%d loads in 2.5 s without quiet, want one a second", loads.Load())
		}
		_ = stop()
	})
}

func TestRunTriesAgainAndTellsAFailureOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var log bytes.Buffer
		failure := failing("no folder")
		r := &index.Refresher{Retry: time.Minute, Log: slog.New(slog.NewTextHandler(&log, nil))}
		loads, changed, stop := running(t, r, failure)
		changed <- struct{}{}
		pass(3*time.Minute + time.Second)
		if loads.Load() != 4 {
			t.Errorf("%d loads in three minutes, want 4", loads.Load())
		}
		failure.Store("other folder")
		pass(2 * time.Minute)
		_ = stop()
		for _, text := range []string{"no folder", "other folder"} {
			if n := strings.Count(log.String(), text); n != 1 {
				t.Errorf("%q was told %d times:\n%s", text, n, log.String())
			}
		}
	})
}

func TestRunWithoutRetryWaitsForAChange(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		loads, changed, stop := running(t, &index.Refresher{}, failing("no folder"))
		changed <- struct{}{}
		pass(time.Hour)
		if loads.Load() != 1 {
			t.Errorf("%d loads, want 1", loads.Load())
		}
		_ = stop()
	})
}

func TestRunEndsWithItsChannel(t *testing.T) {
	for _, test := range []struct {
		name    string
		pending bool
		loads   int
	}{
		{"without a change", false, 0},
		{"after the last change", true, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				changed := make(chan struct{}, 1)
				if test.pending {
					changed <- struct{}{}
				}
				close(changed)
				loads := 0
				r := &index.Refresher{Quiet: time.Second, Load: func(context.Context) (*corpus.Loaded, error) {
					loads++
					return nil, errors.New("no folder")
				}}
				if err := r.Run(t.Context(), changed); err != nil {
					t.Errorf("Run returned %v", err)
				}
				if loads != test.loads {
					t.Errorf("%d loads, want %d", loads, test.loads)
				}
			})
		})
	}
}

func TestRunEndsWhileItWaitsForQuiet(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		loads, changed, stop := running(t, &index.Refresher{Quiet: time.Minute}, failing("no folder"))
		changed <- struct{}{}
		pass(time.Second)
		if err := stop(); !errors.Is(err, context.Canceled) {
			t.Errorf("Run returned %v", err)
		}
		if loads.Load() != 0 {
			t.Errorf("%d loads, want none", loads.Load())
		}
	})
}

// An askingIndex is asked for nothing but whether it asks.
type askingIndex struct {
	index.Index
	asks chan struct{}
}

func (x askingIndex) Asks() <-chan struct{} { return x.asks }

// An index that asks is answered at once, and one that asks for ever seldom.
func TestRunAnswersTheIndex(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		x := askingIndex{asks: make(chan struct{}, 1)}
		loads, _, stop := running(t, &index.Refresher{Index: x, Quiet: 100 * time.Millisecond}, failing("disk full"))
		x.asks <- struct{}{}
		pass(time.Millisecond)
		if loads.Load() != 1 {
			t.Errorf("%d loads after the index asked, want 1", loads.Load())
		}
		for range 60 {
			x.asks <- struct{}{}
			pass(time.Second)
		}
		if got := loads.Load(); got < 10 || got > 14 {
			t.Errorf("%d loads in a minute in which the index asked every second, want one in five seconds", got)
		}
		if err := stop(); !errors.Is(err, context.Canceled) {
			t.Errorf("Run returned %v", err)
		}
	})
}

// A numberIndex knows only how many fiches it has.
type numberIndex struct {
	index.Index
	n atomic.Int64
}

func (x *numberIndex) Stats() index.Stats { return index.Stats{Fiches: int(x.n.Load())} }

func (x *numberIndex) Replace(_ context.Context, fiches iter.Seq2[corpus.Fiche, error]) error {
	n := 0
	for range fiches {
		n++
	}
	x.n.Store(int64(n))
	return nil
}

// A folder that loses most of its fiches for a moment, while another is put in
// its place, is not believed; one that goes on without them is.
func TestRunDoubtsThatMostAreGone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		x, changed, files := new(numberIndex), make(chan struct{}, 1), new(atomic.Int64)
		r := &index.Refresher{Index: x, Quiet: 100 * time.Millisecond, Retry: 30 * time.Second, Doubt: 10 * time.Second}
		r.Load = func(context.Context) (*corpus.Loaded, error) {
			return &corpus.Loaded{Fiches: make([]corpus.Fiche, files.Load())}, nil
		}
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		go func() { ended <- r.Run(ctx, changed) }()
		see := func(n int64, wait time.Duration, want int64) {
			t.Helper()
			files.Store(n)
			changed <- struct{}{}
			pass(wait)
			if got := x.n.Load(); got != want {
				t.Errorf("with %d files, after %s, the index has %d fiches, want %d", n, wait, got, want)
			}
		}
		see(100, time.Second, 100)
		see(60, time.Second, 60) // not odd
		see(100, time.Second, 100)
		for n := range int64(8) { // a copy that goes on
			see(3+n, time.Second, 100)
		}
		see(90, time.Second, 90)
		see(20, time.Second, 90)
		see(20, 8*time.Second, 90)
		pass(12 * time.Second)
		if got := x.n.Load(); got != 20 {
			t.Errorf("%d fiches, of which 20 are left for 20 s", got)
		}
		see(9, 25*time.Second, 9)
		see(1, time.Second, 1) // too few to doubt
		cancel()
		<-ended
	})
}

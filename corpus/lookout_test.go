package corpus

import (
	"context"
	"errors"
	"log/slog"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fsnotify/fsnotify"
)

// bubble runs a lookout on events of the test's own, and sights that count up
// where the test says so, on the clock of synctest.
func bubble(t *testing.T, test func(t *testing.T, events chan fsnotify.Event, errs chan error, now *atomic.Int32, out chan struct{})) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		events, errs, out := make(chan fsnotify.Event), make(chan error), make(chan struct{}, 1)
		now := new(atomic.Int32)
		l := &lookout{events: events, errors: errs, Watcher: Watcher{
			Quiet: 200 * time.Millisecond, Poll: 3 * time.Second, Log: slog.New(slog.DiscardHandler)}}
		done := make(chan struct{})
		go func() { defer close(done); l.run(ctx, out, func() sight { return sight{byte(now.Load())} }) }()
		test(t, events, errs, now, out)
		cancel()
		<-done
	})
}

// signals counts what comes in the next stretch of time.
func signals(out chan struct{}, stretch time.Duration) int {
	end, n := time.After(stretch), 0
	for {
		select {
		case <-out:
			n++
		case <-end:
			return n
		}
	}
}

var saved = fsnotify.Event{Name: "a.md", Op: fsnotify.Write}

func TestABurstIsToldOnce(t *testing.T) {
	bubble(t, func(t *testing.T, events chan fsnotify.Event, _ chan error, now *atomic.Int32, out chan struct{}) {
		for range 20 {
			events <- saved
			<-time.After(50 * time.Millisecond)
		}
		now.Add(1) // what the events were about
		if n := signals(out, time.Second); n != 1 {
			t.Errorf("%d signals for a burst of 1 s, want 1", n)
		}
		if n := signals(out, time.Minute); n != 0 {
			t.Errorf("%d signals after it, want none: the look of a poll tells it again", n)
		}
	})
}

func TestAnEndlessBurstIsToldAllTheSame(t *testing.T) {
	bubble(t, func(t *testing.T, events chan fsnotify.Event, _ chan error, _ *atomic.Int32, out chan struct{}) {
		told := 0
		for range 100 {
			events <- saved
			told += signals(out, 100*time.Millisecond)
		}
		if told < 4 || told > 6 {
			t.Errorf("%d signals in 10 s of changes, want one every 2 s", told)
		}
	})
}

func TestALookTellsWhatTheSystemDoesNot(t *testing.T) {
	bubble(t, func(t *testing.T, _ chan fsnotify.Event, _ chan error, now *atomic.Int32, out chan struct{}) {
		if n := signals(out, time.Minute); n != 0 {
			t.Errorf("%d signals without a change", n)
		}
		now.Add(1)
		if n := signals(out, 4*time.Second); n != 1 {
			t.Errorf("%d signals for a change that only a look shows, want 1", n)
		}
	})
}

func TestLostEventsAreAChange(t *testing.T) {
	bubble(t, func(t *testing.T, _ chan fsnotify.Event, errs chan error, _ *atomic.Int32, out chan struct{}) {
		errs <- errors.New("overflow")
		if n := signals(out, time.Second); n != 1 {
			t.Errorf("%d signals, want 1", n)
		}
	})
}

func TestRightsAreNoChange(t *testing.T) {
	bubble(t, func(t *testing.T, events chan fsnotify.Event, _ chan error, _ *atomic.Int32, out chan struct{}) {
		events <- fsnotify.Event{Name: "a.md", Op: fsnotify.Chmod}
		if n := signals(out, time.Second); n != 0 {
			t.Errorf("%d signals, want none", n)
		}
	})
}

func TestSignalsThatNobodyTakesAreMerged(t *testing.T) {
	bubble(t, func(t *testing.T, events chan fsnotify.Event, _ chan error, _ *atomic.Int32, out chan struct{}) {
		for range 5 {
			events <- saved
			<-time.After(time.Second)
		}
		if n := signals(out, time.Second); n != 1 {
			t.Errorf("%d signals, want 1", n)
		}
	})
}

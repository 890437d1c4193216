package corpus

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"time"

	"github.com/fsnotify/fsnotify"
)

// A Watcher tells when something in a folder changes. The zero values of its
// times mean the defaults.
type Watcher struct {
	Dir string
	Log *slog.Logger // nil: slog.Default()

	// Quiet is how long the folder must be still before a change is told, so
	// that a burst is told once: 200 ms by default. A change is told after ten
	// times Quiet at the latest.
	Quiet time.Duration

	// Poll is the time between two looks at names, sizes and times of change,
	// for what the system does not tell (network drives, a folder that came
	// back): 3 s by default. Where a look is slow, they are further apart.
	Poll time.Duration
}

// Watch tells when something in the folder dir changes, with the default times
// of a Watcher. The channel holds one signal: changes that come before it is
// taken are merged into it. It is closed when ctx ends. The error says that dir
// is not there, or is no folder.
//
// Files that editors save by renaming, new folders, and a folder that vanishes
// and comes back are all noticed; a signal can also come where nothing of
// interest changed.
func Watch(ctx context.Context, dir string, log *slog.Logger) (<-chan struct{}, error) {
	return Watcher{Dir: dir, Log: log}.Watch(ctx)
}

// Watch is like the function Watch.
func (w Watcher) Watch(ctx context.Context) (<-chan struct{}, error) {
	if w.Log == nil {
		w.Log = slog.Default()
	}
	if w.Quiet <= 0 {
		w.Quiet = 200 * time.Millisecond
	}
	if w.Poll <= 0 {
		w.Poll = 3 * time.Second
	}
	info, err := os.Stat(w.Dir)
	if err != nil {
		return nil, fmt.Errorf("watch corpus folder: %w", err)
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("watch corpus folder: %s: %w", w.Dir, errNoFolder)
	}
	out := make(chan struct{}, 1)
	l := &lookout{Watcher: w, folders: make(map[string]fs.FileInfo)}
	if l.notify, err = fsnotify.NewWatcher(); err != nil {
		w.Log.Warn("changes of the corpus folder are noticed by looking at intervals only", "folder", w.Dir, "interval", w.Poll, "err", err)
	} else {
		l.events, l.errors = l.notify.Events, l.notify.Errors
	}
	// The first look is taken before returning, so that no later change is missed.
	l.last = l.look()
	go func() {
		defer close(out)
		l.run(ctx, out, l.look)
		if l.notify != nil {
			l.notify.Close()
		}
	}()
	return out, nil
}

var errNoFolder = errors.New("not a folder")

// A lookout is a Watcher at work, in one goroutine.
type lookout struct {
	Watcher
	notify  *fsnotify.Watcher // nil: looks only
	events  <-chan fsnotify.Event
	errors  <-chan error
	folders map[string]fs.FileInfo // those that notify watches
	last    sight
	told    bool // that notify is short of watches
}

// run merges what the system tells and what looks show into signals, until ctx
// ends.
func (l *lookout) run(ctx context.Context, out chan<- struct{}, look func() sight) {
	quiet, latest := time.NewTimer(0), time.NewTimer(0)
	quiet.Stop()
	latest.Stop()
	waiting := false
	wait := func() {
		if !waiting {
			waiting = true
			latest.Reset(10 * l.Quiet)
		}
		quiet.Reset(l.Quiet)
	}
	tell := func() {
		waiting = false
		quiet.Stop()
		latest.Stop()
		// The look comes before the signal: what changes after it is told again.
		l.last = look()
		select {
		case out <- struct{}{}:
		default: // the signal that waits says it all
		}
	}
	poll := time.NewTimer(l.Poll)
	for {
		select {
		case <-ctx.Done():
			return
		case e, ok := <-l.events:
			if !ok {
				l.events = nil
			} else if e.Op != fsnotify.Chmod {
				wait()
			}
		case err, ok := <-l.errors:
			if !ok {
				l.errors = nil
				continue
			}
			// Events were lost, most likely because there were too many.
			l.Log.Warn("watch corpus folder", "folder", l.Dir, "err", err)
			wait()
		case <-quiet.C:
			tell()
		case <-latest.C:
			tell()
		case <-poll.C:
			start := time.Now()
			if now := look(); now != l.last {
				l.last = now
				wait()
			}
			// Looking may take a twentieth of the time, not more.
			poll.Reset(max(l.Poll, 20*time.Since(start)))
		}
	}
}

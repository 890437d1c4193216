package bleveindex

import (
	"context"
	"errors"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// heat reads the hot terms of all segments that have not got theirs yet.
func (v *view) heat(ctx context.Context) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range v.segments {
		work(group, func() error { return v.heatSegment(ctx, i) })
	}
	return group.Wait()
}

func (v *view) heatSegment(ctx context.Context, i int) error {
	s := &v.segments[i]
	return s.readHot(ctx, s.scorch.Segment(), v.options.HotFiches)
}

// isWarm reports whether all segments have their hot terms.
func (v *view) isWarm() bool {
	for i := range v.segments {
		s := &v.segments[i]
		if s.hot.terms.Load() == nil && s.n >= s.leastHot(v.options.HotFiches) {
			return false
		}
	}
	return true
}

// warm reads the hot terms of the current view in the background, one segment
// after the other, so that searches, which can do without, keep a processor.
func (x *Index) warm() {
	v, done, err := x.acquire(context.Background())
	if err != nil {
		return
	}
	if v.isWarm() {
		done()
		return
	}
	go func() {
		defer done()
		err := guarded(func() error {
			for i := range v.segments {
				if err := v.heatSegment(x.closing, i); err != nil {
					return err
				}
			}
			return nil
		})
		switch {
		case isPanic(err):
			x.examine(v, err)
		case err != nil && !errors.Is(err, context.Canceled):
			x.options.Log.Error("veelgebruikte woorden lezen is mislukt", "fout", err)
		}
	}()
}

// Warm waits until the index has in memory what it reads in the background after
// Open and after Replace: until then answers are the same, but some take longer.
// It fails with ErrClosed, index.ErrNotReady, or when ctx ends.
func (x *Index) Warm(ctx context.Context) error {
	return x.on(ctx, func(v *view) error {
		for i := range v.segments {
			if err := v.heatSegment(ctx, i); err != nil {
				return err
			}
		}
		return nil
	})
}

package index

import (
	"context"
	"errors"
	"time"
)

// patience is how many times Quiet a refresh can be put off by further changes.
const patience = 10

// askPause is the least time between two refreshes that the index asks for: one
// that cannot be helped must not keep the machine busy.
const askPause = 5 * time.Second

// Run refreshes the index after every change, until the context ends (it
// returns its error) or the channel is closed (it returns nil). A change means
// only: look again. It also does when the index asks for it, see Asker. A
// refresh that fails is logged, once for as long as the reason stays the same,
// and tried again after Retry.
func (r *Refresher) Run(ctx context.Context, changed <-chan struct{}) error {
	var asks <-chan struct{} // nil: never
	if asker, ok := r.Index.(Asker); ok {
		asks = asker.Asks()
	}
	var asked time.Time // when it last was answered, or something was tried again
	var retry <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-retry:
			asked = time.Now()
		case <-asks:
			if wait := askPause - time.Since(asked); wait > 0 {
				retry = time.After(wait)
				continue
			}
			asked = time.Now()
		case _, open := <-changed:
			if !open {
				return nil
			}
			if err := r.settle(ctx, changed); err != nil {
				return err
			}
		}
		retry = nil
		if err := r.refreshWith(ctx, r.Doubt > 0); err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			r.tellFailure(err)
			switch {
			case errors.Is(err, errDoubt):
				retry = time.After(r.Doubt)
			case r.Retry > 0:
				retry = time.After(r.Retry)
			}
		}
	}
}

// settle waits until there were no changes for Quiet, or for patience times
// Quiet. A closed channel ends the waiting; Run sees it next.
func (r *Refresher) settle(ctx context.Context, changed <-chan struct{}) error {
	last := time.After(patience * r.Quiet)
	quiet := time.NewTimer(r.Quiet)
	defer quiet.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-quiet.C:
			return nil
		case <-last:
			return nil
		case _, open := <-changed:
			if !open {
				return nil
			}
			quiet.Reset(r.Quiet)
		}
	}
}

// tellFailure logs why the index stayed as it was, unless the last refresh
// failed for the same reason.
func (r *Refresher) tellFailure(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.failed == err.Error() {
		return
	}
	r.failed = err.Error()
	r.log().Error("fiches niet bijgewerkt; wat er was blijft vindbaar", "fout", err)
}

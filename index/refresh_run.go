package index

import (
	"context"
	"time"
)

// patience is how many times Quiet a refresh can be put off by further changes.
const patience = 10

// Run refreshes the index after every change, until the context ends (it
// returns its error) or the channel is closed (it returns nil). A change means
// only: look again. A refresh that fails is logged, once for as long as the
// reason stays the same, and tried again after Retry.
func (r *Refresher) Run(ctx context.Context, changed <-chan struct{}) error {
	var retry <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-retry:
		case _, open := <-changed:
			if !open {
				return nil
			}
			if err := r.settle(ctx, changed); err != nil {
				return err
			}
		}
		retry = nil
		if err := r.Refresh(ctx); err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			r.tellFailure(err)
			if r.Retry > 0 {
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

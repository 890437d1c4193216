package bench

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"time"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index/bleveindex"
)

// A Change tells how long it takes until one changed fiche among all is seen by
// every search: from the call of Replace, which is given all fiches, to its
// return. The fiches are in memory; a server reads them from files first.
type Change struct {
	Median float64 `json:"median_ms"`
	Most   float64 `json:"most_ms"`
	First  float64 `json:"first_ms"` // of the first after opening, when Replace still reads what there is
	// Input is the part of it that reading and hashing all fiches takes: a Replace
	// that changes nothing.
	Input float64 `json:"input_ms"`
	// P99 of searches with facets, in µs, on an index at rest and while fiches
	// change one after the other.
	QuietP99 float64 `json:"quiet_p99_us"`
	BusyP99  float64 `json:"busy_p99_us"`
}

const (
	changes    = 40      // that are measured
	mostHeld   = 100_000 // fiches; of more, changes are not measured
	oneInSteps = 7919    // fiches between one that changes and the next
)

// measureChange fills the report's Change, on a copy of our index in dir.
func (r *runner) measureChange(ctx context.Context, dir string) (err error) {
	if r.Fiches > mostHeld || !slices.Contains(r.Workloads, Index) {
		return nil
	}
	r.Progress("een fiche wijzigen", 0, changes)
	copied := filepath.Join(dir, "changed")
	if err := os.RemoveAll(copied); err != nil {
		return fmt.Errorf("room for a copy of the index: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(copied)) }()
	if err := r.ours.Close(); err != nil {
		return fmt.Errorf("close index: %w", err)
	}
	r.ours = nil
	if err := os.CopyFS(copied, os.DirFS(filepath.Join(dir, "ours"))); err != nil {
		return fmt.Errorf("copy index: %w", err)
	}
	ix, err := bleveindex.Open(copied, bleveindex.Options{})
	if err != nil {
		return fmt.Errorf("open copy of the index: %w", err)
	}
	defer func() { err = errors.Join(err, ix.Close()) }()
	if err := ix.Warm(ctx); err != nil {
		return fmt.Errorf("open copy of the index: %w", err)
	}
	fiches := make([]corpus.Fiche, 0, r.Fiches)
	for f := range r.generator.Fiches(r.Fiches) {
		fiches = append(fiches, f)
	}
	c := &Change{}
	replace := func(change int) (time.Duration, error) {
		if change >= 0 {
			f := &fiches[change*oneInSteps%len(fiches)]
			f.Title += fmt.Sprint(" ", change)
		}
		start := time.Now()
		err := ix.Replace(ctx, held(fiches))
		return time.Since(start), err
	}
	log := questionsOf(r.generator, WordsFacets, r.Fiches)
	search := func(until func() bool) (p99 float64, err error) {
		var times []time.Duration
		for i := 0; !until(); i++ {
			start := time.Now()
			if _, err := ix.Search(ctx, log[i%len(log)]); err != nil {
				return 0, err
			}
			times = append(times, time.Since(start))
		}
		return newLatency(times).P99, nil
	}
	took, err := replace(0)
	if err != nil {
		return err
	}
	c.First = milliseconds(took)
	var same []time.Duration
	for range 5 {
		if took, err = replace(-1); err != nil {
			return err
		}
		same = append(same, took)
	}
	c.Input = milliseconds(median(same))
	rest := time.Now().Add(r.Budget)
	if c.QuietP99, err = search(func() bool { return time.Now().After(rest) }); err != nil {
		return err
	}
	var times []time.Duration
	failed := make(chan error, 1)
	go func() {
		for i := range changes {
			took, err := replace(1 + i)
			if err != nil {
				failed <- err
				return
			}
			times = append(times, took)
		}
		failed <- nil
	}()
	var replaceErr error
	done := false
	c.BusyP99, err = search(func() bool {
		select {
		case replaceErr = <-failed:
			done = true
		default:
		}
		return done
	})
	if !done { // the search failed
		replaceErr = <-failed
	}
	if err = errors.Join(err, replaceErr); err != nil {
		return err
	}
	c.Median, c.Most = milliseconds(median(times)), milliseconds(slices.Max(times))
	r.report.Change = c
	return nil
}

// held yields fiches that are in memory.
func held(fiches []corpus.Fiche) iter.Seq2[corpus.Fiche, error] {
	return func(yield func(corpus.Fiche, error) bool) {
		for i := range fiches {
			if !yield(fiches[i], nil) {
				return
			}
		}
	}
}

func milliseconds(d time.Duration) float64 { return rounded(float64(d)/float64(time.Millisecond), 100) }

func median(times []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(times))
	return sorted[len(sorted)/2]
}

package bleveindex

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

// engineGoroutines returns the stacks of goroutines of this engine and of
// scorch, those of the test itself aside.
func engineGoroutines() []string {
	buf := make([]byte, 1<<22)
	buf = buf[:runtime.Stack(buf, true)]
	var found []string
	for _, stack := range strings.Split(string(buf), "\n\n") {
		if strings.Contains(stack, "testing.tRunner") || strings.Contains(stack, "testing.(*T).Run") {
			continue
		}
		if strings.Contains(stack, "bleveindex.") || strings.Contains(stack, "/scorch.") || strings.Contains(stack, "AnalysisWorker") {
			found = append(found, stack)
		}
	}
	return found
}

// versionOf returns n fiches of a version, which each of them tells.
func versionOf(v, n int) []corpus.Fiche {
	fs := make([]corpus.Fiche, n)
	for i := range fs {
		fs[i] = someFiche(fmt.Sprintf("fiche-%d", i), fmt.Sprintf("Samen werken aan versie v%d, gezin %d.", v, i))
		fs[i].Categories = []string{fmt.Sprintf("v%d", v)}
	}
	return fs
}

// TestCallsWhileReplacing runs every call while contents change, and then while
// the index closes: each gives an answer of one version, or says that the index
// is closed.
func TestCallsWhileReplacing(t *testing.T) {
	for name, dir := range map[string]string{"memory": "", "disk": t.TempDir()} {
		t.Run(name, func(t *testing.T) {
			before := engineGoroutines()
			x, err := Open(dir, Options{HotFiches: 4})
			if err != nil {
				t.Fatal(err)
			}
			const n = 40
			replaceWith(t, x, versionOf(0, n)...)
			var callers sync.WaitGroup
			calls := []func() error{
				func() error {
					res, err := x.Search(t.Context(), index.Query{Text: "samen werken gezinnen", Limit: 100})
					if err == nil && (res.Total != n || len(res.Hits) != n || len(res.Facets[index.Category]) != 1) {
						t.Errorf("a mixture: %d fiches, %d hits, %v", res.Total, len(res.Hits), res.Facets[index.Category])
					}
					return err
				},
				func() error {
					list, err := x.Suggest(t.Context(), "fich", 5)
					if err == nil && len(list) == 0 {
						t.Error("no suggestions")
					}
					return err
				},
				func() error { _, err := x.Related(t.Context(), "fiche-3", 5); return err },
				func() error { _, err := x.Fiche(t.Context(), "fiche-7"); return err },
			}
			for _, call := range calls {
				callers.Go(func() {
					for {
						err := call()
						if x.Stats(); errors.Is(err, ErrClosed) {
							return
						}
						if err != nil {
							t.Errorf("a call failed: %v", err)
							return
						}
					}
				})
			}
			for v := 1; v <= 12; v++ {
				replaceWith(t, x, versionOf(v, n)...)
			}
			callers.Go(func() { // a Replace that may come too late
				if err := x.Replace(t.Context(), sequence(versionOf(13, n))); err != nil && !errors.Is(err, ErrClosed) {
					t.Errorf("Replace: %v", err)
				}
			})
			var closers sync.WaitGroup
			for range 3 {
				closers.Go(func() {
					if err := x.Close(); err != nil {
						t.Errorf("Close: %v", err)
					}
				})
			}
			closers.Wait()
			callers.Wait()
			for range 1000 { // workers of scorch end on a channel that Close has closed
				if len(engineGoroutines()) <= len(before) {
					return
				}
				runtime.Gosched()
			}
			t.Errorf("still running after Close:\n%s", strings.Join(engineGoroutines(), "\n\n"))
		})
	}
}

// Old views are freed, whoever still uses the current one: the store has as
// users the engine and one view.
func TestViewsAreFreed(t *testing.T) {
	x := openIn(t, t.TempDir(), Options{}, versionOf(0, 20)...)
	first, done, err := x.acquire(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for v := 1; v < 6; v++ {
		replaceWith(t, x, versionOf(v, 20)...)
	}
	if got := x.store.users.Load(); got != 3 {
		t.Errorf("the store has %d users, want the engine, the current view and the held one", got)
	}
	f, err := first.fiche(first.order[0])
	if err != nil || !strings.Contains(f.Description, "v0") {
		t.Errorf("a view that is held says %q, %v", f.Description, err)
	}
	done()
	if got := x.store.users.Load(); got != 2 {
		t.Errorf("the store has %d users, want the engine and the current view", got)
	}
	if got := first.users.Load(); got != 0 {
		t.Errorf("the old view has %d users", got)
	}
	if x.Stats(); x.current.users.Load() != 1 {
		t.Errorf("the current view has %d users, want the engine only", x.current.users.Load())
	}
}

// A rebuild in memory leaves nothing of the old store behind.
func TestOldStoresAreFreed(t *testing.T) {
	fs := versionOf(0, 50)
	x := openWith(t, Options{}, fs...)
	old := x.store
	for i := 0; old == x.store && i < len(fs); i++ { // each makes a segment
		fs[i].Title = "Anders"
		replaceWith(t, x, fs...)
	}
	if old == x.store {
		t.Fatal("never rebuilt")
	}
	if got := old.users.Load(); got != 0 {
		t.Errorf("the old store has %d users", got)
	}
}

func TestSnapshotNumber(t *testing.T) {
	x := openWith(t, Options{}, versionOf(0, 5)...)
	seen := []uint64{x.Stats().Snapshot}
	replaceWith(t, x, versionOf(0, 5)...)
	if got := x.Stats().Snapshot; got != seen[0] {
		t.Errorf("the same contents change the snapshot from %d to %d", seen[0], got)
	}
	for v := 1; v < 4; v++ {
		replaceWith(t, x, versionOf(v, 5)...)
		if got := x.Stats().Snapshot; slices.Contains(seen, got) {
			t.Errorf("version %d: snapshot %d again", v, got)
		} else {
			seen = append(seen, got)
		}
	}
}

func TestProgress(t *testing.T) {
	var got []int
	x := openWith(t, Options{Progress: func(n int) { got = append(got, n) }}, versionOf(0, 4)...)
	if diff := cmp.Diff([]int{1, 2, 3, 4}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	got = nil
	replaceWith(t, x, versionOf(0, 3)...) // fiches that did not change are read too
	if diff := cmp.Diff([]int{1, 2, 3}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A Replace that waits for another can be given up.
func TestWaitingReplaceIsCancelled(t *testing.T) {
	x := openWith(t, Options{}, versionOf(0, 3)...)
	ctx, cancel := context.WithCancel(t.Context())
	inside := func(yield func(corpus.Fiche, error) bool) {
		waiting := make(chan error)
		go func() { waiting <- x.Replace(ctx, sequence(versionOf(9, 3))) }()
		cancel()
		if err := <-waiting; !errors.Is(err, context.Canceled) {
			t.Errorf("the waiting Replace returned %v", err)
		}
		sequence(versionOf(1, 3))(yield)
	}
	if err := x.Replace(t.Context(), inside); err != nil {
		t.Fatal(err)
	}
	if got := searchFor(t, x, index.Query{}).Facets[index.Category]; len(got) != 1 || got[0].Value != "v1" {
		t.Errorf("contents %v, want v1", got)
	}
}

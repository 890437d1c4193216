package bench

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// taking returns a side whose every question takes d of the bubble's time.
func taking(d time.Duration, asked *[]int) side {
	return func(_ context.Context, q int) error {
		*asked = append(*asked, q)
		<-time.After(d)
		return nil
	}
}

func TestAlternate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var fast, slow []int
		sides, err := alternate(t.Context(), 4, rounds*4*time.Second, taking(time.Millisecond, &fast), taking(3*time.Second, &slow))
		if err != nil {
			t.Fatal(err)
		}
		// Untimed the fast side answers everything, the slow one what fits; then
		// in every round of 4 s, everything, and two questions.
		wantFast, wantSlow := []int{0, 1, 2, 3}, []int{0}
		for r := range rounds {
			wantFast = append(wantFast, 0, 1, 2, 3)
			wantSlow = append(wantSlow, 2*r%4, (2*r+1)%4)
		}
		if d := cmp.Diff(wantFast, fast); d != "" {
			t.Errorf("fast side:\n%s", d)
		}
		if d := cmp.Diff(wantSlow, slow); d != "" {
			t.Errorf("slow side:\n%s", d)
		}
		want := [][]time.Duration{
			{time.Millisecond, time.Millisecond, time.Millisecond, time.Millisecond},
			{3 * time.Second, 3 * time.Second, 3 * time.Second, 3 * time.Second},
		}
		answered, times := common(sides)
		if d := cmp.Diff(want, times); d != "" {
			t.Errorf("common:\n%s", d)
		}
		if d := cmp.Diff([]int{0, 1, 2, 3}, answered); d != "" {
			t.Errorf("questions:\n%s", d)
		}
	})
}

func TestCommonLeavesOutWhatOneSideDidNotReach(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var asked []int
		sides, err := alternate(t.Context(), rounds+2, rounds*time.Second, taking(time.Millisecond, &asked), taking(2*time.Second, &asked))
		if err != nil {
			t.Fatal(err)
		}
		answered, times := common(sides)
		if len(answered) != rounds || answered[rounds-1] != rounds-1 || len(times[0]) != rounds || len(times[1]) != rounds {
			t.Errorf("questions %v with %d and %d times, want one for each round of the slow side", answered, len(times[0]), len(times[1]))
		}
	})
}

func TestAlternateStops(t *testing.T) {
	broken := errors.New("broken")
	if _, err := alternate(t.Context(), 3, time.Second, func(context.Context, int) error { return broken }); !errors.Is(err, broken) {
		t.Errorf("got %v, want the side's error", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := alternate(ctx, 3, time.Second, func(context.Context, int) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want that of the context", err)
	}
}

package main

import (
	"context"
	"log/slog"
	"runtime/debug"
	"strings"
	"testing"

	"praktijkzoeker/index"
)

func TestLimitMemory(t *testing.T) {
	old := debug.SetMemoryLimit(-1)
	defer debug.SetMemoryLimit(old)
	var said strings.Builder
	log := slog.New(slog.NewTextHandler(&said, nil))

	c := Default().Process
	limitMemory(c, log)
	if got := debug.SetMemoryLimit(-1); got != old {
		t.Errorf("without a setting the limit goes from %d to %d", old, got)
	}
	c.MemoryLimit = "3GiB"
	limitMemory(c, log)
	if got := debug.SetMemoryLimit(-1); got != 3<<30 {
		t.Errorf("limit %d, want 3 GiB", got)
	}
	expectAll(t, said.String(), "MiB=3072")
}

func TestKeptPages(t *testing.T) {
	for size, want := range map[string]int{"0": -1, "1MiB": 1 << 20} {
		if got := (ProcessConfig{PagesMemory: size}).keptPages(); got != want {
			t.Errorf("%s: %d, want %d", size, got, want)
		}
	}
}

// An asked Searcher remembers the last query.
type asked struct {
	index.Searcher
	query index.Query
}

func (a *asked) Search(ctx context.Context, q index.Query) (*index.Results, error) {
	a.query = q
	return a.Searcher.Search(ctx, q)
}

// The word of warm is one that nothing resembles: it is looked for in all that
// there is and stands for no fiche.
func TestWarmAsksForAWordThatNobodyHas(t *testing.T) {
	c := Default()
	ix, err := openFilled(t.Context(), &terminal{err: new(strings.Builder)}, c, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	a := &asked{Searcher: ix}
	warm(t.Context(), a)
	found, err := ix.Search(t.Context(), a.query)
	if err != nil {
		t.Fatal(err)
	}
	if a.query.Text == "" || found.Total > 0 || found.Corrected != "" {
		t.Errorf("query %+v finds %d, corrected %q", a.query, found.Total, found.Corrected)
	}
}

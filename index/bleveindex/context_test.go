package bleveindex

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

// A countdown is a context that is cancelled once it has been looked at so many
// times: it shows how often a call looks, without a clock.
type countdown struct {
	context.Context
	left, looks atomic.Int64
}

func newCountdown(parent context.Context, n int64) *countdown {
	c := &countdown{Context: parent}
	c.left.Store(n)
	return c
}

func (c *countdown) Err() error {
	c.looks.Add(1)
	if c.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

// TestSearchLooksAtItsContext cancels searches at every point at which they
// look, and expects the error each time: nothing is answered by halves.
func TestSearchLooksAtItsContext(t *testing.T) {
	fs := make([]corpus.Fiche, checkEvery+300)
	for i := range fs {
		fs[i] = someFiche(fmt.Sprint(i), oracleWords[i%7]+" gemeente "+oracleWords[7+i%5])
		fs[i].Categories = []string{fmt.Sprintf("soort %d", i%3)}
	}
	x := openWith(t, Options{}, fs...)
	for name, q := range map[string]index.Query{
		"a word":             {Text: "gemeente", Limit: 10},
		"words with filters": {Text: "taal gezin", Limit: 10, Filters: map[index.Facet][]string{index.Category: {"soort 1"}}},
		"by title":           {Text: "gemeente", Sort: index.Title, Limit: 10},
		"newest":             {Sort: index.Updated, Limit: 10},
		"filters alone":      {Limit: 10, Filters: map[index.Facet][]string{index.Category: {"soort 1"}}},
		"loose":              {Text: "hoe taal gezin begrip1 onbekendwoord", Limit: 10},
		"nothing found":      {Text: "taal", Limit: 10, Filters: map[index.Facet][]string{index.Category: {"geen"}, index.Domain: {"geen"}}},
		"phrase":             {Text: `"taal gezin"`, Limit: 10},
	} {
		t.Run(name, func(t *testing.T) {
			whole := newCountdown(t.Context(), 1<<40)
			if _, err := x.Search(whole, q); err != nil {
				t.Fatal(err)
			}
			looks := whole.looks.Load()
			// Once to begin, and at least once in reading, running and showing.
			if looks < 3 {
				t.Errorf("looks %d times", looks)
			}
			for n := range looks {
				ctx := newCountdown(t.Context(), n)
				if _, err := x.Search(ctx, q); !errors.Is(err, context.Canceled) {
					t.Fatalf("cancelled at look %d of %d: %v", n+1, looks, err)
				}
				// What is left to do after the end is at most a look per part
				// that was under way.
				if after := ctx.looks.Load() - n; after > 2 {
					t.Errorf("cancelled at look %d, and %d more looks", n+1, after)
				}
			}
		})
	}
	// A walk over many fiches looks while it walks.
	walk, short := newCountdown(t.Context(), 1<<40), newCountdown(t.Context(), 1<<40)
	few := openWith(t, Options{}, manyFiches(50)...)
	for c, y := range map[*countdown]*Index{walk: x, short: few} {
		if _, err := y.Search(c, index.Query{Sort: index.Updated, Limit: 10}); err != nil {
			t.Fatal(err)
		}
	}
	if walk.looks.Load() <= short.looks.Load() {
		t.Errorf("%d looks over %d fiches, %d over 50", walk.looks.Load(), x.Stats().Fiches, short.looks.Load())
	}
}

// What costs more for some queries looks more often: a phrase with a stop word at
// each text that is read for it, a page far down by title while it walks there.
func TestSearchLooksWhileItWorks(t *testing.T) {
	fs := make([]corpus.Fiche, checkEvery+300)
	for i := range fs {
		fs[i] = someFiche(fmt.Sprint(i), "gemeente")
	}
	const texts = 40
	for i := range texts {
		fs[i].Description = "de gemeente van morgen"
	}
	x := openWith(t, Options{}, fs...)
	looks := func(q index.Query) int {
		ctx := newCountdown(t.Context(), 1<<40)
		if res := searchFor(t, x, q); res.Total == 0 {
			t.Fatalf("%+v: nothing found", q)
		}
		if _, err := x.Search(ctx, q); err != nil {
			t.Fatal(err)
		}
		for n := range ctx.looks.Load() {
			if _, err := x.Search(newCountdown(t.Context(), n), q); !errors.Is(err, context.Canceled) {
				t.Fatalf("%+v cancelled at look %d: %v", q, n+1, err)
			}
		}
		return int(ctx.looks.Load())
	}
	if got := looks(index.Query{Text: `"gemeente van morgen"`}); got < texts {
		t.Errorf("%d looks at %d texts", got, texts)
	}
	near, far := index.Query{Text: "gemeente", Sort: index.Title, Limit: 1}, index.Query{Text: "gemeente", Sort: index.Title, Offset: checkEvery + 200, Limit: 1}
	if n, f := looks(near), looks(far); f <= n {
		t.Errorf("%d looks for the first by title, %d for one of the last", n, f)
	}
}

// A buffer that a cancelled search leaves behind must not show in the next.
func TestSearchAfterACancelledOne(t *testing.T) {
	x := openWith(t, Options{}, manyFiches(600)...)
	qs := []index.Query{
		{Text: "taal gezin begrip1 begrip9 onbekendwoord", Limit: 20}, {Text: "buddy zorg", Limit: 20, Any: true},
		{Text: "gemeente", Limit: 5}, {Limit: 5, Filters: map[index.Facet][]string{index.Category: {"soort 1"}}},
	}
	fresh := openWith(t, Options{}, manyFiches(600)...)
	for n := range int64(30) {
		for _, q := range qs {
			_, err := x.Search(newCountdown(t.Context(), n), q)
			if err != nil && !errors.Is(err, context.Canceled) {
				t.Fatal(err)
			}
		}
		compareAnswers(t, fresh, x, qs, "(-fresh +after a cancelled search)")
	}
}

func TestOtherCallsLookAtTheirContext(t *testing.T) {
	x := openWith(t, Options{}, manyFiches(60)...)
	for name, call := range map[string]func(ctx context.Context) error{
		"Suggest": func(ctx context.Context) error { _, err := x.Suggest(ctx, "ta", 5); return err },
		"Fiche":   func(ctx context.Context) error { _, err := x.Fiche(ctx, "fiche-00001"); return err },
		"Related": func(ctx context.Context) error { _, err := x.Related(ctx, "fiche-00001", 5); return err },
		"Replace": func(ctx context.Context) error { return x.Replace(ctx, sequence(manyFiches(80))) },
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			if err := call(ctx); !errors.Is(err, context.Canceled) {
				t.Errorf("returned %v", err)
			}
		})
	}
	whole := newCountdown(t.Context(), 1<<40)
	if _, err := x.Related(whole, "fiche-00001", 5); err != nil {
		t.Fatal(err)
	}
	for n := range whole.looks.Load() {
		if _, err := x.Related(newCountdown(t.Context(), n), "fiche-00001", 5); !errors.Is(err, context.Canceled) {
			t.Errorf("Related cancelled at look %d: %v", n+1, err)
		}
	}
}

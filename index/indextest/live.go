package indextest

import (
	"fmt"
	"sync"
	"testing"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

// version returns n fiches that all carry the number of one version in their
// text, their category and their domain, so that an answer that mixes two
// versions gives itself away.
func version(v, n int) []corpus.Fiche {
	fs := make([]corpus.Fiche, n)
	for i := range fs {
		fs[i] = corpus.Fiche{
			ID: fmt.Sprintf("fiche-%d", i), Title: fmt.Sprintf("Titel %d", i), Summary: "Overal gelijk.",
			Description: fmt.Sprintf("Versie v%d.", v), Categories: []string{fmt.Sprintf("v%d", v)}, Domains: []string{fmt.Sprintf("v%d", v)},
		}
	}
	return fs
}

var liveCases = []testCase{
	{"3 an answer never mixes two contents", func(t *testing.T, x index.Index) {
		size := func(v int) int { return 5 + v%7 }
		replace(t, x, version(0, size(0))...)
		stop := make(chan struct{})
		var readers sync.WaitGroup
		for range 4 {
			readers.Go(func() {
				for {
					select {
					case <-stop:
						return
					default:
					}
					checkUnmixed(t, x, size)
				}
			})
		}
		for v := 1; v <= 30; v++ {
			if err := x.Replace(t.Context(), Fiches(version(v, size(v))...)); err != nil {
				t.Errorf("Replace: %v", err)
			}
		}
		close(stop)
		readers.Wait()
	}},
	{"3 replaces run one after the other", func(t *testing.T, x index.Index) {
		var writers sync.WaitGroup
		for v := range 8 {
			writers.Go(func() {
				if err := x.Replace(t.Context(), Fiches(version(v, 10+v)...)); err != nil {
					t.Errorf("Replace: %v", err)
				}
			})
		}
		writers.Wait()
		checkUnmixed(t, x, func(v int) int { return 10 + v })
	}},
}

// checkUnmixed searches once and checks that all of the answer is of one
// version, whose size is given.
func checkUnmixed(t *testing.T, x index.Index, size func(v int) int) {
	res, err := x.Search(t.Context(), index.Query{Text: "gelijk", Limit: 100})
	if err != nil {
		t.Errorf("Search: %v", err)
		return
	}
	var v int
	if len(res.Hits) == 0 || len(res.Facets[index.Category]) != 1 {
		t.Errorf("%d hits, categories %v", len(res.Hits), res.Facets[index.Category])
		return
	}
	if _, err := fmt.Sscanf(res.Facets[index.Category][0].Value, "v%d", &v); err != nil {
		t.Error(err)
		return
	}
	want := size(v)
	if res.Total != want || len(res.Hits) != want || res.Facets[index.Category][0].N != want || res.Facets[index.Domain][0].N != want {
		t.Errorf("version %d of %d fiches: total %d, %d hits, facets %v", v, want, res.Total, len(res.Hits), res.Facets)
	}
	for _, h := range res.Hits {
		if h.Fiche.Description != fmt.Sprintf("Versie v%d.", v) {
			t.Errorf("version %d holds %q", v, h.Fiche.Description)
		}
	}
}

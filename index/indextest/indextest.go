// Package indextest is the suite that every engine passes: each case checks
// one promise of package index, by its number there.
package indextest

import (
	"context"
	"iter"
	"testing"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

// Run checks an engine. Open returns a new index without contents, which Run
// closes; it is called once per case.
func Run(t *testing.T, open func(t *testing.T) index.Index) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			x := open(t)
			t.Cleanup(func() {
				if err := x.Close(); err != nil {
					t.Errorf("Close: %v", err)
				}
			})
			c.run(t, x)
		})
	}
}

// A testCase checks the promises whose numbers begin its name.
type testCase struct {
	name string
	run  func(t *testing.T, x index.Index)
}

// cases is filled by the files of this package, one subject each.
var cases = join(contentsCases, matchingCases, facetCases, orderCases, restCases, liveCases)

func join(lists ...[]testCase) []testCase {
	var all []testCase
	for _, l := range lists {
		all = append(all, l...)
	}
	return all
}

// Fiches is a sequence of fiches without errors, as Replace takes it.
func Fiches(fs ...corpus.Fiche) iter.Seq2[corpus.Fiche, error] {
	return func(yield func(corpus.Fiche, error) bool) {
		for _, f := range fs {
			if !yield(f, nil) {
				return
			}
		}
	}
}

// replace gives x these contents.
func replace(t *testing.T, x index.Index, fs ...corpus.Fiche) {
	t.Helper()
	if err := x.Replace(t.Context(), Fiches(fs...)); err != nil {
		t.Fatalf("Replace: %v", err)
	}
}

// search must succeed.
func search(t *testing.T, x index.Searcher, q index.Query) *index.Results {
	t.Helper()
	res, err := x.Search(context.Background(), q)
	if err != nil {
		t.Fatalf("Search(%+v): %v", q, err)
	}
	return res
}

// find returns the IDs of the first hundred hits for a text, in order.
func find(t *testing.T, x index.Searcher, text string) []string {
	t.Helper()
	return ids(search(t, x, index.Query{Text: text, Limit: 100}))
}

func ids(res *index.Results) []string {
	out := []string{}
	for _, h := range res.Hits {
		out = append(out, h.Fiche.ID)
	}
	return out
}

// counts returns the counts of a facet as a map.
func counts(res *index.Results, f index.Facet) map[string]int {
	m := map[string]int{}
	for _, c := range res.Facets[f] {
		m[c.Value] = c.N
	}
	return m
}

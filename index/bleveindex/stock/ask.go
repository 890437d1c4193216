package stock

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"

	"praktijkzoeker/index"
)

// facetSize is the number of values that stock counts of a facet.
const facetSize = 50

// countedFacets are the facets that Ask counts.
var countedFacets = []index.Facet{index.Category, index.Domain, index.Municipality}

// Options change how a question is asked.
type Options struct {
	Facets bool // count category, domain and municipality
	Fuzzy  bool // one edit in a word, not in its first letter
}

// An Answer is what stock Bleve finds.
type Answer struct {
	Total  int
	IDs    []string // the best, at most Query.Limit
	Facets map[index.Facet]map[string]int
}

// Ask answers q: every word in the title, summary or body, or one of them with
// q.Any, and the filters. What stands in quotes counts as one word, found where
// its words are neighbours in one field.
//
// A facet is counted as if it had no filter of its own. Bleve cannot do that in
// one search, so that every facet with chosen values costs one more.
func (x *Index) Ask(ctx context.Context, q index.Query, o Options) (Answer, error) {
	words := wordsQuery(q.Text, q.Any, o.Fuzzy)
	request := bleve.NewSearchRequestOptions(narrowed(words, q.Filters, ""), q.Limit, q.Offset, false)
	if o.Facets {
		for _, f := range countedFacets {
			if len(q.Filters[f]) == 0 {
				request.AddFacet(string(f), bleve.NewFacetRequest(string(f), facetSize))
			}
		}
	}
	found, err := x.bleve.SearchInContext(ctx, request)
	if err != nil {
		return Answer{}, fmt.Errorf("search stock index: %w", err)
	}
	a := Answer{Total: int(found.Total), IDs: make([]string, len(found.Hits)), Facets: map[index.Facet]map[string]int{}}
	for i, h := range found.Hits {
		a.IDs[i] = h.ID
	}
	a.add(found)
	if !o.Facets {
		return a, nil
	}
	for _, f := range countedFacets {
		if len(q.Filters[f]) == 0 {
			continue
		}
		request := bleve.NewSearchRequestOptions(narrowed(words, q.Filters, f), 0, 0, false)
		request.AddFacet(string(f), bleve.NewFacetRequest(string(f), facetSize))
		found, err := x.bleve.SearchInContext(ctx, request)
		if err != nil {
			return Answer{}, fmt.Errorf("count %s in stock index: %w", f, err)
		}
		a.add(found)
	}
	return a, nil
}

// add takes over the facet counts of a search.
func (a *Answer) add(found *bleve.SearchResult) {
	for name, facet := range found.Facets {
		counts := make(map[string]int)
		for _, t := range facet.Terms.Terms() {
			counts[t.Term] = t.Count
		}
		a.Facets[index.Facet(name)] = counts
	}
}

// Titles returns the IDs of n fiches whose title has, for every word of text, a
// word that begins with it.
func (x *Index) Titles(ctx context.Context, text string, n int) ([]string, error) {
	var all []query.Query
	for w := range strings.FieldsSeq(strings.ToLower(text)) {
		p := bleve.NewPrefixQuery(w)
		p.SetField(fieldTitle)
		all = append(all, p)
	}
	if len(all) == 0 {
		return nil, nil
	}
	found, err := x.bleve.SearchInContext(ctx, bleve.NewSearchRequestOptions(bleve.NewConjunctionQuery(all...), n, 0, false))
	if err != nil {
		return nil, fmt.Errorf("search titles in stock index: %w", err)
	}
	ids := make([]string, len(found.Hits))
	for i, h := range found.Hits {
		ids[i] = h.ID
	}
	return ids, nil
}

// narrowed adds the filters of all facets but one to a query, as clauses
// without weight: that is how Bleve filters fastest.
func narrowed(words query.Query, filters map[index.Facet][]string, but index.Facet) query.Query {
	all := []query.Query{words}
	for _, f := range index.Facets {
		if f == but || len(filters[f]) == 0 {
			continue
		}
		values := bleve.NewDisjunctionQuery()
		for _, v := range slices.Compact(slices.Sorted(slices.Values(filters[f]))) {
			t := bleve.NewTermQuery(v)
			t.SetField(string(f))
			t.SetBoost(0)
			values.AddQuery(t)
		}
		all = append(all, values)
	}
	if len(all) == 1 {
		return words
	}
	if _, everything := words.(*query.MatchAllQuery); everything {
		all = all[1:]
	}
	return bleve.NewConjunctionQuery(all...)
}

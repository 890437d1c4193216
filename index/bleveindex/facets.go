package bleveindex

import (
	"maps"
	"slices"

	"praktijkzoeker/index"
)

// facetCounts turns counts by ordinal into the lists of an answer: highest
// first, then by Dutch collation, with every chosen value.
func facetCounts(v *valueTable, counts []int32, filters map[index.Facet][]string) map[index.Facet][]index.Count {
	// A key orders as the values do: how far the count is from the highest, and
	// the rank.
	var keys [facetCount][]uint64
	for o, n := range counts {
		if n > 0 {
			f := v.facets[o]
			keys[f] = append(keys[f], uint64(^uint32(n))<<32|uint64(v.ranks[o]))
		}
	}
	out := make(map[index.Facet][]index.Count, facetCount)
	for f, facet := range index.Facets {
		slices.Sort(keys[f])
		chosen := filters[facet]
		values := make([]index.Count, 0, len(keys[f])+len(chosen))
		for _, k := range keys[f] {
			text := v.texts[v.byRank[uint32(k)]]
			values = append(values, index.Count{Value: text, N: int(^uint32(k >> 32)), Selected: slices.Contains(chosen, text)})
		}
		for _, text := range chosen {
			has := func(c index.Count) bool { return c.Value == text }
			if text != "" && !slices.ContainsFunc(values, has) {
				values = append(values, index.Count{Value: text, Selected: true})
			}
		}
		out[facet] = values
	}
	return out
}

// landingFacets returns the lists of an answer to the query without words and
// filters, which the caller may change.
func (v *view) landingFacets() map[index.Facet][]index.Count {
	v.landing.Do(func() { v.everything = facetCounts(v.values, v.all, nil) })
	out := maps.Clone(v.everything)
	for f, counts := range out {
		out[f] = slices.Clone(counts)
	}
	return out
}

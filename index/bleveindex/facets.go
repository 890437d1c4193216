package bleveindex

import (
	"cmp"
	"slices"

	"praktijkzoeker/index"
)

// facetCounts turns counts by ordinal into the lists of an answer: highest
// first, then by Dutch collation, with every chosen value.
func facetCounts(v *valueTable, counts []int32, filters map[index.Facet][]string) map[index.Facet][]index.Count {
	var ordinals [facetCount][]uint32
	for o, n := range counts {
		if n > 0 {
			f := v.facets[o]
			ordinals[f] = append(ordinals[f], uint32(o))
		}
	}
	out := make(map[index.Facet][]index.Count, facetCount)
	for f, facet := range index.Facets {
		list := ordinals[f]
		slices.SortFunc(list, func(a, b uint32) int {
			return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(v.ranks[a], v.ranks[b]))
		})
		chosen := filters[facet]
		values := make([]index.Count, 0, len(list)+len(chosen))
		for _, o := range list {
			text := v.texts[o]
			values = append(values, index.Count{Value: text, N: int(counts[o]), Selected: slices.Contains(chosen, text)})
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

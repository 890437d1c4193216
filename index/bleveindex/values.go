package bleveindex

import (
	"maps"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"praktijkzoeker/index"
)

// A valueTable numbers the facet values of an index: each pair of facet and
// text has one ordinal for as long as the index is open. A table is immutable;
// with returns a larger one that agrees with it.
type valueTable struct {
	facets []uint8  // by ordinal: number of the facet in index.Facets
	texts  []string // by ordinal
	ranks  []uint32 // by ordinal: place in Dutch collation
	byRank []uint32 // ordinals in that order
	byText [facetCount]map[string]uint32
}

// facetCount is len(index.Facets), which is no constant; a test holds it.
const facetCount = 4

func newValueTable() *valueTable {
	t := &valueTable{}
	for f := range t.byText {
		t.byText[f] = map[string]uint32{}
	}
	return t
}

// ordinal returns the number of a value, if any fiche ever had it.
func (t *valueTable) ordinal(facet int, text string) (uint32, bool) {
	o, ok := t.byText[facet][text]
	return o, ok
}

// with returns a table that also holds the given texts, per facet.
func (t *valueTable) with(texts [facetCount][]string) *valueTable {
	grown := &valueTable{
		facets: slices.Clone(t.facets),
		texts:  slices.Clone(t.texts),
	}
	for f := range texts {
		grown.byText[f] = maps.Clone(t.byText[f])
		for _, text := range texts[f] {
			if _, ok := grown.byText[f][text]; !ok {
				grown.byText[f][text] = uint32(len(grown.texts))
				grown.texts = append(grown.texts, text)
				grown.facets = append(grown.facets, uint8(f))
			}
		}
	}
	if len(grown.texts) == len(t.texts) {
		return t
	}
	grown.rank()
	return grown
}

// rank fills ranks.
func (t *valueTable) rank() {
	c := collate.New(language.Dutch)
	var buf collate.Buffer
	keys := make([]string, len(t.texts))
	order := make([]uint32, len(t.texts))
	for i, s := range t.texts {
		keys[i] = string(c.KeyFromString(&buf, s))
		buf.Reset()
		order[i] = uint32(i)
	}
	slices.SortStableFunc(order, func(a, b uint32) int {
		if keys[a] != keys[b] {
			if keys[a] < keys[b] {
				return -1
			}
			return 1
		}
		return 0
	})
	t.byRank, t.ranks = order, make([]uint32, len(order))
	for place, o := range order {
		t.ranks[o] = uint32(place)
	}
}

// facetNumber returns the place of a facet in index.Facets.
func facetNumber(f index.Facet) (int, bool) {
	i := slices.Index(index.Facets, f)
	return i, i >= 0
}

package bleveindex

import "praktijkzoeker/index"

// A facetFilter is the documents of a segment that meet what is chosen in one
// facet.
type facetFilter struct {
	facet  int
	set    bitset
	values []uint32 // chosen; those that the segment knows
	n      int      // members of set, deleted ones included
}

// filtersOf returns the filters of a selection in a segment; false when nothing
// can pass, because a facet that no fiche has is chosen.
func (s *searcher) filtersOf(seg *viewSegment, sel *selection) (filters []facetFilter, some bool) {
	if sel.facets&(1<<facetCount) != 0 {
		return nil, false
	}
	for f := range index.Facets {
		if sel.facets&(1<<f) != 0 {
			filters = append(filters, facetFilter{facet: f, set: s.bitset(seg.n)})
		}
	}
	for o, chosen := range sel.chosen {
		if !chosen || o >= len(seg.values) {
			continue
		}
		for i := range filters {
			if g := &filters[i]; g.facet == int(s.view.values.facets[o]) {
				seg.values[o].addTo(g.set)
				g.values = append(g.values, uint32(o))
			}
		}
	}
	for i := range filters {
		filters[i].n = filters[i].set.count()
	}
	return filters, true
}

// addKnownSets appends the sets of the chosen values, and their union.
func (g *facetFilter) addKnownSets(seg *viewSegment, known []knownSet) []knownSet {
	union := knownSet{n: g.n, bits: g.set}
	for _, o := range g.values {
		one, ok := seg.valueSet(o)
		if !ok {
			return known
		}
		known = append(known, one)
		union.united = append(union.united, seg.values[o])
		union.values = append(union.values, o)
		union.extra += one.n
	}
	if union.extra -= g.n; len(g.values) > 1 {
		known = append(known, union)
	}
	return known
}

// applyFilters leaves in set, of n live documents of a segment that match the
// words, those that pass the filters, counts the facets, and returns how many
// are left. A facet is counted over the documents that pass all other filters.
func (s *searcher) applyFilters(c *collector, seg *viewSegment, set bitset, n int, known []knownSet) int {
	if c.selection.facets == 0 {
		c.count(seg, set, n, allFacets, known, s.bitset(seg.n))
		return n
	}
	filters, some := s.filtersOf(seg, &c.selection)
	if !some {
		clear(set)
		return 0
	}
	scratch := s.bitset(seg.n)
	if c.counts != nil {
		others := s.bitset(seg.n)
		for i := range filters {
			copy(others, set)
			near := known
			for k := range filters {
				if k != i {
					others.meet(filters[k].set)
					near = filters[k].addKnownSets(seg, near)
				}
			}
			c.count(seg, others, others.count(), 1<<filters[i].facet, near, scratch)
		}
	}
	rest := uint8(allFacets)
	for i := range filters {
		set.meet(filters[i].set)
		known = filters[i].addKnownSets(seg, known)
		rest &^= 1 << filters[i].facet
	}
	n = set.count()
	c.count(seg, set, n, rest, known, scratch)
	return n
}

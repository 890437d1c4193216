package bleveindex

import "praktijkzoeker/index"

// A selection is the chosen facet values of a query, as a view knows them.
type selection struct {
	chosen []bool // by ordinal; nil when nothing is chosen
	facets uint8  // bit per facet that has a choice
}

// selectionOf reads the filters of a query. A chosen value that no fiche has
// is part of no document, so that its facet passes none by it.
func selectionOf(v *valueTable, filters map[index.Facet][]string) selection {
	var s selection
	for facet, texts := range filters {
		for _, text := range texts {
			if text == "" {
				continue
			}
			if s.chosen == nil {
				s.chosen = make([]bool, len(v.texts))
			}
			f, ok := facetNumber(facet)
			if !ok {
				s.facets |= 1 << facetCount // a facet that no fiche has
				continue
			}
			s.facets |= 1 << f
			if o, ok := v.ordinal(f, text); ok {
				s.chosen[o] = true
			}
		}
	}
	return s
}

// failed returns the facets, a bit each, whose choice a document with these
// values does not meet.
func (s *selection) failed(v *valueTable, ordinals []uint32) uint8 {
	if s.facets == 0 {
		return 0
	}
	missing := s.facets
	for _, o := range ordinals {
		if s.chosen[o] {
			missing &^= 1 << v.facets[o]
		}
	}
	return missing
}

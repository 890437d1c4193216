package server

import (
	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

// A labelSet is the values of a facet that a fiche carries.
type labelSet struct {
	facet  index.Facet
	values []string
}

// labelsOf returns the labels of a fiche other than its municipalities, facets
// without values left out.
func labelsOf(f *corpus.Fiche) []labelSet {
	var out []labelSet
	for _, s := range []labelSet{{index.Category, f.Categories}, {index.Domain, f.Domains}, {index.TargetGroup, f.TargetGroups}} {
		if len(s.values) > 0 {
			out = append(out, s)
		}
	}
	return out
}

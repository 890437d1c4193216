package bleveindex

import (
	"context"
	"strings"

	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch"
)

// Suggest implements index.Searcher.
func (x *Index) Suggest(ctx context.Context, text string, limit int) ([]index.Suggestion, error) {
	v, done, err := x.acquire(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	words := strings.Fields(dutch.Fold(text))
	out := []index.Suggestion{}
	if len(words) == 0 {
		return out, nil
	}
	fits := func(s string) bool {
		f := " " + dutch.Fold(s)
		for _, w := range words {
			if !strings.Contains(f, " "+w) {
				return false
			}
		}
		return true
	}
	for o, t := range v.values.texts {
		if len(out) < limit && v.all[o] > 0 && fits(t) {
			out = append(out, index.Suggestion{Kind: index.Kind(index.Facets[v.values.facets[o]]), Text: t, Count: int(v.all[o])})
		}
	}
	for _, g := range v.order {
		f, err := v.fiche(g)
		if err != nil {
			return nil, err
		}
		if len(out) < limit && fits(f.Title) {
			out = append(out, index.Suggestion{Kind: index.KindFiche, Text: f.Title, ID: f.ID})
		}
	}
	return out, nil
}

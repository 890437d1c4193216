package bleveindex

import (
	"context"
	"slices"
	"strings"

	"praktijkzoeker/index"
)

// relax tells what to drop from a query that found nothing: one filter value,
// or one word, each with what the rest finds. Best first.
func (x *Index) relax(ctx context.Context, s *searcher, q *index.Query, p *plan) ([]index.Relaxation, error) {
	var out []index.Relaxation
	try := func(r index.Relaxation) error {
		r.Query.Offset, r.Query.Limit = 0, 0
		c, err := s.answer(ctx, newPlan(x.knowledge(s), &r.Query), &r.Query)
		if err != nil || c.total == 0 {
			return err
		}
		r.Query.Limit, r.Total = q.Limit, c.total
		out = append(out, r)
		return nil
	}
	for _, facet := range index.Facets {
		for _, value := range q.Filters[facet] {
			r := index.Relaxation{Facet: facet, Value: value, Query: *q}
			r.Query.Filters = without(q.Filters, facet, value)
			if err := try(r); err != nil {
				return nil, err
			}
		}
	}
	terms := index.ParseText(q.Text)
	for i, t := range terms {
		if len(terms) < 2 {
			break
		}
		r := index.Relaxation{Word: t.String(), Query: *q}
		rest := slices.Delete(slices.Clone(terms), i, i+1)
		words := make([]string, len(rest))
		for k := range rest {
			words[k] = rest[k].String()
		}
		r.Query.Text = strings.Join(words, " ")
		if err := try(r); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(out, func(a, b index.Relaxation) int { return b.Total - a.Total })
	return out, nil
}

// without returns filters without one value.
func without(filters map[index.Facet][]string, facet index.Facet, value string) map[index.Facet][]string {
	out := make(map[index.Facet][]string, len(filters))
	for f, values := range filters {
		for _, v := range values {
			if f != facet || v != value {
				out[f] = append(out[f], v)
			}
		}
	}
	return out
}

package bleveindex

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"praktijkzoeker/index"
)

// relatedTerms is the number of stems of a fiche by which others are compared
// with it: those that tell it apart best.
const relatedTerms = 16

// relatedShare is the part of the characteristic stems, by idf, that a related
// fiche has at least.
const relatedShare = 0.1

// Related implements index.Searcher. Two fiches are related when they share
// the stems that are weighty in the one and rare among all.
func (x *Index) Related(ctx context.Context, id string, limit int) (hits []index.Hit, err error) {
	err = x.on(ctx, func(v *view) error {
		s := v.searchers.Get().(*searcher)
		hits, err = x.related(ctx, s, id, limit)
		v.searchers.Put(s) // not after a panic: it may hold anything then
		return err
	})
	return hits, err
}

// related answers Related on the view of s.
func (x *Index) related(ctx context.Context, s *searcher, id string, limit int) ([]index.Hit, error) {
	v := s.view
	global, err := v.find(id)
	if err != nil {
		return nil, err
	}
	f, err := v.fiche(global)
	if err != nil {
		return nil, err
	}
	a := newAnalyst(x.options.Analyzer)
	a.read(&f, 1)
	p, err := s.characteristic(a)
	if err != nil {
		return nil, err
	}
	limit = min(max(limit, 0), index.MaxLimit)
	if len(p.clauses) == 0 || limit == 0 {
		return []index.Hit{}, nil
	}
	q := index.Query{Limit: limit + 1}
	c := newCollector(v, &q)
	if err := s.run(ctx, p, relatedShare, c); err != nil {
		return nil, err
	}
	hits := slices.DeleteFunc(c.hits(0), func(h hit) bool { return h.global == global })
	return s.dress(ctx, p, &q, hits[:min(limit, len(hits))])
}

// characteristic returns a plan of the stems that set apart what a has read.
func (s *searcher) characteristic(a *analyst) (*plan, error) {
	type term struct {
		stem  string
		worth float64
	}
	var terms []term
	for _, e := range a.met {
		stem := e.term
		if !isStem(stem) {
			continue
		}
		df := 0
		for i := range s.view.segments {
			r, err := s.reader(i)
			if err != nil {
				return nil, err
			}
			pl, err := r.lists[inTerms].dictionary.PostingsList([]byte(stem), s.view.segments[i].scorch.Deleted(), nil)
			if err != nil {
				return nil, fmt.Errorf("read postings: %w", err)
			}
			df += int(pl.Count())
		}
		if df < 2 { // nobody shares it
			continue
		}
		n := float64(s.view.live)
		idf := math.Log(1 + n/float64(df))
		terms = append(terms, term{stem, idf * e.roles[asWord].impact(&a.lengths)})
	}
	slices.SortFunc(terms, func(a, b term) int {
		return cmp.Or(cmp.Compare(b.worth, a.worth), cmp.Compare(a.stem, b.stem))
	})
	p := &plan{marker: index.NewMarker(s.dutch, 0)}
	for _, t := range terms[:min(len(terms), relatedTerms)] {
		p.clauses = append(p.clauses, clause{
			variants: []variant{{terms: []string{t.stem}, weight: float32(t.worth)}},
		})
	}
	return p, nil
}

package bleveindex

import (
	"context"
	"fmt"
	"math"
	"slices"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

// practicesPerHit bounds the local examples of one hit: a page shows a few.
const practicesPerHit = 5

// Search implements index.Searcher.
func (x *Index) Search(ctx context.Context, q index.Query) (res *index.Results, err error) {
	err = x.on(ctx, func(v *view) error {
		s := v.searchers.Get().(*searcher)
		res, err = x.search(ctx, s, normalise(q))
		v.searchers.Put(s) // not after a panic: it may hold anything then
		return err
	})
	return res, err
}

// search runs a query on the view of s.
func (x *Index) search(ctx context.Context, s *searcher, q index.Query) (*index.Results, error) {
	p := newPlan(x.knowledge(s), &q)
	c, err := s.answer(ctx, p, &q)
	if err != nil {
		return nil, err
	}
	res := &index.Results{Total: c.total, Corrected: p.corrected}
	switch {
	case q.Uncounted:
	case c.everything:
		res.Facets = s.view.landingFacets()
	default:
		res.Facets = facetCounts(s.view.values, c.counts, q.Filters)
	}
	if res.Hits, err = s.dress(ctx, p, &q, c.hits(q.Offset)); err != nil {
		return nil, err
	}
	if c.total == 0 && !q.Bare {
		if res.Relaxed, err = x.relax(ctx, s, &q, p); err != nil {
			return nil, err
		}
	}
	return res, nil
}

// fewHits is next to nothing: a loose query with fewer is asked again for most
// of its words.
const fewHits = 3

// knowledge returns what is known about words, on the view of s.
func (x *Index) knowledge(s *searcher) wordKnowledge {
	return wordKnowledge{dutch: x.options.Analyzer, synonyms: x.synonyms.Load(), known: s, vocabulary: s.view.vocabulary}
}

// answer runs a plan: fiches with all the words; where that gives nothing, or
// next to nothing for a loose plan, fiches with most of them; and where that is
// not enough either, with most of the parts of the compounds that no fiche has.
func (s *searcher) answer(ctx context.Context, p *plan, q *index.Query) (*collector, error) {
	c := newCollector(s.view, q)
	words := len(p.clauses)
	if words == 0 && len(p.phrases) == 0 && len(p.excluded) == 0 && q.Sort != index.Updated && c.selection.facets == 0 {
		s.landing(c)
		return c, nil
	}
	share := float32(allWords)
	if p.any && !p.isPhrases() {
		share = anyWord
	}
	if err := s.run(ctx, p, share, c); err != nil {
		return nil, err
	}
	// Filters do not loosen a query, words that no fiche has together do: hence
	// matched, which filters leave alone.
	if p.any || len(p.phrases) > 0 || words == 0 {
		return c, nil
	}
	few := func() bool { return c.matched == 0 || p.loose && c.matched < fewHits }
	if words > 1 && few() {
		c = newCollector(s.view, q)
		if err := s.run(ctx, p, mostWords, c); err != nil {
			return nil, err
		}
	}
	if apart := p.apart(); apart != nil && few() {
		c = newCollector(s.view, q)
		if err := s.run(ctx, apart, mostWords, c); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// landing answers the query without words and filters from what the view has
// ready.
func (s *searcher) landing(c *collector) {
	v := s.view
	c.total, c.everything = v.live, true
	for _, global := range v.order[:c.keep] {
		c.best = append(c.best, hit{global: global, rank: v.rank[global]})
	}
}

// dress turns the hits of a page into what the caller sees.
func (s *searcher) dress(ctx context.Context, p *plan, q *index.Query, hits []hit) ([]index.Hit, error) {
	out := make([]index.Hit, 0, len(hits))
	shown := slices.Concat(q.Filters[index.Municipality], p.places)
	for _, h := range hits {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if q.Bare {
			seg, d := s.view.locate(h.global)
			out = append(out, index.Hit{Fiche: corpus.Fiche{ID: seg.ids[d]}, Score: rounded(h.score), Partial: h.partial})
			continue
		}
		f, err := s.view.fiche(h.global)
		if err != nil {
			return nil, err
		}
		hit := index.Hit{Fiche: f, Score: rounded(h.score), Partial: h.partial}
		hit.Title, _ = p.marker.Mark(f.Title)
		hit.Excerpt = p.marker.Excerpt(&f)
		hit.Practices = p.marker.PracticesOf(&f, func(name string) bool { return slices.Contains(shown, name) }, practicesPerHit)
		if q.Explain {
			hit.Why = p.why(s.dutch, &f)
		}
		out = append(out, hit)
	}
	return out, nil
}

// rounded returns a score to four digits, which is more than it means.
func rounded(score float32) float64 { return math.Round(1e4*float64(score)) / 1e4 }

// fiche reads a stored fiche.
func (v *view) fiche(global uint32) (f corpus.Fiche, err error) {
	s, d := v.locate(global)
	var decodeErr error
	err = s.scorch.VisitDocument(uint64(d), func(field string, _ byte, value []byte, _ []uint64) bool {
		if field != fieldFiche {
			return true
		}
		f, decodeErr = v.store.fiches.decode(value)
		return false
	})
	if err = firstError(err, decodeErr); err != nil {
		return f, fmt.Errorf("read stored fiche: %w", err)
	}
	return f, nil
}

// normalise brings the numbers of a query into range.
func normalise(q index.Query) index.Query {
	q.Offset = min(max(q.Offset, 0), math.MaxInt32) // a limit more is still a number
	q.Limit = min(max(q.Limit, 0), index.MaxLimit)
	if q.Sort != index.Title && q.Sort != index.Updated {
		q.Sort = index.Relevance
	}
	return q
}

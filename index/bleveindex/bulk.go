package bleveindex

import (
	"container/heap"
	"context"

	"praktijkzoeker/index"
)

// addAll takes the documents of a segment that match the words, ascending, with
// their scores. The cursors are clauses that all of them meet.
func (c *collector) addAll(ctx context.Context, s *viewSegment, hits *list, cursors []cursor) error {
	if c.selection.facets != 0 || c.sort != index.Relevance {
		for k, d := range hits.docs {
			if k%checkEvery == checkEvery-1 && ctx.Err() != nil {
				return ctx.Err()
			}
			c.add(s, d, hits.weights[k])
		}
		return nil
	}
	c.matched += hits.len()
	c.total += hits.len()
	c.countAll(s, hits, cursors)
	for k, score := range hits.weights {
		if len(c.best) == c.keep && (c.keep == 0 || float64(score) < c.best[0].key) {
			continue
		}
		global := s.base + hits.docs[k]
		c.offer(hit{key: float64(score), score: score, global: global, rank: c.view.rank[global]})
	}
	return ctx.Err()
}

// offer keeps h if it is among the best so far.
func (c *collector) offer(h hit) {
	switch {
	case len(c.best) < c.keep:
		heap.Push(&c.best, h)
	case c.keep > 0 && h.before(c.best[0]):
		c.best[0] = h
		heap.Fix(&c.best, 0)
	}
}

// countAll counts the values of hits. It starts from the nearest set whose
// counts are known, nothing, everything, or the documents of one clause, and
// corrects for the difference: most results are nearly one of these.
func (c *collector) countAll(s *viewSegment, hits *list, cursors []cursor) {
	work := hits.len()
	var from *hotTerm
	everything := false
	if s.deleted == nil { // known counts hold the deleted documents too
		if rest := s.n - hits.len(); rest < work {
			work, everything = rest, true
		}
		for i := range cursors {
			if h := cursors[i].hot; h != nil && h.n-hits.len() < work {
				work, from, everything = h.n-hits.len(), h, false
			}
		}
	}
	switch {
	case everything:
		c.addCounts(s.counts)
		c.uncount(s, hits, func(f func(d uint32)) {
			for d := range uint32(s.n) {
				f(d)
			}
		})
	case from != nil:
		c.addCounts(from.counts)
		if work > 0 {
			c.uncount(s, hits, from.each)
		}
	default:
		for _, d := range hits.docs {
			for _, o := range s.row(d) {
				c.counts[o]++
			}
		}
	}
}

func (c *collector) addCounts(counts []int32) {
	for o, n := range counts {
		c.counts[o] += n
	}
}

// uncount takes away the documents of a set that holds all hits but that are
// none. The set comes in rising order.
func (c *collector) uncount(s *viewSegment, hits *list, each func(func(d uint32))) {
	i := 0
	each(func(d uint32) {
		if i < hits.len() && hits.docs[i] == d {
			i++
			return
		}
		for _, o := range s.row(d) {
			c.counts[o]--
		}
	})
}

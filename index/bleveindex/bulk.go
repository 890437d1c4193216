package bleveindex

import (
	"container/heap"
	"context"

	"praktijkzoeker/index"
)

// addAll takes the documents of a segment that match the words, ascending, with
// their scores. The matchers are clauses that all of them meet.
func (c *collector) addAll(ctx context.Context, s *viewSegment, hits *list, ms []matcher) error {
	if !c.isPlain() {
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
	c.countAll(s, hits, ms)
	for k, score := range hits.weights {
		if !c.surpasses(score) {
			c.offerScore(s, hits.docs[k], score)
		}
	}
	return ctx.Err()
}

// isPlain reports whether every document that matches is a hit, the best ones
// first.
func (c *collector) isPlain() bool { return c.selection.facets == 0 && c.sort == index.Relevance }

// surpasses reports whether every document kept is better than one with this
// score, and no more fit.
func (c *collector) surpasses(score float32) bool {
	return c.keep == 0 || len(c.best) == c.keep && float64(score)*(1+rounding) < c.best[0].key
}

// offerScore keeps a document if it is among the best so far.
func (c *collector) offerScore(s *viewSegment, d uint32, score float32) {
	global := s.base + d
	c.offer(hit{key: float64(score), score: score, global: global, rank: c.view.rank[global], partial: score < c.whole})
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
// corrects for the difference: most results are nearly one of these. The known
// counts hold the deleted documents too, which are no hits and so corrected for.
func (c *collector) countAll(s *viewSegment, hits *list, ms []matcher) {
	if c.counts == nil {
		return
	}
	work := hits.len()
	var from *hotTerm
	everything := false
	if rest := s.n - hits.len(); rest < work {
		work, everything = rest, true
	}
	for i := range ms {
		if ways := ms[i].ways; len(ways) == 1 && ways[0].hot != nil && ways[0].hot.n-hits.len() < work {
			from = ways[0].hot
			work, everything = from.n-hits.len(), false
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
			c.countRow(s, d, 1)
		}
	}
}

// countBits is countAll for hits as a set, of which the documents of each clause
// of sp that counts are a part. The scratch is as large as the set.
func (c *collector) countBits(s *viewSegment, hits, scratch bitset, sp *somePlan) {
	if c.counts == nil {
		return
	}
	total := hits.count()
	work := total
	var from *hotTerm
	everything := false
	if rest := s.n - total; rest < work {
		work, everything = rest, true
	}
	gone := s.deleted.count()
	for _, k := range sp.order {
		for i := range sp.ms[k].ways {
			w := &sp.ms[k].ways[i]
			if sp.counts[k] && w.hot != nil && w.scale.only == 0 && total-w.hot.n+2*gone < work {
				work, from, everything = total-w.hot.n+2*gone, w.hot, false
			}
		}
	}
	clear(scratch)
	switch {
	case everything:
		c.addCounts(s.counts)
		for d := range uint32(s.n) {
			if !hits.has(d) {
				c.countRow(s, d, -1)
			}
		}
		return
	case from != nil:
		c.addCounts(from.counts)
		known := cursor{hot: from}
		known.addTo(scratch)
		for i, w := range s.deleted {
			eachBit(i, w&scratch[i], func(d uint32) { c.countRow(s, d, -1) })
		}
	}
	for i, w := range hits {
		eachBit(i, w&^scratch[i], func(d uint32) { c.countRow(s, d, 1) })
	}
}

// countRow adds sign to the counts of the values of a document.
func (c *collector) countRow(s *viewSegment, d uint32, sign int32) {
	for _, o := range s.row(d) {
		c.counts[o] += sign
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
		c.countRow(s, d, -1)
	})
}

package bleveindex

import (
	"container/heap"

	"praktijkzoeker/index"
)

// surpasses reports whether every document kept is better than one with this
// score, and no more fit.
func (c *collector) surpasses(score float32) bool {
	return c.keep == 0 || len(c.best) == c.keep && float64(score)*(1+rounding) < c.best[0].key
}

// offerDoc keeps a document if it is among the first so far.
func (c *collector) offerDoc(s *viewSegment, d uint32, score float32) {
	h := hit{score: score, global: s.base + d, partial: score < c.whole}
	switch c.sort {
	case index.Relevance:
		h.key = float64(score)
	case index.Updated:
		h.key = float64(s.days[d])
	}
	if c.keep == 0 || len(c.best) == c.keep && h.key < c.best[0].key {
		return
	}
	h.rank = c.view.rank[h.global]
	c.offer(h)
}

// offer keeps h if it is among the first so far.
func (c *collector) offer(h hit) {
	switch {
	case len(c.best) < c.keep:
		heap.Push(&c.best, h)
	case c.keep > 0 && h.before(c.best[0]):
		c.best[0] = h
		heap.Fix(&c.best, 0)
	}
}

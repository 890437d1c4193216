package bleveindex

import (
	"context"
	"math/bits"

	"praktijkzoeker/index"
)

// filterOnly answers a query without words by bitsets: one per facet with a
// choice, of the documents that meet it. A facet is counted over the documents
// that meet all the others. Hits are by title, so they are the first of the
// view's order that are in the result.
func (s *searcher) filterOnly(ctx context.Context, c *collector) error {
	results := make([]bitset, len(s.view.segments))
	for i := range s.view.segments {
		if err := ctx.Err(); err != nil {
			return err
		}
		results[i] = s.filterSegment(i, c)
	}
	for at, global := range s.view.order {
		if len(c.best) == c.keep {
			break
		}
		if at%checkEvery == checkEvery-1 && ctx.Err() != nil {
			return ctx.Err()
		}
		if i, d := s.view.segmentOf(global); results[i].has(d) {
			c.best = append(c.best, hit{global: global, rank: uint32(at)})
		}
	}
	return nil
}

// filterSegment counts one segment and returns the documents that meet every
// choice.
func (s *searcher) filterSegment(i int, c *collector) bitset {
	seg := &s.view.segments[i]
	var groups [facetCount]bitset // nil: no choice
	for f := range groups {
		if c.selection.facets&(1<<f) != 0 {
			groups[f] = newBitset(seg.n)
		}
	}
	for o, chosen := range c.selection.chosen {
		if chosen && o < len(seg.postings) {
			group := groups[s.view.values.facets[o]]
			for _, d := range seg.postings[o] {
				group.set(d)
			}
		}
	}
	result := newBitset(seg.n)
	if c.selection.facets&(1<<facetCount) != 0 { // a facet that no fiche has
		return result
	}
	seg.meet(result, groups, -1)
	c.total += result.count()
	c.matched += seg.n
	if c.counts == nil {
		return result
	}
	for f := range index.Facets {
		within := result
		if groups[f] != nil {
			within = newBitset(seg.n)
			seg.meet(within, groups, f)
		}
		c.countFacet(seg, within, f)
	}
	return result
}

// meet fills dst with the live documents that are in every group but one.
func (seg *viewSegment) meet(dst bitset, groups [facetCount]bitset, but int) {
	for i := range dst {
		dst[i] = ^uint64(0)
	}
	if tail := seg.n & 63; tail != 0 {
		dst[len(dst)-1] = 1<<tail - 1
	}
	for i, w := range seg.deleted {
		dst[i] &^= w
	}
	for f, group := range groups {
		if f == but {
			continue
		}
		for i, w := range group {
			dst[i] &= w
		}
	}
}

// countFacet adds the counts of one facet over a set of live documents: those
// in it, or when it is most of the segment, everything less those outside.
func (c *collector) countFacet(seg *viewSegment, within bitset, facet int) {
	if seg.deleted == nil && within.count() > seg.n/2 {
		for o, n := range seg.counts {
			if int(c.view.values.facets[o]) == facet {
				c.counts[o] += n
			}
		}
		c.walk(seg, within, facet, -1)
		return
	}
	c.walk(seg, within, facet, 1)
}

// walk adds sign for every value of the facet of the documents in the set; for
// -1, of those outside it.
func (c *collector) walk(seg *viewSegment, set bitset, facet int, sign int32) {
	for i, w := range set {
		if sign < 0 {
			w = ^w
			if tail := seg.n & 63; tail != 0 && i == len(set)-1 {
				w &= 1<<tail - 1
			}
		}
		for w != 0 {
			d := uint32(i<<6 | bits.TrailingZeros64(w))
			w &= w - 1
			for _, o := range seg.facetRow(d, facet) {
				c.counts[o] += sign
			}
		}
	}
}

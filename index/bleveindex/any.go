package bleveindex

import (
	"context"
	"math/bits"
)

// collectAny gives the documents of a segment that meet any clause to c, which
// must neither filter nor sort. All are counted, as bits; but only those are
// scored that can be among the best (MaxScore: Turtle, Flood, "Query evaluation:
// strategies and optimizations", 1995): clause by clause, the rarest first, until
// what is left cannot reach the worst that is kept.
func (s *searcher) collectAny(ctx context.Context, sp *somePlan, seg *viewSegment, c *collector) error {
	result, left, here, scratch := s.bitset(seg.n), s.bitset(seg.n), s.bitset(seg.n), s.bitset(seg.n)
	known := s.known[:0]
	for _, k := range sp.order {
		if !sp.counts[k] {
			continue
		}
		sp.ms[k].addTo(result, scratch)
		for w := range sp.ms[k].ways {
			known = sp.ms[k].ways[w].addHotSets(known)
		}
	}
	s.known = known
	result.remove(seg.deleted)
	total := result.count()
	c.matched += total
	c.total += total
	c.count(seg, result, total, allFacets, known, scratch)

	copy(left, result)
	for n := range sp.order {
		if err := ctx.Err(); err != nil {
			return err
		}
		var sum, mass float32 // the most that this clause and those after it add
		for _, k := range sp.order[n:] {
			sum += sp.most[k]
			mass += sp.idf[k]
		}
		if c.keep == 0 || n > 0 && c.surpasses(sum*mass/sp.total) {
			return nil
		}
		k := sp.order[n]
		rest := sum - sp.most[k]
		clear(here)
		sp.ms[k].addTo(here, scratch)
		for i := range sp.ms {
			sp.ms[i].rewind()
		}
		for i, w := range here {
			w &= left[i]
			left[i] &^= w
			for ; w != 0; w &= w - 1 {
				d := uint32(i<<6 | bits.TrailingZeros64(w))
				first := sp.idf[k] * sp.ms[k].weight(d)
				if n > 0 && c.surpasses((first+rest)*mass/sp.total) || n == 0 && c.surpasses(first+rest+sp.total) {
					continue
				}
				if score, ok := sp.score(d); ok {
					c.offerDoc(seg, d, score)
				}
			}
		}
	}
	return nil
}

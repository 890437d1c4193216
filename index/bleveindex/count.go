package bleveindex

import (
	"math/bits"

	"praktijkzoeker/index"
)

// count adds the values of some facets, a bit each, over a set of n live
// documents. It begins with the known set that is nearest, and corrects for the
// documents in only one of the two: most results are nearly one of these. The
// scratch is a set as large.
func (c *collector) count(seg *viewSegment, set bitset, n int, facets uint8, known []knownSet, scratch bitset) {
	if c.counts == nil || facets == 0 {
		return
	}
	nearest := knownSet{} // of no documents
	apart := n
	consider := func(k *knownSet) {
		if d := k.distance(set, n, apart); d < apart {
			nearest, apart = *k, d
		}
	}
	consider(&knownSet{n: seg.n, counts: seg.counts, all: true})
	for i := range known {
		consider(&known[i])
	}
	walked := facets
	for f := range index.Facets {
		if facets>>f&1 != 0 && seg.bitsCost[f] < apart*seg.rowCost[f] {
			c.countByValue(seg, set, f)
			walked &^= 1 << f
		}
	}
	if walked == 0 {
		return
	}
	c.addKnown(seg, &nearest, walked, scratch)
	other := scratch
	switch {
	case nearest.all:
		other.fill(seg.n)
	case nearest.bits != nil:
		other = nearest.bits
	default:
		clear(other)
		for _, d := range nearest.docs {
			other.set(d)
		}
	}
	c.walk(seg, set, other, walked)
}

// addKnown adds the counts of a known set. The scratch is a set of the segment.
func (c *collector) addKnown(seg *viewSegment, k *knownSet, facets uint8, scratch bitset) {
	if k.united == nil {
		c.addCounts(k.counts, facets)
		return
	}
	clear(scratch)
	for i, o := range k.values {
		c.addCounts(seg.countsWith(o), facets)
		k.united[i].eachIn(scratch, func(d uint32) { c.countRow(seg, d, facets, -1) }) // counted with an earlier value
		k.united[i].addTo(scratch)
	}
}

// addCounts adds counts by ordinal.
func (c *collector) addCounts(counts []int32, facets uint8) {
	if facets == allFacets {
		for o, n := range counts {
			c.counts[o] += n
		}
		return
	}
	of := c.view.values.facets
	for o, n := range counts {
		if facets>>of[o]&1 != 0 {
			c.counts[o] += n
		}
	}
}

// allFacets has the bit of every facet.
const allFacets = 1<<facetCount - 1

// walk adds the values, of the facets, of the documents in a set but not in
// another, and takes away those of the documents in the other alone.
func (c *collector) walk(seg *viewSegment, set, other bitset, facets uint8) {
	for from := 0; from < facetCount; {
		if facets>>from&1 == 0 {
			from++
			continue
		}
		to := from + bits.TrailingZeros8(^(facets >> from)) // rows of neighbours are neighbours
		for i, w := range set {
			if w == other[i] {
				continue
			}
			for more := w &^ other[i]; more != 0; more &= more - 1 {
				k := facetCount*(i<<6|bits.TrailingZeros64(more)) + from
				for _, o := range seg.ordinals[seg.offsets[k]:seg.offsets[k+to-from]] {
					c.counts[o]++
				}
			}
			for less := other[i] &^ w; less != 0; less &= less - 1 {
				k := facetCount*(i<<6|bits.TrailingZeros64(less)) + from
				for _, o := range seg.ordinals[seg.offsets[k]:seg.offsets[k+to-from]] {
					c.counts[o]--
				}
			}
		}
		from = to
	}
}

// countRow adds sign for the values, of the facets, of a document.
func (c *collector) countRow(seg *viewSegment, d uint32, facets uint8, sign int32) {
	for f := range facetCount {
		if facets>>f&1 != 0 {
			for _, o := range seg.facetRow(d, f) {
				c.counts[o] += sign
			}
		}
	}
}

// countByValue adds the values of a facet over a set, each by what it has in
// common with the set.
func (c *collector) countByValue(seg *viewSegment, set bitset, facet int) {
	for o := range seg.values {
		if int(c.view.values.facets[o]) == facet {
			c.counts[o] += int32(seg.values[o].within(set))
		}
	}
}

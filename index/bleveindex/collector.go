package bleveindex

import (
	"math/bits"
	"slices"

	"praktijkzoeker/index"
)

// A collector takes the documents that match the words of a query, applies the
// filters, counts facets and keeps the best.
type collector struct {
	view       *view
	selection  selection
	sort       index.Sort
	keep       int     // documents to keep
	matched    int     // documents given to add
	total      int     // those that pass the filters
	counts     []int32 // by ordinal; nil: not asked for
	everything bool    // every fiche is a hit: counts are those of the view
	whole      float32 // the score from which a document lacks no word
	best       hitHeap // worst first
	// byTitle are the wide results by segment of which the first by title are
	// hits.
	byTitle []*wideResult
}

// A hit is a document with what it is ordered by.
type hit struct {
	key     float64 // higher is better
	rank    uint32  // lower is better, among equal keys
	global  uint32
	score   float32
	partial bool // lacks a word
}

// before reports whether a stands before b in an answer.
func (a hit) before(b hit) bool {
	if a.key != b.key {
		return a.key > b.key
	}
	return a.rank < b.rank
}

func newCollector(v *view, q *index.Query) *collector {
	c := &collector{
		view: v, selection: selectionOf(v.values, q.Filters), sort: q.Sort,
		keep: min(q.Offset+q.Limit, v.live), byTitle: make([]*wideResult, len(v.segments)),
	}
	if !q.Uncounted {
		c.counts = make([]int32, len(v.values.texts))
	}
	return c
}

// add takes one document of a segment that matches the words.
func (c *collector) add(s *viewSegment, d uint32, score float32) {
	c.matched++
	ordinals := s.row(d)
	switch failed := c.selection.failed(c.view.values, ordinals); {
	case c.counts == nil && failed != 0:
		return
	case c.counts == nil:
	case failed == 0:
		for _, o := range ordinals {
			c.counts[o]++
		}
	case failed&(failed-1) == 0:
		// Only one facet leaves it out: it counts for that facet, which is
		// counted as if nothing were chosen there.
		f := uint8(bits.TrailingZeros8(failed))
		for _, o := range ordinals {
			if c.view.values.facets[o] == f {
				c.counts[o]++
			}
		}
		return
	default:
		return
	}
	c.total++
	c.offerDoc(s, d, score)
}

// hits returns those of the page that begins at offset, in order.
func (c *collector) hits(offset int) []hit {
	all := []hit(c.best)
	slices.SortFunc(all, func(a, b hit) int {
		switch {
		case a.before(b):
			return -1
		case b.before(a):
			return 1
		}
		return 0
	})
	return all[min(offset, len(all)):]
}

// A hitHeap has its worst hit in front.
type hitHeap []hit

func (h hitHeap) Len() int           { return len(h) }
func (h hitHeap) Less(i, j int) bool { return h[j].before(h[i]) }
func (h hitHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *hitHeap) Push(x any)        { *h = append(*h, x.(hit)) }
func (h *hitHeap) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

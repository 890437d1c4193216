package bleveindex

import (
	"context"
	"slices"

	"praktijkzoeker/index"
)

// wideShare is the part of a segment, one in so many documents, from which on
// results are kept as sets of bits: then all are counted, but only those are
// scored that can be among the best.
const wideShare = 64

// A wideResult is what matches the words in a segment, as a set.
type wideResult struct {
	set   bitset // live documents
	n     int
	ms    []matcher // every one of which each document meets; none: all score 0
	order []int     // in which their weights are added
	idf   []float32
	// titled are the documents whose title is the query, ascending, which lift
	// stands above all others.
	titled []uint32
	lift   float32
	// Where documents may lack words: the idf of those that these have, of all
	// words, and what a document scores for lacking none. Else 0.
	mass, total, bonus float32
}

// score returns the score of document d. Documents must be asked for in rising
// order, from rewind on.
func (r *wideResult) score(d uint32) float32 {
	var sum float32
	for _, k := range r.order {
		sum += r.idf[k] * r.ms[k].weight(d)
	}
	sum = r.scaled(sum)
	if _, ok := slices.BinarySearch(r.titled, d); ok {
		sum += r.lift
	}
	return sum
}

// scaled returns the score for a sum of weights times idf.
func (r *wideResult) scaled(sum float32) float32 {
	if r.total == 0 {
		return sum
	}
	return sum*r.mass/r.total + r.bonus
}

func (r *wideResult) rewind() {
	for k := range r.ms {
		r.ms[k].rewind()
	}
}

// collectWide gives the result of segment i to c.
func (s *searcher) collectWide(ctx context.Context, i int, r *wideResult, c *collector) error {
	seg := &s.view.segments[i]
	c.matched += r.n
	known := s.known[:0]
	for k := range r.ms {
		for w := range r.ms[k].ways {
			known = r.ms[k].ways[w].addHotSets(known)
		}
	}
	s.known = known
	n := s.applyFilters(c, seg, r.set, r.n, known)
	c.total += n
	switch {
	case c.keep == 0 || n == 0:
	case c.sort == index.Title || c.sort == index.Relevance && len(r.ms) == 0:
		c.byTitle[i] = r
	case c.sort == index.Updated:
		r.rewind()
		return r.set.eachUntil(ctx, func(d uint32) {
			if len(c.best) < c.keep || float64(seg.days[d]) >= c.best[0].key {
				c.offerDoc(seg, d, r.score(d))
			}
		})
	default:
		return s.collectBest(ctx, seg, r, c)
	}
	return ctx.Err()
}

// collectByTitle gives c the first documents by title of the results that it
// keeps for it.
func (c *collector) collectByTitle(ctx context.Context) error {
	if !slices.ContainsFunc(c.byTitle, func(r *wideResult) bool { return r != nil }) {
		return nil
	}
	left := c.keep
	for n, global := range c.view.order {
		if left == 0 {
			return nil
		}
		if n%checkEvery == checkEvery-1 && ctx.Err() != nil {
			return ctx.Err()
		}
		i, d := c.view.segmentOf(global)
		if r := c.byTitle[i]; r != nil && r.set.has(d) {
			left--
			r.rewind()
			c.offerDoc(&c.view.segments[i], d, r.score(d))
		}
	}
	return nil
}

// collectList gives documents of segment i that match the words, ascending, with
// their scores to c.
func (s *searcher) collectList(ctx context.Context, i int, hits *list, c *collector) error {
	seg := &s.view.segments[i]
	if hits.len()*wideShare < seg.n {
		for k, d := range hits.docs {
			c.add(seg, d, hits.weights[k])
		}
		return ctx.Err()
	}
	set := s.bitset(seg.n)
	for _, d := range hits.docs {
		set.set(d)
	}
	c.matched += hits.len()
	c.total += s.applyFilters(c, seg, set, hits.len(), nil)
	for k, d := range hits.docs {
		if set.has(d) {
			c.offerDoc(seg, d, hits.weights[k])
		}
	}
	return ctx.Err()
}

package bleveindex

import (
	"context"
	"math"

	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch"
)

// A searcher runs plans on one view. It keeps its buffers from one search to
// the next, and is for one goroutine at a time.
type searcher struct {
	view    *view
	dutch   *dutch.Analyzer
	readers []*segmentReader // per segment; made when first used
	// matchers holds, per segment and clause, the documents that meet the
	// clause; lists what was read for those that stand on no hot term, of which
	// the first used are in use.
	matchers [][]matcher
	lists    []*list
	used     int
	spare    [2]list
	// sets are as large as the largest segment; the first lent are in use.
	sets  []bitset
	lent  int
	known []knownSet
	// frequency is the number of documents that meet each clause, in its most
	// frequent way.
	frequency []int
	order     []int
}

func newSearcher(v *view, d *dutch.Analyzer) *searcher {
	n := len(v.segments)
	return &searcher{view: v, dutch: d, readers: make([]*segmentReader, n), matchers: make([][]matcher, n)}
}

// bitset returns an empty set for a segment of n documents, in use until the
// next run.
func (s *searcher) bitset(n int) bitset {
	if s.lent == len(s.sets) {
		s.sets = append(s.sets, newBitset(s.view.largest()))
	}
	b := s.sets[s.lent][:(n+63)/64]
	s.lent++
	clear(b)
	return b
}

// list returns an empty list, in use until the next read.
func (s *searcher) list() *list {
	if s.used == len(s.lists) {
		s.lists = append(s.lists, &list{})
	}
	s.used++
	l := s.lists[s.used-1]
	l.reset()
	return l
}

func (s *searcher) reader(i int) (*segmentReader, error) {
	if s.readers[i] == nil {
		r, err := newSegmentReader(&s.view.segments[i])
		if err != nil {
			return nil, err
		}
		s.readers[i] = r
	}
	return s.readers[i], nil
}

// checkEvery is the number of documents between two looks at the context.
const checkEvery = 4096

// allWords is the share of a plan's words, by idf, that a hit must have when it
// must have every one; mostWords when it need not, and anyWord when one will do.
const (
	allWords  = 1
	mostWords = 0.5
	anyWord   = 0
)

// run gives every document with at least this share of the plan's words to c. A
// plan without words gives every document that its phrases and exclusions
// allow.
func (s *searcher) run(ctx context.Context, p *plan, share float32, c *collector) error {
	idf, err := s.read(ctx, p)
	if err != nil {
		return err
	}
	s.lent = 0
	for i := range s.view.segments {
		lent := s.lent
		if err := s.runSegment(ctx, i, p, share, idf, c); err != nil {
			return err
		}
		if c.byTitle[i] == nil { // it keeps no set for later
			s.lent = lent
		}
	}
	return c.collectByTitle(ctx)
}

func (s *searcher) runSegment(ctx context.Context, i int, p *plan, share float32, idf []float32, c *collector) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	seg, ms, hits := &s.view.segments[i], s.matchers[i], &s.spare[1]
	if share >= allWords || len(p.clauses) < 2 {
		if wide, err := s.matchAll(ctx, hits, i, p, idf, c); wide || err != nil {
			return err
		}
	} else {
		sp := newSomePlan(p, ms, idf, s.frequency, share)
		c.whole = sp.whole()
		if c.sort == index.Relevance && len(p.phrases) == 0 && len(p.excluded) == 0 && sp.isWide(seg.n) {
			return s.collectSubsets(ctx, i, p, sp, c)
		}
		if err := sp.collect(ctx, hits, s.bitset(seg.n), s.bitset(seg.n)); err != nil {
			return err
		}
		hits.keep(func(k int) bool { return !seg.deleted.has(hits.docs[k]) })
		if err := s.narrow(ctx, hits, i, p); err != nil {
			return err
		}
	}
	titled, err := s.titled(i, p)
	if err != nil {
		return err
	}
	lift(hits, titled, sum(idf))
	return s.collectList(ctx, i, hits, c)
}

// matchAll fills hits with the documents of segment i that meet every clause,
// have the phrases and nothing that is excluded. Where these are many, it gives
// them to c itself and says so.
func (s *searcher) matchAll(ctx context.Context, hits *list, i int, p *plan, idf []float32, c *collector) (wide bool, err error) {
	seg, ms := &s.view.segments[i], s.matchers[i]
	order := bySize(s.order[:0], ms)
	s.order = order
	set, other, scratch := s.bitset(seg.n), s.bitset(seg.n), s.bitset(seg.n)
	narrows := len(p.phrases) > 0 || len(p.excluded) > 0
	switch {
	case len(order) == 0:
		set.fill(seg.n)
	case !narrows && ms[order[0]].size()*wideShare < seg.n:
		driven(hits, ms, order, idf, set, scratch)
		hits.keep(func(k int) bool { return !seg.deleted.has(hits.docs[k]) })
		return false, nil
	default:
		intersect(set, ms, order, other, scratch)
	}
	set.remove(seg.deleted)
	n := set.count()
	if n*wideShare >= seg.n && !narrows {
		r := &wideResult{set: set, n: n, ms: ms, order: order, idf: idf, lift: sum(idf)}
		if r.titled, err = s.titled(i, p); err != nil {
			return false, err
		}
		return true, s.collectWide(ctx, i, r, c)
	}
	hits.reset()
	set.each(func(d uint32) { hits.docs, hits.weights = append(hits.docs, d), append(hits.weights, 0) })
	if err := s.narrow(ctx, hits, i, p); err != nil {
		return false, err
	}
	for _, k := range order {
		ms[k].filter(hits, idf[k])
	}
	return false, nil
}

func sum(values []float32) float32 {
	var sum float32
	for _, v := range values {
		sum += v
	}
	return sum
}

// read fills matchers and returns the idf of each clause, over all segments.
func (s *searcher) read(ctx context.Context, p *plan) ([]float32, error) {
	s.used = 0
	s.frequency = append(s.frequency[:0], make([]int, len(p.clauses))...)
	for i := range s.view.segments {
		ms := s.matchers[i][:cap(s.matchers[i])] // with the ways of earlier searches
		for len(ms) < len(p.clauses) {
			ms = append(ms, matcher{})
		}
		s.matchers[i] = ms[:len(p.clauses)]
		for k := range p.clauses {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			r, err := s.reader(i)
			if err != nil {
				return nil, err
			}
			m := &s.matchers[i][k]
			if err := s.open(m, r, &p.clauses[k]); err != nil {
				return nil, err
			}
			s.frequency[k] += m.live(s.view.segments[i].deleted)
		}
	}
	idf := make([]float32, len(p.clauses))
	for k, df := range s.frequency {
		n := float64(s.view.live)
		idf[k] = float32(math.Log(1 + (n-float64(df)+0.5)/(float64(df)+0.5)))
	}
	return idf, nil
}

// open lets m give the documents of a segment that meet a clause.
func (s *searcher) open(m *matcher, r *segmentReader, c *clause) error {
	m.ways = m.ways[:0]
	for i := range c.variants {
		v := &c.variants[i]
		if len(v.terms) > 1 {
			together, err := s.openTogether(r, v)
			if err != nil {
				return err
			}
			if together.len() > 0 {
				m.ways = append(m.ways, together)
			}
			continue
		}
		if len(v.terms) == 1 {
			if hot, ok := r.hot(v.source, v.terms[0], v.scale()); ok {
				m.ways = append(m.ways, hot)
				continue
			}
		}
		l := s.list()
		if err := s.readVariant(l, r, v); err != nil {
			return err
		}
		if l.len() > 0 {
			m.ways = append(m.ways, cursor{list: l})
		}
	}
	return nil
}

// openTogether returns a cursor on the documents that have all terms of a
// variant, with the lowest weight: a compound is found by its parts as well as
// its weakest part is.
func (s *searcher) openTogether(r *segmentReader, v *variant) (cursor, error) {
	c := cursor{parts: make([]cursor, len(v.terms))}
	for n, term := range v.terms {
		if hot, ok := r.hot(v.source, term, v.scale()); ok {
			c.parts[n] = hot
			continue
		}
		l := s.list()
		if err := r.read(l, v.source, term, v.scale()); err != nil {
			return c, err
		}
		c.parts[n].list = l
	}
	return c, nil
}

// readVariant fills dst with the documents of a segment that meet a variant.
func (s *searcher) readVariant(dst *list, r *segmentReader, v *variant) error {
	if !v.prefix {
		return r.read(dst, v.source, v.terms[0], v.scale())
	}
	for form := range s.view.vocabulary.WithPrefix(v.form, prefixForms) {
		one := formVariant(s.dutch, form, v.weight)
		if err := r.read(dst, one.source, one.terms[0], one.scale()); err != nil {
			return err
		}
	}
	dst.sortUnique()
	return nil
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

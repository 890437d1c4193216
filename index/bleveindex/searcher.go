package bleveindex

import (
	"context"
	"math"

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
	bits     [3]bitset // of the largest segment
	// frequency is the number of documents that meet each clause, in its most
	// frequent way.
	frequency []int
}

func newSearcher(v *view, d *dutch.Analyzer) *searcher {
	n, most := len(v.segments), 0
	for i := range v.segments {
		most = max(most, v.segments[i].n)
	}
	s := &searcher{view: v, dutch: d, readers: make([]*segmentReader, n), matchers: make([][]matcher, n)}
	for i := range s.bits {
		s.bits[i] = newBitset(most)
	}
	return s
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
	for i := range s.view.segments {
		if err := s.runSegment(ctx, i, p, share, idf, c); err != nil {
			return err
		}
	}
	return nil
}

func (s *searcher) runSegment(ctx context.Context, i int, p *plan, share float32, idf []float32, c *collector) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	seg, ms, hits := &s.view.segments[i], s.matchers[i], &s.spare[1]
	words := (seg.n + 63) / 64
	all := share >= allWords || len(p.clauses) == 1
	switch {
	case len(p.clauses) == 0:
		s.everything(hits, i)
	case all:
		matchAll(hits, ms, idf, s.bits[0][:words], s.bits[1][:words])
	default:
		sp := newSomePlan(p, ms, idf, s.frequency, share)
		c.whole = sp.whole()
		if share == anyWord && c.isPlain() && len(p.phrases) == 0 && len(p.excluded) == 0 && !p.titled {
			return s.collectAny(ctx, sp, seg, c)
		}
		if err := sp.collect(ctx, hits, seg.n, s.bits[0]); err != nil {
			return err
		}
	}
	if seg.deleted != nil {
		hits.keep(func(k int) bool { return !seg.deleted.has(hits.docs[k]) })
	}
	if err := s.narrow(hits, i, p); err != nil {
		return err
	}
	if err := s.boostTitle(hits, i, p, idf); err != nil {
		return err
	}
	if !all {
		ms = nil // not met by every hit
	}
	return c.addAll(ctx, seg, hits, ms)
}

// read fills matchers and returns the idf of each clause, over all segments.
func (s *searcher) read(ctx context.Context, p *plan) ([]float32, error) {
	s.used = 0
	s.frequency = append(s.frequency[:0], make([]int, len(p.clauses))...)
	for i := range s.view.segments {
		r, err := s.reader(i)
		if err != nil {
			return nil, err
		}
		ms := s.matchers[i][:cap(s.matchers[i])] // with the ways of earlier searches
		for len(ms) < len(p.clauses) {
			ms = append(ms, matcher{})
		}
		s.matchers[i] = ms[:len(p.clauses)]
		for k := range p.clauses {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			m := &s.matchers[i][k]
			if err := s.open(m, r, &p.clauses[k]); err != nil {
				return nil, err
			}
			most := 0
			for w := range m.ways {
				most = max(most, m.ways[w].live(s.view.segments[i].deleted))
			}
			s.frequency[k] += most
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

// readVariant fills dst with the documents of a segment that meet a variant.
func (s *searcher) readVariant(dst *list, r *segmentReader, v *variant) error {
	switch {
	case v.prefix:
		for form := range s.view.vocabulary.WithPrefix(v.form, prefixForms) {
			one := formVariant(s.dutch, form, v.weight)
			if err := r.read(dst, one.source, one.terms[0], one.scale()); err != nil {
				return err
			}
		}
		dst.sortUnique()
		return nil
	case len(v.terms) == 1:
		return r.read(dst, v.source, v.terms[0], v.scale())
	}
	return s.readTogether(dst, r, v)
}

// readTogether fills dst with the documents that have all terms of a variant,
// with the lowest weight: a compound is found by its parts as well as its
// weakest part is.
func (s *searcher) readTogether(dst *list, r *segmentReader, v *variant) error {
	terms := make([]cursor, 0, 4)
	rarest := 0
	for n, term := range v.terms {
		c, ok := r.hot(v.source, term, v.scale())
		if !ok {
			c = cursor{list: s.list()}
			if err := r.read(c.list, v.source, term, v.scale()); err != nil {
				return err
			}
		}
		if terms = append(terms, c); c.len() < terms[rarest].len() {
			rarest = n
		}
	}
	terms[rarest].appendTo(dst, 1)
	for n := range terms {
		if n == rarest {
			continue
		}
		kept := 0
		for i, d := range dst.docs {
			if w := terms[n].weight(d); w != 0 {
				dst.docs[kept], dst.weights[kept] = d, min(dst.weights[i], w)
				kept++
			}
		}
		dst.docs, dst.weights = dst.docs[:kept], dst.weights[:kept]
	}
	if deleted := r.segment.deleted; deleted != nil {
		dst.keep(func(k int) bool { return !deleted.has(dst.docs[k]) })
	}
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

// everything fills dst with every live document of a segment.
func (s *searcher) everything(dst *list, i int) {
	dst.reset()
	seg := &s.view.segments[i]
	for d := range uint32(seg.n) {
		if !seg.deleted.has(d) {
			dst.docs = append(dst.docs, d)
			dst.weights = append(dst.weights, 0)
		}
	}
}

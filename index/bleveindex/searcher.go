package bleveindex

import (
	"context"
	"math"
	"slices"

	"praktijkzoeker/index/dutch"
)

// A searcher runs plans on one view. It keeps its buffers from one search to
// the next, and is for one goroutine at a time.
type searcher struct {
	view    *view
	dutch   *dutch.Analyzer
	readers []*segmentReader // per segment; made when first used
	// cursors holds, per segment and clause, the documents that meet the
	// clause; lists what is read for those that stand on no hot term.
	cursors [][]cursor
	lists   [][]list
	spare   [3]list
	bits    bitset
	// frequency is the number of documents that meet each clause.
	frequency []int
	// Scratch of matchMost, by local document number.
	scores, mass, core []float32
	met                []uint8
}

func newSearcher(v *view, d *dutch.Analyzer) *searcher {
	n, most := len(v.segments), 0
	for i := range v.segments {
		most = max(most, v.segments[i].n)
	}
	return &searcher{
		view: v, dutch: d, readers: make([]*segmentReader, n),
		cursors: make([][]cursor, n), lists: make([][]list, n), bits: newBitset(most),
	}
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
		if err := ctx.Err(); err != nil {
			return err
		}
		hits := &s.spare[2]
		switch {
		case len(p.clauses) == 0:
			s.everything(hits, i)
		case share >= allWords || len(p.clauses) == 1:
			intersectAll(hits, s.cursors[i], idf, s.bits)
		default:
			s.matchMost(hits, i, p, idf, share)
		}
		if deleted := s.view.segments[i].deleted; deleted != nil {
			hits.keep(func(k int) bool { return !deleted.has(hits.docs[k]) })
		}
		if err := s.narrow(hits, i, p); err != nil {
			return err
		}
		if err := s.boostTitle(hits, i, p, idf); err != nil {
			return err
		}
		var met []cursor // clauses that every hit meets
		if share >= allWords || len(p.clauses) == 1 {
			met = s.cursors[i]
		}
		if err := c.addAll(ctx, &s.view.segments[i], hits, met); err != nil {
			return err
		}
	}
	return nil
}

// read fills cursors and returns the idf of each clause, over all segments.
func (s *searcher) read(ctx context.Context, p *plan) ([]float32, error) {
	s.frequency = append(s.frequency[:0], make([]int, len(p.clauses))...)
	for i := range s.view.segments {
		r, err := s.reader(i)
		if err != nil {
			return nil, err
		}
		for len(s.lists[i]) < len(p.clauses) {
			s.lists[i] = append(s.lists[i], list{})
		}
		s.cursors[i] = s.cursors[i][:0]
		for k := range p.clauses {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			c, err := s.open(&s.lists[i][k], r, &p.clauses[k])
			if err != nil {
				return nil, err
			}
			s.cursors[i] = append(s.cursors[i], c)
			s.frequency[k] += c.live(s.view.segments[i].deleted)
		}
	}
	idf := make([]float32, len(p.clauses))
	for k, df := range s.frequency {
		n := float64(s.view.live)
		idf[k] = float32(math.Log(1 + (n-float64(df)+0.5)/(float64(df)+0.5)))
	}
	return idf, nil
}

// open returns a cursor on the documents of a segment that meet a clause. It
// may stand on l, which is filled then.
func (s *searcher) open(l *list, r *segmentReader, c *clause) (cursor, error) {
	if len(c.variants) == 1 && len(c.variants[0].terms) == 1 && !c.variants[0].prefix {
		v := &c.variants[0]
		if hot, ok := r.hot(v.source, v.terms[0], v.scale()); ok {
			return hot, nil
		}
	}
	return cursor{list: l}, s.readClause(l, r, c)
}

// readClause fills dst with the documents of a segment that meet a clause in
// any way, each with its best weight.
func (s *searcher) readClause(dst *list, r *segmentReader, c *clause) error {
	dst.reset()
	for i := range c.variants {
		v := &c.variants[i]
		one := &s.spare[0]
		if err := s.readVariant(one, r, v); err != nil {
			return err
		}
		switch {
		case one.len() == 0:
		case dst.len() == 0:
			dst.docs = append(dst.docs, one.docs...)
			dst.weights = append(dst.weights, one.weights...)
		default:
			union(&s.spare[1], dst, one)
			*dst, s.spare[1] = s.spare[1], *dst
		}
	}
	return nil
}

func (s *searcher) readVariant(dst *list, r *segmentReader, v *variant) error {
	dst.reset()
	if v.prefix {
		for form := range s.view.vocabulary.WithPrefix(v.form, prefixForms) {
			one := formVariant(s.dutch, form, v.weight)
			if err := r.read(dst, one.source, one.terms[0], one.scale()); err != nil {
				return err
			}
		}
		dst.sortUnique()
		return nil
	}
	if err := r.read(dst, v.source, v.terms[0], v.scale()); err != nil {
		return err
	}
	for _, term := range v.terms[1:] {
		if dst.len() == 0 {
			return nil
		}
		var other list
		if err := r.read(&other, v.source, term, v.scale()); err != nil {
			return err
		}
		intersect(dst, &other)
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

// matchMost fills dst with the documents that meet this share of the clauses,
// by number or by idf; places lift but are not needed, and a word that nobody
// has is missed by all alike. The score is lowered by what is missing, and a
// document that misses nothing stands above all that do.
func (s *searcher) matchMost(dst *list, i int, p *plan, idf []float32, share float32) {
	dst.reset()
	n := s.view.segments[i].n
	if len(s.scores) < n {
		s.scores, s.mass, s.core, s.met = make([]float32, n), make([]float32, n), make([]float32, n), make([]uint8, n)
	}
	onlyPlaces := p.required() == 0
	var total, core float32
	words := 0
	for k := range p.clauses {
		if s.frequency[k] == 0 {
			continue
		}
		counts := onlyPlaces || !p.clauses[k].place
		total += idf[k]
		if counts {
			core += idf[k]
			words++
		}
		l := &s.spare[0]
		l.reset()
		s.cursors[i][k].appendTo(l, 1)
		for j, d := range l.docs {
			if s.mass[d] == 0 {
				dst.docs = append(dst.docs, d)
			}
			s.mass[d] += idf[k]
			if counts {
				s.core[d] += idf[k]
				s.met[d]++
			}
			s.scores[d] += idf[k] * l.weights[j]
		}
	}
	const rounding = 1e-4 // sums of float32 in another order differ
	slices.Sort(dst.docs)
	kept := dst.docs[:0]
	for _, d := range dst.docs {
		if s.met[d] > 0 && max(s.core[d]/core, float32(s.met[d])/float32(words)) >= share-rounding {
			score := s.scores[d] * s.mass[d] / total
			if s.mass[d] >= total-rounding {
				score += total
			}
			kept = append(kept, d)
			dst.weights = append(dst.weights, score)
		}
		s.scores[d], s.mass[d], s.core[d], s.met[d] = 0, 0, 0, 0
	}
	dst.docs = kept
}

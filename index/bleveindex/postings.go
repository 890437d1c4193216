package bleveindex

import (
	"fmt"
	"strings"

	segment "github.com/blevesearch/scorch_segment_api/v2"

	"praktijkzoeker/index"
)

// A list holds the documents of a segment that have a word, ascending, each
// with the weight of the word there, in (0, 1].
type list struct {
	docs    []uint32
	weights []float32
}

func (l *list) len() int { return len(l.docs) }

func (l *list) reset() { l.docs, l.weights = l.docs[:0], l.weights[:0] }

// A segmentReader reads the postings of one segment. It keeps buffers, and is
// for one goroutine at a time.
type segmentReader struct {
	segment      *viewSegment
	dictionaries [sources]segment.TermDictionary
	list         segment.PostingsList
	it           segment.PostingsIterator
}

func newSegmentReader(s *viewSegment) (*segmentReader, error) {
	r := &segmentReader{segment: s}
	for source, field := range sourceFields {
		d, err := s.scorch.Segment().Dictionary(field)
		if err != nil {
			return nil, fmt.Errorf("read terms of field %s: %w", field, err)
		}
		r.dictionaries[source] = d
	}
	return r, nil
}

// A source says in which field a term is looked up.
type source uint8

const (
	inForms source = iota
	inStems
	inPlaces // official names, without impact
	inTitles // keys of titles, without impact
	sources  = iota
)

var sourceFields = [sources]string{inForms: fieldForms, inStems: fieldStems, inPlaces: string(index.Municipality), inTitles: fieldTitle}

// placeImpact is what a municipality is worth that a fiche is labelled with:
// about as much as a label of the fiche.
const placeImpact = 180

// postings opens an iterator over the postings of a term, deleted documents
// included. It is valid until the next call.
func (r *segmentReader) postings(s source, term string) (segment.PostingsIterator, error) {
	var err error
	if r.list, err = r.dictionaries[s].PostingsList([]byte(term), nil, r.list); err != nil {
		return nil, fmt.Errorf("read postings: %w", err)
	}
	r.it = r.list.Iterator(s < inPlaces, false, false, r.it)
	return r.it, nil
}

// read appends the live postings of a term to l, weights times factor. Where a
// posting of a stem has the form bit exact, its weight is that of the form.
func (r *segmentReader) read(l *list, s source, term string, factor float32, exact uint8) error {
	if c, ok := r.hot(s, term, factor, exact); ok {
		c.appendTo(l, 1)
		return nil
	}
	it, err := r.postings(s, term)
	if err != nil {
		return err
	}
	factor /= 255
	asTyped := factor / weightStem * weightForm
	for {
		p, err := it.Next()
		if err != nil {
			return fmt.Errorf("read postings: %w", err)
		}
		if p == nil {
			return nil
		}
		if d := uint32(p.Number()); !r.segment.deleted.has(d) {
			l.docs = append(l.docs, d)
			w := factor * placeImpact
			switch payload := p.Frequency(); {
			case s == inStems && payloadForms(payload)&exact != 0:
				w = asTyped * float32(payloadImpact(payload))
			case s < inPlaces:
				w = factor * float32(payloadImpact(payload))
			}
			l.weights = append(l.weights, w)
		}
	}
}

// hot returns a cursor on a hot stem.
func (r *segmentReader) hot(s source, term string, factor float32, exact uint8) (cursor, bool) {
	if s != inStems {
		return cursor{}, false
	}
	h, ok := r.segment.hot[term]
	scale := factor / 255
	return cursor{hot: h, scale: scale, scaleX: scale / weightStem * weightForm, exact: exact}, ok
}

// has reports whether a term occurs in the segment, be it in deleted documents.
func (r *segmentReader) has(s source, term string) (bool, error) {
	ok, err := r.dictionaries[s].Contains([]byte(term))
	if err != nil {
		return false, fmt.Errorf("look up term: %w", err)
	}
	return ok, nil
}

// expand calls f for at most limit forms of the segment that begin with prefix.
func (r *segmentReader) expand(prefix string, limit int, f func(form string)) error {
	end := []byte(prefix)
	end[len(end)-1]++ // forms are UTF-8: no byte is 0xff
	it := r.dictionaries[inForms].AutomatonIterator(nil, []byte(prefix), end)
	for limit > 0 {
		entry, err := it.Next()
		if err != nil {
			return fmt.Errorf("expand prefix: %w", err)
		}
		if entry == nil {
			return nil
		}
		if strings.IndexByte(entry.Term, continuation) >= 0 {
			continue
		}
		f(entry.Term)
		limit--
	}
	return nil
}

// positions returns the positions of a form per document of within, which is
// ascending; a document without the form has none.
func (r *segmentReader) positions(form string, within []uint32) ([][]uint16, error) {
	out := make([][]uint16, len(within))
	for n := 0; n <= maxContinuations; n++ {
		term := form
		if n > 0 {
			term = continuationTerm(form, n)
		}
		it, err := r.postings(inForms, term)
		if err != nil {
			return nil, err
		}
		any := false
		i := 0
		for {
			p, err := it.Next()
			if err != nil {
				return nil, fmt.Errorf("read positions: %w", err)
			}
			if p == nil {
				break
			}
			any = true
			d := uint32(p.Number())
			for i < len(within) && within[i] < d {
				i++
			}
			if i < len(within) && within[i] == d {
				out[i] = payloadPositions(out[i], p.Frequency())
			}
		}
		if !any {
			break
		}
	}
	return out, nil
}

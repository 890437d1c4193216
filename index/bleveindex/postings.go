package bleveindex

import (
	"fmt"

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
	segment *viewSegment
	lists   [sources]*listReader
}

func newSegmentReader(s *viewSegment) (*segmentReader, error) {
	r := &segmentReader{segment: s}
	for source, field := range sourceFields {
		var err error
		if r.lists[source], err = newListReader(s.scorch.Segment(), field); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// A source says in which field a term is looked up.
type source uint8

const (
	inTerms  source = iota
	inPlaces        // official names, without impact
	inTitles        // keys of titles, without impact
	sources  = iota
)

var sourceFields = [sources]string{inTerms: fieldTerms, inPlaces: string(index.Municipality), inTitles: fieldTitle}

// placeImpact is what a municipality is worth that a fiche is labelled with:
// about as much as a label of the fiche.
const placeImpact = 90

// A scale turns payloads of fieldTerms into weights.
type scale struct {
	any, typed float32 // per impact: of any form, of the form that was typed
	exact      uint8   // form bit of the typed form
	only       uint8   // form bits of which a posting needs one; 0: none needed
}

// weight returns the weight of a posting, 0 where it does not count.
func (s *scale) weight(impact, forms uint8) float32 {
	switch {
	case forms&s.exact != 0:
		return s.typed * float32(impact)
	case s.only != 0 && forms&s.only == 0:
		return 0
	}
	return s.any * float32(impact)
}

// read appends the live postings of a term to l.
func (r *segmentReader) read(l *list, s source, term string, sc scale) error {
	deleted := r.segment.deleted
	if c, ok := r.hot(s, term, sc); ok {
		from := l.len()
		c.appendTo(l, 1)
		if deleted != nil {
			l.keep(func(k int) bool { return k < from || !deleted.has(l.docs[k]) })
		}
		return nil
	}
	return r.lists[s].each(term, func(d uint32, payload uint64) {
		w := sc.any * placeImpact
		if s == inTerms {
			w = sc.weight(payloadImpact(payload), payloadForms(payload))
		}
		if w != 0 && !deleted.has(d) {
			l.docs = append(l.docs, d)
			l.weights = append(l.weights, w)
		}
	})
}

// hot returns a cursor on a hot stem.
func (r *segmentReader) hot(s source, term string, sc scale) (cursor, bool) {
	if s != inTerms {
		return cursor{}, false
	}
	h := r.segment.hotTerm(term)
	return cursor{hot: h, scale: sc}, h != nil
}

// has reports whether a term occurs in a live document of the segment.
func (r *segmentReader) has(s source, term string) (bool, error) {
	ok, err := r.lists[s].dictionary.Contains([]byte(term))
	if err != nil {
		return false, fmt.Errorf("look up term: %w", err)
	}
	if !ok || r.segment.deleted == nil {
		return ok, nil
	}
	live, err := r.lists[s].dictionary.PostingsList([]byte(term), r.segment.scorch.Deleted(), nil)
	if err != nil {
		return false, fmt.Errorf("look up term: %w", err)
	}
	return live.Count() > 0, nil
}

package bleveindex

import (
	"cmp"
	"slices"
	"strings"
	"sync/atomic"

	zap "github.com/blevesearch/zapx/v17"

	"praktijkzoeker/index/bleveindex/zapwriter"
)

// buildSegment makes a segment of documents, which it brings in order of ID. No
// analyst may be at work on entries that the documents have.
func buildSegment(docs []*document, config map[string]any) (*zap.SegmentBase, int, error) {
	slices.SortFunc(docs, func(a, b *document) int { return strings.Compare(a.id, b.id) })
	size := 0
	for _, d := range docs {
		size += len(d.stored) + 8*len(d.postings) + 200
	}
	w, err := zapwriter.New(size, segmentFields[:]...)
	if err != nil {
		return nil, 0, err
	}
	for _, d := range docs {
		w.Document(d.id, inFiche, d.stored)
	}
	for field := range segmentFields {
		if field == inFiche {
			continue
		}
		if err := w.StartField(field); err != nil {
			return nil, 0, err
		}
		if field == inPayloads {
			err = writeTerms(w, docs)
		} else {
			err = writeWhole(w, field, docs)
		}
		if err != nil {
			return nil, 0, err
		}
	}
	return w.Segment(config)
}

// writeWhole writes a field of whole terms.
func writeWhole(w *zapwriter.Writer, field int, docs []*document) error {
	type pair struct {
		term string
		doc  uint32
	}
	pairs := make([]pair, 0, len(docs))
	for i, d := range docs {
		if field == inID {
			pairs = append(pairs, pair{d.id, uint32(i)})
		}
		for _, term := range d.whole[field] {
			pairs = append(pairs, pair{term, uint32(i)})
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(strings.Compare(a.term, b.term), cmp.Compare(a.doc, b.doc))
	})
	pairs = slices.Compact(pairs)
	var list []uint32
	for i, p := range pairs {
		list = append(list, p.doc)
		if i+1 < len(pairs) && pairs[i+1].term == p.term {
			continue
		}
		if err := w.Term(p.term, list, nil, nil); err != nil {
			return err
		}
		list = list[:0]
	}
	return nil
}

// builds numbers the segments that are built, for termEntry.build.
var builds atomic.Uint64

// writeTerms writes fieldTerms: the postings of the documents, sorted by term.
func writeTerms(w *zapwriter.Writer, docs []*document) error {
	type termList struct {
		term     string
		from, to uint32 // in the postings, once sorted
	}
	var lists []termList
	numbers := map[string]uint32{} // of lists, by term: analysts have entries of their own
	build := builds.Add(1)
	n := 0
	for _, d := range docs {
		n += len(d.postings)
		for _, p := range d.postings {
			e := p.term
			if e.build != build {
				number, ok := numbers[e.term]
				if !ok {
					number = uint32(len(lists))
					numbers[e.term] = number
					lists = append(lists, termList{term: e.term})
				}
				e.build, e.list = build, number
			}
			lists[e.list].to++
		}
	}
	from := uint32(0)
	for i := range lists {
		l := &lists[i]
		l.from, l.to, from = from, from, from+l.to
	}
	numbersOf, freqs, norms := make([]uint32, n), make([]uint64, n), make([]uint32, n)
	for i, d := range docs {
		for _, p := range d.postings {
			l := &lists[p.term.list]
			numbersOf[l.to] = uint32(i)
			freqs[l.to], norms[l.to] = splitPayload(p.payload)
			l.to++
		}
	}
	slices.SortFunc(lists, func(a, b termList) int { return strings.Compare(a.term, b.term) })
	for _, l := range lists {
		if err := w.Term(l.term, numbersOf[l.from:l.to], freqs[l.from:l.to], norms[l.from:l.to]); err != nil {
			return err
		}
	}
	return nil
}

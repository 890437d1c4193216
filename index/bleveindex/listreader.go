package bleveindex

import (
	"fmt"

	segment "github.com/blevesearch/scorch_segment_api/v2"

	"praktijkzoeker/index/bleveindex/zapreader"
)

// A listReader reads the postings of one field of a segment, deleted documents
// included. It keeps buffers, and is for one goroutine at a time.
type listReader struct {
	dictionary segment.TermDictionary
	field      *zapreader.Field // nil: the segment is in memory, or has no such field
	postings   zapreader.Postings
	list       segment.PostingsList
	it         segment.PostingsIterator
}

func newListReader(seg segment.Segment, field string) (*listReader, error) {
	r := &listReader{}
	var err error
	if r.dictionary, err = seg.Dictionary(field); err == nil {
		r.field, err = zapreader.Open(seg, field)
	}
	if err != nil {
		return nil, fmt.Errorf("read terms of field %s: %w", field, err)
	}
	return r, nil
}

// each calls f for every posting of a term, ascending by document.
func (r *listReader) each(term string, f func(d uint32, payload uint64)) error {
	if r.field == nil {
		return r.eachInMemory(term, f)
	}
	ok, err := r.field.Find([]byte(term), &r.postings)
	if ok && err == nil {
		err = r.postings.Each(func(d uint32, freq, norm uint64) { f(d, joinPayload(freq, norm)) })
	}
	if err != nil {
		return fmt.Errorf("read postings: %w", err)
	}
	return nil
}

// among calls f for the postings of a term in some documents, ascending.
func (r *listReader) among(term string, docs []uint32, f func(d uint32, payload uint64)) error {
	if r.field == nil {
		at := 0
		return r.eachInMemory(term, func(d uint32, payload uint64) {
			if at = seek(docs, at, d); at < len(docs) && docs[at] == d {
				f(d, payload)
			}
		})
	}
	ok, err := r.field.Find([]byte(term), &r.postings)
	if ok && err == nil {
		err = r.postings.Among(docs, func(d uint32, freq, norm uint64) { f(d, joinPayload(freq, norm)) })
	}
	if err != nil {
		return fmt.Errorf("read postings: %w", err)
	}
	return nil
}

// eachInMemory reads postings in zap's own way.
func (r *listReader) eachInMemory(term string, f func(d uint32, payload uint64)) error {
	var err error
	if r.list, err = r.dictionary.PostingsList([]byte(term), nil, r.list); err != nil {
		return fmt.Errorf("read postings: %w", err)
	}
	r.it = r.list.Iterator(true, true, false, r.it)
	for {
		p, err := r.it.Next()
		if err != nil {
			return fmt.Errorf("read postings: %w", err)
		}
		if p == nil {
			return nil
		}
		f(uint32(p.Number()), payloadOf(p))
	}
}

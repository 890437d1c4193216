package bleveindex

import (
	"fmt"
	"time"

	"github.com/blevesearch/bleve/v2/index/scorch"
	segment "github.com/blevesearch/scorch_segment_api/v2"

	"praktijkzoeker/index"
)

// A segmentTable holds what a search needs to know of every document of one
// scorch segment beside its postings. A segment never changes, only the set of
// its deleted documents does, so that a table is built once and shared by every
// view that has the segment.
type segmentTable struct {
	n int // documents, deleted ones included
	// Facet values in compressed sparse rows: those of document d are
	// ordinals[offsets[d]:offsets[d+1]].
	offsets  []uint32
	ordinals []uint32
	days     []uint32 // day of the last change + 1, since 1970; 0: unknown
}

// buildSegmentTable reads the table of a segment. It returns a value table
// that knows all values of the segment.
func buildSegmentTable(ss *scorch.SegmentSnapshot, values *valueTable) (*segmentTable, *valueTable, error) {
	seg := ss.Segment()
	t := &segmentTable{n: int(seg.Count())}
	var texts [facetCount][]string
	var docs [facetCount][][]uint32
	for f, facet := range index.Facets {
		err := eachTerm(seg, string(facet), func(term string, list []uint32) {
			texts[f] = append(texts[f], term)
			docs[f] = append(docs[f], append([]uint32(nil), list...))
		})
		if err != nil {
			return nil, nil, err
		}
	}
	values = values.with(texts)
	t.offsets = make([]uint32, t.n+1)
	for f := range docs {
		for _, list := range docs[f] {
			for _, d := range list {
				t.offsets[d+1]++
			}
		}
	}
	for d := range t.n {
		t.offsets[d+1] += t.offsets[d]
	}
	t.ordinals = make([]uint32, t.offsets[t.n])
	next := append([]uint32(nil), t.offsets[:t.n]...)
	for f := range docs {
		for i, list := range docs[f] {
			o, _ := values.ordinal(f, texts[f][i])
			for _, d := range list {
				t.ordinals[next[d]] = o
				next[d]++
			}
		}
	}
	t.days = make([]uint32, t.n)
	err := eachTerm(seg, fieldDate, func(term string, list []uint32) {
		if day, err := time.Parse("2006-01-02", term); err == nil {
			for _, d := range list {
				t.days[d] = uint32(day.Unix()/86400) + 1
			}
		}
	})
	return t, values, err
}

// eachTerm calls f for every term of a field, in order, with its documents,
// deleted ones included. The slice is only valid during the call.
func eachTerm(seg segment.Segment, field string, f func(term string, docs []uint32)) error {
	dict, err := seg.Dictionary(field)
	if err != nil {
		return fmt.Errorf("read terms of field %s: %w", field, err)
	}
	// A dictionary serves one reader at a time: a second one for the postings.
	lookup, err := seg.Dictionary(field)
	if err != nil {
		return fmt.Errorf("read terms of field %s: %w", field, err)
	}
	var pl segment.PostingsList
	var it segment.PostingsIterator
	var docs []uint32
	terms := dict.AutomatonIterator(nil, nil, nil)
	for {
		entry, err := terms.Next()
		if err != nil {
			return fmt.Errorf("read terms of field %s: %w", field, err)
		}
		if entry == nil {
			return nil
		}
		if pl, err = lookup.PostingsList([]byte(entry.Term), nil, pl); err != nil {
			return fmt.Errorf("read postings of field %s: %w", field, err)
		}
		it = pl.Iterator(false, false, false, it)
		docs = docs[:0]
		for {
			p, err := it.Next()
			if err != nil {
				return fmt.Errorf("read postings of field %s: %w", field, err)
			}
			if p == nil {
				break
			}
			docs = append(docs, uint32(p.Number()))
		}
		f(entry.Term, docs)
	}
}

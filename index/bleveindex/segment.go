package bleveindex

import (
	"fmt"
	"sync/atomic"
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
	// Facet values in compressed sparse rows: those of document d for facet f
	// are ordinals[offsets[k]:offsets[k+1]] with k = facetCount·d + f.
	offsets  []uint32
	ordinals []uint32
	counts   []int32  // of every value over all documents, deleted ones included
	values   []docSet // by ordinal: the documents with that value
	// together holds, by ordinal, the counts of every value over the documents
	// with that one, once they were asked for.
	together []atomic.Pointer[[]int32]
	// rowCost is what it takes to count a facet by the row of a document, bitsCost
	// by the sets of its values, in about the time of one value.
	rowCost, bitsCost [facetCount]int
	days              []uint32 // day of the last change, see dayNumber; 0: unknown
	ids               []string
	hot               hotTerms
	// positionsUsed is the memory of the position tables of hot terms.
	positionsUsed atomic.Int64
	fixed         int64 // bytes of all but hot terms and their positions
}

// row returns the values of document d.
func (t *segmentTable) row(d uint32) []uint32 {
	return t.ordinals[t.offsets[facetCount*d]:t.offsets[facetCount*(d+1)]]
}

// facetRow returns the values of document d for one facet.
func (t *segmentTable) facetRow(d uint32, facet int) []uint32 {
	k := facetCount*d + uint32(facet)
	return t.ordinals[t.offsets[k]:t.offsets[k+1]]
}

// segmentValues are the documents of each facet value of a segment, per facet.
type segmentValues struct {
	texts [facetCount][]string
	docs  [facetCount][][]uint32
}

// readSegmentTable reads the table of a segment. What it holds by facet value is
// returned apart, for fillRows; there are no hot terms yet.
func readSegmentTable(ss *scorch.SegmentSnapshot) (*segmentTable, *segmentValues, error) {
	seg := ss.Segment()
	t := &segmentTable{n: int(seg.Count())}
	v := &segmentValues{}
	for f, facet := range index.Facets {
		err := eachTerm(seg, string(facet), func(term string, list []uint32) {
			v.texts[f] = append(v.texts[f], term)
			v.docs[f] = append(v.docs[f], append([]uint32(nil), list...))
		})
		if err != nil {
			return nil, nil, err
		}
	}
	t.days = make([]uint32, t.n)
	err := eachTerm(seg, fieldDate, func(term string, list []uint32) {
		if day, err := time.Parse("2006-01-02", term); err == nil {
			for _, d := range list {
				t.days[d] = dayNumber(day)
			}
		}
	})
	if err != nil {
		return nil, nil, err
	}
	t.ids = make([]string, t.n)
	err = eachTerm(seg, fieldID, func(term string, list []uint32) {
		for _, d := range list {
			t.ids[d] = term
		}
	})
	return t, v, err
}

// dayNumber numbers the days from 1 January of the year 1, which is 1. Fiches may be
// older than 1970, if only by a mistyped year, and are not the newest then.
func dayNumber(day time.Time) uint32 {
	return uint32(max(day.Unix()/86400+daysTo1970+1, 1))
}

// daysTo1970 is the number of days from 1 January of the year 1 to that of 1970.
const daysTo1970 = 719_162

// costOfDocument is what it takes to find the row of a document, beside its
// values.
const costOfDocument = 5

// fillRows fills offsets, ordinals, counts and values. The value table must know
// all values of the segment.
func (t *segmentTable) fillRows(values *valueTable, v *segmentValues) {
	texts, docs := v.texts, v.docs
	t.offsets = make([]uint32, facetCount*t.n+1)
	for f := range docs {
		for _, list := range docs[f] {
			for _, d := range list {
				t.offsets[facetCount*int(d)+f+1]++
			}
		}
	}
	for k := 1; k < len(t.offsets); k++ {
		t.offsets[k] += t.offsets[k-1]
	}
	t.ordinals = make([]uint32, t.offsets[facetCount*t.n])
	t.counts = make([]int32, len(values.texts))
	t.values = make([]docSet, len(values.texts))
	t.together = make([]atomic.Pointer[[]int32], len(values.texts))
	next := append([]uint32(nil), t.offsets...)
	for f := range docs {
		given := 0
		for i, list := range docs[f] {
			o, _ := values.ordinal(f, texts[f][i])
			t.values[o] = newDocSet(list, t.n)
			t.counts[o] = int32(len(list))
			t.bitsCost[f] += len(t.values[o].bits) + len(t.values[o].docs)
			given += len(list)
			for _, d := range list {
				k := facetCount*int(d) + f
				t.ordinals[next[k]] = o
				next[k]++
			}
		}
		t.rowCost[f] = costOfDocument + given/max(t.n, 1)
	}
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

// measure fills fixed.
func (t *segmentTable) measure() {
	t.fixed = int64(4*len(t.offsets) + 4*len(t.ordinals) + 4*len(t.days) + 4*len(t.counts))
	for _, id := range t.ids {
		t.fixed += int64(len(id)) + 16
	}
	for i := range t.values {
		t.fixed += t.values[i].bytes()
	}
}

// bytes returns the memory of t, about.
func (t *segmentTable) bytes() int64 {
	n := t.fixed + t.hot.size.Load() + t.positionsUsed.Load()
	for i := range t.together {
		if counts := t.together[i].Load(); counts != nil {
			n += int64(4 * len(*counts))
		}
	}
	return n
}

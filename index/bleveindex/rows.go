package bleveindex

import (
	"container/heap"
	"fmt"
	"strings"

	"github.com/blevesearch/bleve/v2/index/scorch"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// A rowCursor walks the rows of the live documents of a segment in order.
type rowCursor struct {
	segment *viewSegment
	terms   segment.DictionaryIterator
	lookup  segment.TermDictionary
	list    segment.PostingsList
	it      segment.PostingsIterator
	row     string
	doc     uint32
}

func newRowCursor(s *viewSegment) (*rowCursor, error) {
	seg := s.scorch.Segment()
	dict, err := seg.Dictionary(fieldRow)
	if err != nil {
		return nil, fmt.Errorf("read rows: %w", err)
	}
	lookup, err := seg.Dictionary(fieldRow)
	if err != nil {
		return nil, fmt.Errorf("read rows: %w", err)
	}
	return &rowCursor{segment: s, terms: dict.AutomatonIterator(nil, nil, nil), lookup: lookup}, nil
}

// next moves to the next row; false at the end.
func (c *rowCursor) next() (bool, error) {
	for {
		entry, err := c.terms.Next()
		if err != nil {
			return false, fmt.Errorf("read rows: %w", err)
		}
		if entry == nil {
			return false, nil
		}
		c.row = entry.Term
		if c.list, err = c.lookup.PostingsList([]byte(c.row), nil, c.list); err != nil {
			return false, fmt.Errorf("read rows: %w", err)
		}
		// One ID may stand several times in a segment that was merged before
		// its deletions were applied, so look at every document of the row.
		c.it = c.list.Iterator(false, false, false, c.it)
		for {
			p, err := c.it.Next()
			if err != nil {
				return false, fmt.Errorf("read rows: %w", err)
			}
			if p == nil {
				break
			}
			if d := uint32(p.Number()); !c.segment.deleted.has(d) {
				c.doc = d
				return true, nil
			}
		}
	}
}

// rowHeap orders cursors by their row.
type rowHeap []*rowCursor

func (h rowHeap) Len() int           { return len(h) }
func (h rowHeap) Less(i, j int) bool { return h[i].row < h[j].row }
func (h rowHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *rowHeap) Push(x any)        { *h = append(*h, x.(*rowCursor)) }
func (h *rowHeap) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

var _ heap.Interface = (*rowHeap)(nil)

// contents returns what the store holds, which is read from its rows.
func (s *store) contents() (*contents, error) {
	reader, err := s.scorch.Reader()
	if err != nil {
		return nil, fmt.Errorf("open snapshot: %w", err)
	}
	defer reader.Close()
	known := newContents()
	for _, ss := range reader.(*scorch.IndexSnapshot).Segments() {
		c, err := newRowCursor(&viewSegment{
			segmentTable: &segmentTable{n: int(ss.Segment().Count())},
			scorch:       ss, deleted: deletedOf(ss),
		})
		if err != nil {
			return nil, err
		}
		for {
			ok, err := c.next()
			if err != nil {
				return nil, err
			}
			if !ok {
				break
			}
			if id, h, ok := parseRow(c.row); ok {
				known.fiches[strings.Clone(id)] = knownFiche{hash: hash([]byte(h))}
			}
		}
	}
	return known, nil
}

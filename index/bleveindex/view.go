package bleveindex

import (
	"container/heap"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/blevesearch/bleve/v2/index/scorch"

	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch/spelling"
	"praktijkzoeker/index/suggest"
)

// A view is one state of the contents, ready to be searched. Everything in it
// is immutable but the pool and the count of users.
type view struct {
	number   uint64 // rises with every view of an index
	store    *store
	snapshot *scorch.IndexSnapshot
	segments []viewSegment
	values   *valueTable
	live     int // fiches
	// order lists the live documents by title; rank is its inverse, by global
	// document number.
	order []uint32
	rank  []uint32
	// all counts every facet value over all live documents.
	all         []int32
	suggestions *suggest.Table
	vocabulary  *spelling.Vocabulary
	stats       index.Stats
	searchers   sync.Pool // of *searcher
	users       atomic.Int64
}

// A viewSegment is a segment as one view sees it.
type viewSegment struct {
	*segmentTable
	id      uint64
	scorch  *scorch.SegmentSnapshot
	base    uint32 // global number of its first document
	deleted bitset // nil: none
}

// newView takes the current snapshot of a store. Tables of segments that old
// (which may be nil) has too are shared. The caller owns one use of the view.
func newView(st *store, old *view, number uint64, options *Options) (*view, error) {
	reader, err := st.scorch.Reader()
	if err != nil {
		return nil, fmt.Errorf("open snapshot: %w", err)
	}
	v := &view{number: number, store: st, snapshot: reader.(*scorch.IndexSnapshot), values: newValueTable()}
	v.users.Store(1)
	known := map[uint64]*segmentTable{}
	if old != nil && old.store == st {
		v.values = old.values
		for _, s := range old.segments {
			known[s.id] = s.segmentTable
		}
	}
	base := 0
	for _, ss := range v.snapshot.Segments() {
		t := known[ss.Id()]
		if t == nil {
			if t, v.values, err = buildSegmentTable(ss, v.values, options.HotFiches); err != nil {
				v.snapshot.Close()
				return nil, err
			}
		}
		v.segments = append(v.segments, viewSegment{
			segmentTable: t, id: ss.Id(), scorch: ss, base: uint32(base), deleted: deletedOf(ss),
		})
		v.live += int(ss.Count())
		base += t.n
	}
	if err := v.sortByTitle(base); err != nil {
		v.snapshot.Close()
		return nil, err
	}
	v.countAll()
	if err := errors.Join(v.buildSuggestions(options.Analyzer), v.buildVocabulary(options.Analyzer)); err != nil {
		v.snapshot.Close()
		return nil, err
	}
	v.stats = v.describe()
	v.searchers.New = func() any { return newSearcher(v, options.Analyzer) }
	return v, nil
}

// deletedOf returns the deleted documents of a segment.
func deletedOf(ss *scorch.SegmentSnapshot) bitset {
	del := ss.Deleted()
	if del == nil || del.IsEmpty() {
		return nil
	}
	b := newBitset(int(ss.Segment().Count()))
	for it := del.Iterator(); it.HasNext(); {
		b.set(it.Next())
	}
	return b
}

// countAll fills all: what the segments counted, less their deleted documents.
func (v *view) countAll() {
	v.all = make([]int32, len(v.values.texts))
	for i := range v.segments {
		s := &v.segments[i]
		for o, n := range s.counts {
			v.all[o] += n
		}
		s.deleted.each(func(d uint32) {
			for _, o := range s.row(d) {
				v.all[o]--
			}
		})
	}
}

// sortByTitle fills order and rank by merging the rows of the segments, which
// their dictionaries hold in order.
func (v *view) sortByTitle(documents int) error {
	v.rank = make([]uint32, documents)
	v.order = make([]uint32, 0, v.live)
	var rows rowHeap
	for i := range v.segments {
		c, err := newRowCursor(&v.segments[i])
		if err != nil {
			return err
		}
		if ok, err := c.next(); err != nil {
			return err
		} else if ok {
			rows = append(rows, c)
		}
	}
	heap.Init(&rows)
	for len(rows) > 0 {
		c := rows[0]
		global := c.segment.base + c.doc
		v.rank[global] = uint32(len(v.order))
		v.order = append(v.order, global)
		ok, err := c.next()
		switch {
		case err != nil:
			return err
		case ok:
			heap.Fix(&rows, 0)
		default:
			heap.Pop(&rows)
		}
	}
	return nil
}

// segmentOf returns the number of the segment and the local number of a global
// document number.
func (v *view) segmentOf(global uint32) (int, uint32) {
	i := len(v.segments) - 1
	for i > 0 && global < v.segments[i].base {
		i--
	}
	return i, global - v.segments[i].base
}

// locate returns the segment and the local number of a global document number.
func (v *view) locate(global uint32) (*viewSegment, uint32) {
	i, d := v.segmentOf(global)
	return &v.segments[i], d
}

// largest returns the number of documents of the largest segment.
func (v *view) largest() int {
	n := 0
	for i := range v.segments {
		n = max(n, v.segments[i].n)
	}
	return n
}

// release ends one use of the view, and frees it with the last.
func (v *view) release() error {
	if v == nil || v.users.Add(-1) != 0 {
		return nil
	}
	err := v.snapshot.Close()
	return v.store.release(err)
}

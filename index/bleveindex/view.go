package bleveindex

import (
	"container/heap"
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/blevesearch/bleve/v2/index/scorch"
	"golang.org/x/sync/errgroup"

	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch/spelling"
	"praktijkzoeker/index/suggest"
)

// A view is one state of the contents, ready to be searched. Everything in it
// is immutable but the pool and the count of users.
type view struct {
	number   uint64 // rises with every view of an index
	store    *store
	options  *Options
	snapshot *scorch.IndexSnapshot
	segments []viewSegment
	values   *valueTable
	live     int  // fiches
	followed bool // what follows was made from that of the view before
	recalled bool // it was made of what was saved
	saved    bool // on disk, exactly so
	// order lists the live documents by title; rank is its inverse, by global
	// document number.
	order []uint32
	rank  []uint32
	// all counts every facet value over all live documents.
	all         []int32
	suggestions *suggest.Table
	vocabulary  *spelling.Vocabulary
	// changedWords is by how much vocabulary differs from what the store keeps
	// under keyWords.
	changedWords wordCounts
	stats        index.Stats // but for its memory
	fixed        int64       // bytes of what the view has beside its segments
	// everything are the facets of all, made when first asked for.
	landing    sync.Once
	everything map[index.Facet][]index.Count
	searchers  sync.Pool // of *searcher
	users      atomic.Int64
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
// (which may be nil) has too are shared. When the contents are those of old but
// for d (which may be nil), what else they have follows from that of old; else it
// comes from what was saved, or is made anew. A panic over what the files hold is
// an error. The caller owns one use of the view.
func newView(st *store, old *view, d *difference, number uint64, options *Options) (*view, error) {
	reader, err := st.scorch.Reader()
	if err != nil {
		return nil, fmt.Errorf("open snapshot: %w", err)
	}
	v := &view{number: number, store: st, options: options, snapshot: reader.(*scorch.IndexSnapshot), values: newValueTable()}
	v.users.Store(1)
	if old != nil && old.store != st {
		old, d = nil, nil
	}
	if err := guarded(func() error { return v.fill(old, d) }); err != nil {
		return nil, errors.Join(err, v.snapshot.Close())
	}
	v.searchers.New = func() any { return newSearcher(v, options.Analyzer) }
	return v, nil
}

// fill makes everything of a view but its snapshot.
func (v *view) fill(old *view, d *difference) (err error) {
	if err := errors.Join(v.readSegments(old), v.readChangedWords()); err != nil {
		return err
	}
	v.countAll()
	if v.followed = old != nil && d != nil; v.followed {
		err = v.follow(old, d)
	} else if v.recalled = v.recall() == nil; !v.recalled { // whatever the reason, it can be made
		err = v.derive()
	}
	if err != nil {
		return err
	}
	v.stats = v.describe()
	return nil
}

// readSegments fills segments, with the tables that old has and new ones, values
// and live.
func (v *view) readSegments(old *view) error {
	known := map[uint64]*segmentTable{}
	if old != nil {
		v.values = old.values
		for _, s := range old.segments {
			known[s.id] = s.segmentTable
		}
	}
	segments := v.snapshot.Segments()
	v.segments = make([]viewSegment, len(segments))
	fresh := make([]*segmentValues, len(segments))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, ss := range segments {
		v.segments[i] = viewSegment{segmentTable: known[ss.Id()], id: ss.Id(), scorch: ss, deleted: deletedOf(ss)}
		v.live += int(ss.Count())
		if v.segments[i].segmentTable == nil {
			work(&group, func() (err error) {
				v.segments[i].segmentTable, fresh[i], err = readSegmentTable(ss)
				return err
			})
		}
	}
	if err := group.Wait(); err != nil {
		return err
	}
	base := 0
	for i := range v.segments {
		s := &v.segments[i]
		s.base = uint32(base)
		base += s.n
		if fresh[i] != nil {
			v.values = v.values.with(fresh[i].texts)
			s.fillRows(v.values, fresh[i])
			s.measure()
		}
	}
	return nil
}

// derive makes what a view has beside its segments.
func (v *view) derive() error {
	group, ctx := errgroup.WithContext(context.Background())
	work(group, v.sortByTitle)
	work(group, func() (err error) {
		v.suggestions, err = v.buildSuggestions(ctx, v.options.Analyzer)
		return err
	})
	work(group, func() (err error) {
		v.vocabulary, err = v.buildVocabulary(v.options.Analyzer)
		return err
	})
	return group.Wait()
}

// follow makes what a view has beside its segments from what old has and what
// has changed since.
func (v *view) follow(old *view, d *difference) error {
	if !v.sortAfter(old, d) {
		if err := v.sortByTitle(); err != nil {
			return err
		}
	}
	v.suggestions = old.suggestions.With(d.gone, d.added)
	v.vocabulary = old.vocabulary.With(d.words)
	return nil
}

// documents returns the number of documents, deleted ones included.
func (v *view) documents() int {
	if len(v.segments) == 0 {
		return 0
	}
	last := &v.segments[len(v.segments)-1]
	return int(last.base) + last.n
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
func (v *view) sortByTitle() error {
	v.rank = make([]uint32, v.documents())
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

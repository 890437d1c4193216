package bleveindex

import (
	"cmp"
	"slices"
)

// maxPlaced is the number of fiches that sortAfter puts in their place one by
// one; with more, it is faster to read all rows.
const maxPlaced = 256

// sortAfter fills order and rank from those of old: fiches that did not change
// stay in the same order, wherever they are now, and others are put between them.
// It reports false when that would take long or something does not fit.
func (v *view) sortAfter(old *view, d *difference) bool {
	if len(d.added) > maxPlaced {
		return false
	}
	touched := map[string]bool{} // IDs
	for _, id := range d.gone {
		touched[id] = true
	}
	for i := range d.added {
		touched[d.added[i].ID] = true
	}
	now := v.whereFrom(old)
	v.order = make([]uint32, 0, v.live)
	for _, global := range old.order {
		i, doc := old.segmentOf(global)
		if now.base[i] >= 0 {
			s := &v.segments[now.segment[i]]
			if !s.deleted.has(doc) {
				v.order = append(v.order, uint32(now.base[i])+doc)
			}
			continue
		}
		id := old.segments[i].ids[doc]
		if touched[id] {
			continue
		}
		global, ok := now.byID[id]
		if !ok {
			return false
		}
		v.order = append(v.order, global)
	}
	return v.place(d, now.byID) && v.rankOrder()
}

// moves tells where the documents of a view are in the next.
type moves struct {
	base    []int // by segment of the old view: number of its first document, -1 if the segment is gone
	segment []int // and which segment it is
	byID    map[string]uint32
}

// whereFrom returns where the documents of old are in v: in the same segment, or
// by ID in one that old did not have.
func (v *view) whereFrom(old *view) *moves {
	m := &moves{base: make([]int, len(old.segments)), segment: make([]int, len(old.segments)), byID: map[string]uint32{}}
	before := map[uint64]int{}
	for i := range old.segments {
		m.base[i] = -1
		before[old.segments[i].id] = i
	}
	for k := range v.segments {
		s := &v.segments[k]
		if i, ok := before[s.id]; ok {
			m.base[i], m.segment[i] = int(s.base), k
			continue
		}
		for doc, id := range s.ids {
			if !s.deleted.has(uint32(doc)) {
				m.byID[id] = s.base + uint32(doc)
			}
		}
	}
	return m
}

// place puts the fiches of d that were added in their place in order.
func (v *view) place(d *difference, byID map[string]uint32) bool {
	type placed struct {
		row    string
		global uint32
		before int // of order
	}
	a := newAnalyst(v.options.Analyzer)
	all := make([]placed, len(d.added))
	for i := range d.added {
		f := &d.added[i]
		global, ok := byID[f.ID]
		if !ok {
			return false
		}
		p := placed{row: a.rowStart(f.Title, f.ID), global: global}
		// Rows are compared with those of the fiches that stand there.
		low, high := 0, len(v.order)
		for low < high {
			mid := int(uint(low+high) >> 1)
			other, err := v.fiche(v.order[mid])
			if err != nil {
				return false
			}
			if a.rowStart(other.Title, other.ID) < p.row {
				low = mid + 1
			} else {
				high = mid
			}
		}
		p.before = low
		all[i] = p
	}
	slices.SortFunc(all, func(a, b placed) int { return cmp.Or(cmp.Compare(a.before, b.before), cmp.Compare(a.row, b.row)) })
	order := make([]uint32, 0, len(v.order)+len(all))
	at := 0
	for _, p := range all {
		order = append(append(order, v.order[at:p.before]...), p.global)
		at = p.before
	}
	v.order = append(order, v.order[at:]...)
	return true
}

// rankOrder fills rank from order. It reports false when order does not hold
// every live document.
func (v *view) rankOrder() bool {
	if len(v.order) != v.live {
		return false
	}
	v.rank = make([]uint32, v.documents())
	for at, global := range v.order {
		v.rank[global] = uint32(at)
	}
	return true
}

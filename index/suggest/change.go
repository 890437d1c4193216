package suggest

import (
	"math"
	"math/bits"
	"slices"
)

// most returns how many fiches of a base of n may have changed before a new base
// is made. With takes time for all that changed, and a new base for
// all fiches: a multiple of the square root makes the least of both together.
func most(n int) int { return leastChanged + 2*int(math.Sqrt(float64(n))) }

const leastChanged = 64

// With returns the table without the fiches with the IDs removed and with those
// added; an added one takes the place of one with the same ID. An ID that the
// table does not have is no error. Of two added with one ID the last counts.
// The answers are those of New on the fiches that are left.
//
// It takes time for the changes since the last base, which t and what With
// returns share: a millisecond or a few. Once in a while a goroutine makes a new
// base, as New does, which later calls use when it is there. The first call after
// New makes a map of the IDs and labels. The strings of added are kept, those of
// the base are its own.
func (t *Table) With(removed []string, added []Fiche) *Table {
	if len(removed)+len(added) == 0 {
		return t
	}
	c := change{removed, added}
	if t.next != nil && t.next.isThere() {
		return t.next.table.with(combined(append(slices.Clip(t.since), c)))
	}
	return t.with(c)
}

// with is With on the base that there is, unless far too much has changed.
func (t *Table) with(c change) *Table {
	removed, added, base := c.removed, c.added, t.pair[0]
	out := &Table{options: t.options, pair: [2]*layer{base}, scratchs: t.scratchs}
	out.gone = newBitset(len(base.ids))
	copy(out.gone, t.gone)
	replaced := make(map[string]bool, len(removed)+len(added))
	for _, id := range removed {
		replaced[id] = true
	}
	above := make(map[string]bool, len(added))
	for _, f := range slices.Backward(added) {
		replaced[f.ID] = true
		if !above[f.ID] {
			above[f.ID] = true
			out.above = append(out.above, f)
		}
	}
	for i := range t.above {
		if !replaced[t.above[i].ID] {
			out.above = append(out.above, t.above[i])
		}
	}
	source := base.find()
	for id := range replaced {
		if n, ok := source.byID[id]; ok {
			out.gone.set(n)
		}
	}
	switch n := len(out.above) + out.gone.count(); {
	case n > farTooMany*most(len(base.ids)):
		return out.rebased()
	case t.next != nil:
		out.next, out.since = t.next, append(slices.Clip(t.since), c)
	case n > most(len(base.ids)):
		out.next = out.succeed()
	}
	out.lay()
	return out
}

// rebased makes one base of the table, whose upper layer is not laid yet.
func (t *Table) rebased() *Table {
	base := t.pair[0]
	g := newGatherer(t.parts)
	each := func(f *Fiche) {
		g.fiche(f)
		g.count(f)
	}
	for i := range base.ids {
		if !t.gone.has(uint32(i)) {
			f := base.fiche(i)
			each(&f)
		}
	}
	for i := range t.above {
		each(&t.above[i])
	}
	for _, v := range base.source.values {
		if v.given > 0 {
			n := &g.source.values[g.value(int(v.kind), base.text(v.from, v.to))]
			n.count, n.given = n.count+v.given, v.given
		}
	}
	g.show(t.leastTerm)
	out := &Table{options: t.options, pair: [2]*layer{g.layer()}, scratchs: t.scratchs}
	out.measure()
	return out
}

// lay makes the upper layer, and marks what of the base is no more.
func (t *Table) lay() {
	base := t.pair[0]
	source := base.find()
	for k := range kinds {
		t.dead[k] = newBitset(len(base.shelves[k].items))
	}
	change := map[uint32]int{} // by value of the base
	for i := range base.ids {
		if !t.gone.has(uint32(i)) {
			continue
		}
		r, end := source.fiches[i], source.fiches[i+1]
		if r.title != none {
			t.dead[ofFiche].set(r.title)
		}
		for _, p := range source.practices[r.practices:end.practices] {
			t.dead[ofPractice].set(p.item)
		}
		for _, v := range source.has[r.has:end.has] {
			change[v]--
		}
	}
	g := newGatherer(t.parts)
	for i := range t.above {
		g.fiche(&t.above[i])
		g.count(&t.above[i])
	}
	for i := range g.source.values { // those of fiches above
		v := &g.source.values[i]
		if n, ok := source.byValue[v.kind][g.texts.String()[v.from:v.to]]; ok {
			change[n] += int(v.count)
			v.count = 0
		}
	}
	for n, by := range change {
		v := &source.values[n]
		if by == 0 {
			continue
		}
		if v.item != none {
			t.dead[v.kind].set(v.item)
		}
		g.source.values[g.value(int(v.kind), base.text(v.from, v.to))].count = uint32(int(v.count) + by)
	}
	g.show(t.leastTerm)
	t.pair[1] = g.layer()
	t.measure()
}

// count returns the number of items of a set.
func (b bitset) count() int {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

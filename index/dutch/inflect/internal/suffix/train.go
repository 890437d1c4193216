package suffix

import (
	"cmp"
	"maps"
	"slices"
)

// A word of some length is the head of compounds that are in no list, so what
// holds for it counts more than what holds for words that merely end alike.
const (
	headLength = 4
	headWeight = 4
)

// A branch is a node of a tree under construction.
type branch struct {
	counts   map[uint16]int
	children map[byte]*branch
}

// Train makes the smallest tree that gives every form of roots its root, and
// others that of the forms with the same ending.
func Train(roots map[string]string) *Tree {
	t := &Tree{}
	ids := map[Script]uint16{}
	top := &branch{}
	for _, form := range slices.Sorted(maps.Keys(roots)) {
		s := ScriptOf(form, roots[form])
		if ids[s] == 0 {
			t.scripts = append(t.scripts, s)
			ids[s] = uint16(len(t.scripts))
		}
		class := byte(0)
		if Ge(form) >= 0 {
			class = 1
		}
		top.child(class).insert(form, ids[s])
	}
	t.lay(top)
	return t
}

func (b *branch) child(label byte) *branch {
	if b.children == nil {
		b.children = map[byte]*branch{}
	}
	if b.children[label] == nil {
		b.children[label] = &branch{counts: map[uint16]int{}}
	}
	return b.children[label]
}

func (b *branch) insert(form string, script uint16) {
	b.counts[script]++
	for i := len(form) - 1; i >= 0; i-- {
		b = b.child(form[i])
		b.counts[script]++
	}
	if len(form) >= headLength {
		b.counts[script] += headWeight
	}
	b.child(edge).counts[script]++
}

// lay writes the nodes that differ from what they inherit.
func (t *Tree) lay(top *branch) {
	type item struct {
		b         *branch
		inherited uint16
	}
	level := []item{{top.child(0), 0}, {top.child(1), 0}}
	t.label = append(t.label, 0, 1)
	for len(level) > 0 {
		var next []item
		for _, it := range level {
			own := it.b.majority(it.inherited)
			if own == it.inherited {
				t.script = append(t.script, 0)
			} else {
				t.script = append(t.script, own)
			}
			t.first = append(t.first, uint32(len(t.label)))
			for _, label := range slices.Sorted(maps.Keys(it.b.children)) {
				child := it.b.children[label]
				if child.agrees(own) {
					continue
				}
				t.label = append(t.label, label)
				next = append(next, item{child, own})
			}
		}
		level = next
	}
	t.first = append(t.first, uint32(len(t.label)))
}

// agrees tells whether all forms below b have the script.
func (b *branch) agrees(script uint16) bool { return len(b.counts) == 1 && b.counts[script] > 0 }

// majority gives the script of most forms below b; among equals the inherited
// one, then the first.
func (b *branch) majority(inherited uint16) uint16 {
	if len(b.counts) == 0 { // no form of this class at all
		return inherited
	}
	best := slices.MaxFunc(slices.Sorted(maps.Keys(b.counts)), func(x, y uint16) int {
		return cmp.Or(cmp.Compare(b.counts[x], b.counts[y]), cmp.Compare(y, x))
	})
	if b.counts[inherited] == b.counts[best] {
		return inherited
	}
	return best
}

package bleveindex

import "math/bits"

// A knownSet is a set of documents of a segment, deleted ones included, over
// which the facet values have been counted.
type knownSet struct {
	n      int
	counts []int32
	bits   bitset   // or
	docs   []uint32 // ascending
	all    bool     // every document: no bits and no docs
	// united are the sets of which this one is the union; it has no counts of
	// its own, and extra documents stand in several of them.
	united []docSet
	values []uint32 // ordinals of united
	extra  int
}

// distance returns how many documents are in only one of the set and k, or a
// number above most when there are more. The set has n members.
func (k *knownSet) distance(set bitset, n, most int) int {
	least := max(k.n-n, n-k.n) + k.extra
	switch {
	case k.all || least > most:
		return least
	case k.bits == nil:
		common := 0
		for _, d := range k.docs {
			common += int(set[d>>6] >> (d & 63) & 1)
		}
		return n + k.n - 2*common
	}
	apart := k.extra
	for i, w := range k.bits {
		apart += bits.OnesCount64(w ^ set[i])
	}
	return apart
}

// hotSet returns the documents of a hot term.
func hotSet(h *hotTerm) knownSet {
	return knownSet{n: h.n, counts: h.counts, bits: h.bits, docs: h.docs}
}

// addHotSets appends the sets of the hot terms that c stands on and that have
// counts.
func (c *cursor) addHotSets(known []knownSet) []knownSet {
	switch {
	case c.hot != nil && c.hot.counts == nil:
	case c.hot != nil:
		return append(known, hotSet(c.hot))
	case c.parts != nil:
		for n := range c.parts {
			known = c.parts[n].addHotSets(known)
		}
	}
	return known
}

// togetherFrom is the number of documents from which on it is kept what values
// stand together with one.
const togetherFrom = 1024

// valueSet returns the documents with a value; false where they have not been
// counted, and are too few for it.
func (t *segmentTable) valueSet(o uint32) (knownSet, bool) {
	s := &t.values[o]
	if s.n < togetherFrom {
		return knownSet{}, false
	}
	return knownSet{n: s.n, counts: t.countsWith(o), bits: s.bits, docs: s.docs}, true
}

// countsWith returns the counts of all values over the documents that have one
// of them.
func (t *segmentTable) countsWith(o uint32) []int32 {
	if known := t.together[o].Load(); known != nil {
		return *known
	}
	counts := make([]int32, len(t.values))
	t.values[o].each(func(d uint32) {
		for _, p := range t.row(d) {
			counts[p]++
		}
	})
	t.together[o].Store(&counts)
	return counts
}

// Package suggest completes what somebody is typing: titles, local examples,
// facet labels and words of the fiches, from memory.
//
// A Table is made of the contents of an index and never changes; With makes the
// one of changed contents. It has a shelf for each kind of suggestion. On a
// shelf, the phrases stand in order of weight and the words in them are numbers:
// the rank of the word in the dictionary of all words. Words with a common
// beginning are neighbours in the dictionary, so that a typed beginning is a
// range of numbers, and lists of word starts sorted by number turn it into a
// range of phrases. For the commonest beginnings the best phrases are kept.
package suggest

import (
	"sync"

	"praktijkzoeker/index"
)

// Limits of a call, so that none can cost without bound. What is beyond them
// is ignored.
const (
	maxLimit = 100 // suggestions
	maxBytes = 512 // of the typed text
)

// A Table holds everything that can be suggested. It is immutable and safe for
// concurrent use.
//
// It is a base layer, which the tables that With makes of it share, and a small
// layer above it with what has changed since.
type Table struct {
	options
	pair      [2]*layer // the base and, or nil, the one above
	gone      bitset    // fiches of the base that are no more
	dead      [len(kinds)]bitset
	above     []Fiche
	logOfMost [len(kinds)]float32 // log1p of the use of the most used item
	scratchs  *sync.Pool
	// next is, or nil, what is to follow with a base of its own, and since the
	// changes that are not in it.
	next  *successor
	since []change
}

// options are the same for all tables that come of one another.
type options struct {
	parts     func(form string) []int
	leastTerm uint32
}

// layers are the one or two layers.
func (t *Table) layers() []*layer {
	if t.pair[1] == nil {
		return t.pair[:1]
	}
	return t.pair[:]
}

// changed reports whether the table is more, or less, than its base.
func (t *Table) changed() bool { return t.gone != nil }

// Suggest returns at most limit completions of text, best first, none twice.
// Each typed word begins a word of the suggestion, or a part of a compound in
// it, or of the place of a local example. Case, accents, hyphens and
// apostrophes do not matter, nor does the order of the words. Only when nothing
// fits may words of four letters and more be one edit away, with the first
// letter right.
//
// The order is: those that are the text; those that begin with it; those that
// hold it from a word on; those with all its words; those where a word is only
// a part of a compound or a place. Among these, the weight decides: the kind
// and how much it is used. No kind gets more than half of the places while
// others fit. Text without a letter or digit gives none.
//
// The texts share the memory of the table: who keeps a suggestion for long
// keeps them all, unless he clones its text.
func (t *Table) Suggest(text string, limit int) []index.Suggestion {
	limit = min(limit, maxLimit)
	if limit <= 0 {
		return nil
	}
	s := t.scratchs.Get().(*scratch)
	defer t.scratchs.Put(s)
	if !t.collect(s, text, limit) {
		return nil
	}
	return t.answer(s, limit)
}

// collect fills the lists of s with the best of each kind, or returns false
// when nothing fits.
func (t *Table) collect(s *scratch, text string, limit int) bool {
	s.read(text)
	if len(s.typed) == 0 {
		return false
	}
	for round := exact; round <= allWords; round++ {
		if !t.look(s, round) {
			continue
		}
		some := false
		s.found = s.found[:0]
		for k := range kinds {
			s.lists[k] = t.bestOf(s, k, round, limit)
			some = some || len(s.lists[k]) > 0
		}
		if some {
			return true
		}
	}
	return false
}

// answer turns the best of the lists into suggestions, in order.
func (t *Table) answer(s *scratch, limit int) []index.Suggestion {
	c := choice{lists: &s.lists, weight: t.weight}
	chosen := c.choose(limit)
	n := 0
	for _, m := range chosen {
		n += m
	}
	out := make([]index.Suggestion, n)
	c.taken = [len(kinds)]int{}
	most := func(kind int) int { return chosen[kind] }
	c.start(most)
	for i := range out {
		kind, _ := c.take(most)
		k := s.lists[kind][c.taken[kind]-1]
		out[i] = t.layerOf(k).suggestion(kind, k.item())
	}
	return out
}

func (t *Table) layerOf(k key) *layer {
	if k&above != 0 {
		return t.pair[1]
	}
	return t.pair[0]
}

// weight is the weight of an item.
func (t *Table) weight(kind int, k key) float32 {
	return weight(kind, t.layerOf(k).shelves[kind].items[k.item()].log, t.logOfMost[kind])
}

// measure finds the most used item of each kind: the first that is alive.
func (t *Table) measure() {
	for k := range kinds {
		most := uint32(0)
		for i, l := range t.layers() {
			for n := range l.shelves[k].items {
				if i > 0 || !t.dead[k].has(uint32(n)) {
					most = max(most, l.shelves[k].items[n].used)
					break
				}
			}
		}
		t.logOfMost[k] = log1p(most)
	}
}

// HeapBytes estimates the memory that the table holds.
func (t *Table) HeapBytes() int64 {
	n := len(t.gone) * 8
	for _, l := range t.layers() {
		n += l.heapBytes()
	}
	for _, dead := range t.dead {
		n += 8 * len(dead)
	}
	return int64(n)
}

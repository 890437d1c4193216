package suggest

import (
	"slices"
	"sync"
	"sync/atomic"
)

// filters keeps the sets of the items that have a frequent word: short words
// that stand in many titles, as "en" and "voor", are typed again and again. It is
// safe for concurrent use.
type filters struct {
	sets  sync.Map // filterOf to bitset
	count atomic.Int32
}

// A filterOf is what the items of a shelf have a word of.
type filterOf struct {
	shelf int
	words span
}

const (
	// filterShare is the part of the items of a shelf, one in so many, from which
	// on the starts of a word are worth a set.
	filterShare = 32
	// maxFilters bounds the sets that are kept, but for calls at the same time, so
	// that they take no more than a few megabytes at 100,000 fiches.
	maxFilters = 256
)

// filter returns the set of the items of shelf k that have a word of spans, when
// that is kept or worth keeping; else nil.
func (l *layer) filter(b *best, k int, spans []span) bitset {
	if len(spans) != 1 || l.size(k, spans)*filterShare < len(l.shelves[k].items) {
		return nil
	}
	of := filterOf{k, spans[0]}
	if set, ok := l.filters.sets.Load(of); ok {
		return set.(bitset)
	}
	if l.filters.count.Load() >= maxFilters {
		return nil
	}
	l.fillFilter(b, k, spans)
	return l.filters.keep(of, slices.Clone(b.filter))
}

// keep keeps a set, or returns the one that another call has kept meanwhile.
func (f *filters) keep(of filterOf, set bitset) bitset {
	kept, twice := f.sets.LoadOrStore(of, set)
	if !twice {
		f.count.Add(1)
	}
	return kept.(bitset)
}

// heapBytes returns the memory of the sets.
func (f *filters) heapBytes() int {
	n := 0
	f.sets.Range(func(_, set any) bool {
		n += 8 * len(set.(bitset))
		return true
	})
	return n
}

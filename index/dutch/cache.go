package dutch

import (
	"hash/maphash"
	"sync/atomic"
)

// A cache remembers words by their form. It is a table of sets of four slots:
// a form has its place in one set, and a set that is full forgets one of its
// words. Readers take no lock and write nothing, so goroutines do not slow one
// another down; a word that two of them compute at once is stored twice, which
// does no harm, because words never change.
type cache []atomic.Pointer[Word]

const (
	ways = 4
	// slots are enough for the words of 100,000 fiches; full, the cache takes
	// some 16 MB.
	slots = 1 << 16
)

var seed = maphash.MakeSeed()

func newCache() cache { return make(cache, slots) }

func hash(form string) uint64 { return maphash.String(seed, form) }

// set gives the slots of a hash.
func (c cache) set(h uint64) []atomic.Pointer[Word] {
	i := h & (slots/ways - 1) * ways
	return c[i : i+ways : i+ways]
}

// get gives the word of form, or nil.
func (c cache) get(h uint64, form string) *Word {
	for i := range c.set(h) {
		if w := c.set(h)[i].Load(); w != nil && w.Form == form {
			return w
		}
	}
	return nil
}

// put stores w in a free slot of its set, or in one that its hash chooses.
func (c cache) put(h uint64, w *Word) {
	set := c.set(h)
	for i := range set {
		if set[i].CompareAndSwap(nil, w) {
			return
		}
	}
	set[h>>60%ways].Store(w)
}

package dutch

import (
	"hash/maphash"
	"math/bits"
	"sync/atomic"
)

// A cache remembers words by their form. It is a table of sets: a form has its
// place in one set, and a set that is full forgets one of its words. Readers
// take no lock and, once a word was met twice, write nothing, so goroutines do
// not slow one another down; a word that two of them compute at once may be
// stored twice, which does no harm, because words never change.
//
// The word that a full set forgets is one that nobody asked for since it came,
// as in SIEVE (Zhang et al., NSDI 2024): half the forms of a large corpus occur
// once or twice, and they must not push out those that come back.
type cache []cacheSet

const (
	// ways times sets words are nearly all those of 100,000 fiches; full, the
	// cache takes some 13 MB.
	ways = 7
	sets = 1 << 14
)

// A cacheSet is one cache line.
type cacheSet struct {
	// marks hold eight bits of the hash of each word, so that a look at another
	// word is rare, and in the highest byte a bit for each word that was asked
	// for since it came. They may lag behind words: a reader compares the form.
	marks atomic.Uint64
	words [ways]atomic.Pointer[Word]
}

const (
	eachByte = 0x0001_0101_0101_0101 // the lowest bit of the marks of each word
	asked    = 56                    // where the bits of words asked for start
	allAsked = uint64(1<<ways-1) << asked
)

var seed = maphash.MakeSeed()

func newCache() cache { return make(cache, sets) }

func hash(form string) uint64      { return maphash.String(seed, form) }
func hashBytes(form []byte) uint64 { return maphash.Bytes(seed, form) }

// set gives the set of a hash.
func (c cache) set(h uint64) *cacheSet { return &c[h%sets] }

// get gives the word of form, or nil.
func (c cache) get(h uint64, form string) *Word { return find(c, h, form) }

// find gives the word of a form of either type, or nil.
func find[F string | []byte](c cache, h uint64, form F) *Word {
	s := c.set(h)
	marks := s.marks.Load()
	// A byte of other is zero where the mark is that of h.
	other := marks ^ h>>56*eachByte
	for m := (other - eachByte) &^ other & (eachByte << 7); m != 0; m &= m - 1 {
		i := bits.TrailingZeros64(m) / 8
		if w := s.words[i].Load(); w != nil && w.Form == string(form) {
			if bit := uint64(1) << (asked + i); marks&bit == 0 {
				s.marks.CompareAndSwap(marks, marks|bit) // or next time
			}
			return w
		}
	}
	return nil
}

// put stores w in its set.
func (c cache) put(h uint64, w *Word) {
	s := c.set(h)
	i := s.room(h)
	s.words[i].Store(w)
	for {
		old := s.marks.Load()
		marks := old&^(0xff<<(8*i)|1<<(asked+i)) | h>>56<<(8*i)
		if old&allAsked == allAsked { // they start again
			marks &^= allAsked
		}
		if s.marks.CompareAndSwap(old, marks) {
			return
		}
	}
}

// room gives the slot for a new word: a free one, else the first that was not
// asked for from where the hash says.
func (s *cacheSet) room(h uint64) int {
	for i := range s.words {
		if s.words[i].Load() == nil {
			return i
		}
	}
	start := int(h >> 32 % ways)
	marks := s.marks.Load()
	for k := range ways {
		if i := (start + k) % ways; marks>>(asked+i)&1 == 0 {
			return i
		}
	}
	return start
}

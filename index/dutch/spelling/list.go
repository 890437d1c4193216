package spelling

import (
	"hash/maphash"
	"strings"
)

// A list is words in order of run: those of one first byte and one length stand
// together, in alphabetical order. There are three ways to find one: a table of
// hashes for a whole word, the alphabetical order of all, and for words that
// are near another the runs. A signature of each word's letters tells which
// words of a run are near enough to compare, so that no edit is ever tried out.
// It takes 30 bytes a word beside its text.
type list struct {
	text       string
	at         []uint32 // where word i begins in text; one more than there are words
	counts     []uint32 // a number of documents and flags
	signatures []uint64
	runs       []uint32 // runs[r] is the first word of run r
	sorted     []uint32 // the words in alphabetical order
	slots      []uint64 // half of a hash, then the number of a word plus one; 0 is free
}

// Flags of a count.
const (
	kept  = 1 << 31 // the word is known even when no document has it
	gone  = 1 << 30 // the word is no longer known
	count = gone - 1
)

// maxLength is the length from which all words are in one run, and from which
// none is corrected.
const maxLength = 63

// run numbers the words of one first byte and one length.
func run(first byte, length int) int {
	return int(first)*(maxLength+1) + min(length, maxLength)
}

// seed makes the hashes of this process. No order depends on them.
var seed = maphash.MakeSeed()

// newList makes a list of words in strictly ascending order, none empty.
func newList(words []word) *list {
	l := &list{
		at: make([]uint32, len(words)+1), counts: make([]uint32, len(words)), signatures: make([]uint64, len(words)),
		runs: make([]uint32, run(255, maxLength)+2), sorted: make([]uint32, len(words)),
	}
	for _, w := range words {
		l.runs[run(w.form[0], len(w.form))+1]++
	}
	for r := range l.runs[1:] {
		l.runs[r+1] += l.runs[r]
	}
	size := 0
	byRun := make([]uint32, len(words))
	for i, w := range words {
		next := &l.runs[run(w.form[0], len(w.form))]
		l.sorted[i], byRun[*next] = *next, uint32(i)
		*next++
		size += len(w.form)
	}
	copy(l.runs[1:], l.runs) // each had moved to the end of its run
	l.runs[0] = 0
	var text strings.Builder
	text.Grow(size)
	for n, i := range byRun {
		w := words[i]
		text.WriteString(w.form)
		l.at[n+1], l.counts[n], l.signatures[n] = uint32(text.Len()), w.count, signature(w.form)
	}
	l.text = text.String()
	l.fillSlots()
	return l
}

func (l *list) fillSlots() {
	size := 4
	for size*3 < l.len()*4 {
		size *= 2
	}
	l.slots = make([]uint64, size)
	for i := range l.len() {
		h := maphash.String(seed, l.word(i))
		at := int(h) & (size - 1)
		for l.slots[at] != 0 {
			at = (at + 1) & (size - 1)
		}
		l.slots[at] = h>>32<<32 | uint64(i+1)
	}
}

func (l *list) heapBytes() int64 {
	return int64(len(l.text) + 4*(len(l.at)+len(l.counts)+len(l.runs)+len(l.sorted)) + 8*(len(l.signatures)+len(l.slots)))
}

func (l *list) len() int { return len(l.counts) }

func (l *list) word(i int) string { return l.text[l.at[i]:l.at[i+1]] }

// find returns the number of a word, whose hash is h.
func (l *list) find(form string, h uint64) (int, bool) {
	mask := len(l.slots) - 1
	for at := int(h) & mask; l.slots[at] != 0; at = (at + 1) & mask {
		if s := l.slots[at]; s>>32 == h>>32 {
			if i := int(uint32(s)) - 1; l.word(i) == form {
				return i, true
			}
		}
	}
	return 0, false
}

// from returns the place in sorted of the first word that does not come before
// form.
func (l *list) from(form string) int {
	low := 0
	for high := l.len(); low < high; {
		mid := int(uint(low+high) >> 1)
		if l.word(int(l.sorted[mid])) < form {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// nth returns the word at place i of sorted.
func (l *list) nth(i int) word {
	n := int(l.sorted[i])
	return word{l.word(n), l.counts[n]}
}

// signature sets one bit for the first and one for a further occurrence of
// each letter; the bytes that are no letters share the bits that are left. An
// insertion or deletion changes at most one bit, a substitution two, a
// transposition none.
func signature(form string) uint64 {
	var s uint64
	for i := range len(form) {
		bit := uint64(1) << 52
		if c := form[i] - 'a'; c < 26 {
			bit = 1 << (2 * c)
		} else {
			bit <<= 2 * (form[i] % 6)
		}
		if s&bit != 0 {
			bit <<= 1
		}
		s |= bit
	}
	return s
}

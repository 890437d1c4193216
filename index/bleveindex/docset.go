package bleveindex

import (
	"math/bits"
	"slices"
)

// A docSet is an immutable set of local document numbers: bits where it has many
// of a segment, a list where it has few.
type docSet struct {
	n    int
	bits bitset   // nil: docs
	docs []uint32 // ascending
}

// docSetShare is the part of a segment, one in so many, from which on bits take
// no more memory than a list.
const docSetShare = 32

// newDocSet returns the set of docs, which must be ascending, of a segment of n.
func newDocSet(docs []uint32, n int) docSet {
	s := docSet{n: len(docs)}
	if len(docs)*docSetShare < n {
		s.docs = slices.Clone(docs)
		return s
	}
	s.bits = newBitset(n)
	for _, d := range docs {
		s.bits.set(d)
	}
	return s
}

// each calls f for every member, ascending.
func (s *docSet) each(f func(d uint32)) {
	s.bits.each(f)
	for _, d := range s.docs {
		f(d)
	}
}

// eachIn calls f for every member that a set of bits has too, ascending.
func (s *docSet) eachIn(b bitset, f func(d uint32)) {
	for i, w := range s.bits {
		eachBit(i, w&b[i], f)
	}
	for _, d := range s.docs {
		if b.has(d) {
			f(d)
		}
	}
}

// addTo adds the members to a set of bits.
func (s *docSet) addTo(b bitset) {
	b.add(s.bits)
	for _, d := range s.docs {
		b.set(d)
	}
}

// within returns how many members a set of bits has too.
func (s *docSet) within(b bitset) int {
	n := 0
	for i, w := range s.bits {
		n += bits.OnesCount64(w & b[i])
	}
	for _, d := range s.docs {
		n += int(b[d>>6] >> (d & 63) & 1)
	}
	return n
}

// bytes returns the memory of s.
func (s *docSet) bytes() int64 { return int64(8*cap(s.bits) + 4*cap(s.docs)) }

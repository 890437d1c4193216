package bleveindex

import (
	"context"
	"math/bits"
)

// A bitset is a set of local document numbers. A nil bitset is empty.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

func (b bitset) set(d uint32) { b[d>>6] |= 1 << (d & 63) }

func (b bitset) unset(d uint32) { b[d>>6] &^= 1 << (d & 63) }

func (b bitset) has(d uint32) bool { return b != nil && b[d>>6]&(1<<(d&63)) != 0 }

// count returns the number of members.
func (b bitset) count() int {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// add takes the members of a set in.
func (b bitset) add(other bitset) {
	for i, w := range other {
		b[i] |= w
	}
}

// meet takes out what is not in a set.
func (b bitset) meet(other bitset) {
	for i, w := range other {
		b[i] &= w
	}
}

// fill makes b hold the numbers below n.
func (b bitset) fill(n int) {
	for i := range b {
		b[i] = ^uint64(0)
	}
	if tail := n & 63; tail != 0 {
		b[len(b)-1] = 1<<tail - 1
	}
}

// remove takes the members of a set out.
func (b bitset) remove(other bitset) {
	for i, w := range other {
		b[i] &^= w
	}
}

// each calls f for every member, ascending.
func (b bitset) each(f func(d uint32)) {
	for i, w := range b {
		eachBit(i, w, f)
	}
}

// eachUntil calls f for every member, ascending, until ctx ends.
func (b bitset) eachUntil(ctx context.Context, f func(d uint32)) error {
	for i, w := range b {
		if i%(checkEvery/64) == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		eachBit(i, w, f)
	}
	return nil
}

// eachBit calls f for the members in the i-th word of a set, ascending.
func eachBit(i int, w uint64, f func(d uint32)) {
	for ; w != 0; w &= w - 1 {
		f(uint32(i<<6 | bits.TrailingZeros64(w)))
	}
}

package bleveindex

// A bitset is a set of local document numbers. A nil bitset is empty.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

func (b bitset) set(d uint32) { b[d>>6] |= 1 << (d & 63) }

func (b bitset) has(d uint32) bool { return b != nil && b[d>>6]&(1<<(d&63)) != 0 }

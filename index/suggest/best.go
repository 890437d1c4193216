package suggest

import "slices"

// A key tells how well an item fits and which it is; a smaller key is better.
// Items are numbered by weight, so that of two that fit alike the weightier
// has the smaller key.
type key uint64

// The fits, best first. A fit with a typo is misspelled more.
const (
	whole      uint8 = iota // the phrase is the text
	head                    // the phrase begins with the text
	inner                   // the text begins at another word
	scattered               // each word begins some word
	beside                  // a word begins only a part of a compound, or a place
	misspelled              // to be added
)

// above marks a key of the upper layer where those of both stand in one list.
const above key = 1 << 31

func newKey(fit uint8, item uint32) key { return key(fit)<<32 | key(item) }
func (k key) fit() uint8                { return uint8(k >> 32) }
func (k key) item() uint32              { return uint32(k &^ above) }

// A best keeps the smallest keys offered, each item once, in order.
type best struct {
	keys  []key
	limit int
	dead  bitset // items that are left out
	// Memory of layer.scattered, used again by later calls.
	filter bitset
	sizes  []int
}

func (b *best) reset(limit int, dead bitset) { b.keys, b.limit, b.dead = b.keys[:0], limit, dead }

// wants reports whether k would be kept, its item being new and alive.
func (b *best) wants(k key) bool {
	return len(b.keys) < b.limit || k < b.keys[len(b.keys)-1]
}

func (b *best) offer(k key) {
	if !b.wants(k) || b.dead.has(k.item()) {
		return
	}
	for i, old := range b.keys {
		if old.item() == k.item() {
			if old <= k {
				return
			}
			b.keys = slices.Delete(b.keys, i, i+1)
			break
		}
	}
	if len(b.keys) == b.limit {
		b.keys = b.keys[:len(b.keys)-1]
	}
	i := len(b.keys)
	b.keys = append(b.keys, k)
	for ; i > 0 && b.keys[i-1] > k; i-- {
		b.keys[i] = b.keys[i-1]
	}
	b.keys[i] = k
}

// A bitset is a set of items; nil holds none.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

func (b bitset) set(i uint32)      { b[i/64] |= 1 << (i % 64) }
func (b bitset) has(i uint32) bool { return b != nil && b[i/64]>>(i%64)&1 != 0 }

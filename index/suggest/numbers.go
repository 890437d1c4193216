package suggest

import "hash/maphash"

// numbers gives texts consecutive numbers, from 0. It does what a map does, in
// half the time: most looks at a text that differs are spared by its hash.
type numbers struct {
	slots []uint64 // hash, then number plus one; 0 is free
	texts []string // by number
}

// seed makes the hashes of this process. No order depends on them.
var seed = maphash.MakeSeed()

// of gives a text its number, and tells whether the text is new.
func (t *numbers) of(text string) (n uint32, fresh bool) {
	n, h, ok := t.look([]byte(text))
	if !ok {
		n = t.put(text, h)
	}
	return n, !ok
}

// ofBytes is of for a text whose bytes may change.
func (t *numbers) ofBytes(text []byte) (n uint32, fresh bool) {
	n, h, ok := t.look(text)
	if !ok {
		n = t.put(string(text), h)
	}
	return n, !ok
}

// look returns the number of a text, and its hash.
func (t *numbers) look(text []byte) (n, h uint32, ok bool) {
	h = uint32(maphash.Bytes(seed, text))
	if len(t.slots) == 0 {
		return 0, h, false
	}
	mask := uint32(len(t.slots) - 1)
	for at := h & mask; t.slots[at] != 0; at = (at + 1) & mask {
		if s := t.slots[at]; uint32(s>>32) == h && t.texts[uint32(s)-1] == string(text) {
			return uint32(s) - 1, h, true
		}
	}
	return 0, h, false
}

func (t *numbers) put(text string, h uint32) uint32 {
	t.texts = append(t.texts, text)
	if 3*len(t.slots) < 4*len(t.texts)+4 {
		old := t.slots
		t.slots = make([]uint64, max(16, 2*len(old)))
		for _, s := range old {
			if s != 0 {
				t.set(s)
			}
		}
	}
	n := uint32(len(t.texts))
	t.set(uint64(h)<<32 | uint64(n))
	return n - 1
}

// set puts a slot in a free place.
func (t *numbers) set(slot uint64) {
	mask := uint32(len(t.slots) - 1)
	at := uint32(slot>>32) & mask
	for t.slots[at] != 0 {
		at = (at + 1) & mask
	}
	t.slots[at] = slot
}

package suggest

// A ready answers the beginnings that many starts have: which words begin with
// them, and the best items of each shelf. There are as many as the starts allow
// (each start is counted for the letters of its word), and what is kept for one
// is bounded, so that all together take a few megabytes for 100,000 titles.
type ready struct {
	slots []uint32 // number of an answer plus one, by hash of the beginning; 0 is free
	all   []beginningOf
	keys  []key
}

// A beginningOf is one beginning: that of length bytes of the words of a span.
type beginningOf struct {
	span   span
	length uint32
	keys   uint32 // the first key; those of the first shelf come first
	n      [len(kinds)]uint8
}

const (
	manyStarts = 64 // of a beginning that is answered
	readyBytes = 16 // the longest such beginning
	readyKeys  = 20 // of a shelf
)

func hashByte(h uint32, c byte) uint32 { return (h ^ uint32(c)) * 16777619 }

const hashOfNothing uint32 = 2166136261

// fill finds the beginnings of l and answers them.
func (r *ready) fill(l *layer) {
	r.slots = make([]uint32, 4)
	s := new(scratch)
	r.fillBelow(l, s, span{0, uint32(len(l.words))}, 0)
	size := 4
	for size < 2*len(r.all) {
		size *= 2
	}
	r.slots = make([]uint32, size)
	for i, b := range r.all {
		h := hashOfNothing
		for _, c := range []byte(l.words[b.span.from][:b.length]) {
			h = hashByte(h, c)
		}
		at := mix(h) & uint32(size-1)
		for r.slots[at] != 0 {
			at = (at + 1) & uint32(size-1)
		}
		r.slots[at] = uint32(i) + 1
	}
}

// mix spreads a hash over its low bits.
func mix(h uint32) uint32 { return h ^ h>>15 }

// fillBelow answers the beginnings that are one byte longer than the one of
// length bytes that all words of sp have, and so on.
func (r *ready) fillBelow(l *layer, s *scratch, sp span, length int) {
	for sp.from < sp.to {
		w := l.words[sp.from]
		if len(w) == length {
			sp.from++
			continue
		}
		sub := span{sp.from, sp.from + 1}
		for sub.to < sp.to && l.words[sub.to][length] == w[length] {
			sub.to++
		}
		sp.from = sub.to
		if l.starts(sub) < manyStarts {
			continue
		}
		b := beginningOf{span: sub, length: uint32(length + 1), keys: uint32(len(r.keys))}
		last := none
		if len(w) == length+1 {
			last = sub.from
		}
		for k := range l.shelves {
			s.best.reset(readyKeys, nil)
			l.oneWord(&s.best, k, sub, last, 0)
			r.keys = append(r.keys, s.best.keys...)
			b.n[k] = uint8(len(s.best.keys))
		}
		r.all = append(r.all, b)
		if length+1 < readyBytes {
			r.fillBelow(l, s, sub, length+1)
		}
	}
}

// starts is the number of starts with the words of sp.
func (l *layer) starts(sp span) int {
	n := uint32(0)
	from, to := &l.bounds[sp.from], &l.bounds[sp.to]
	for k := range kinds {
		for list := range lists {
			n += to[k][list] - from[k][list]
		}
	}
	return int(n)
}

// longest returns the longest beginning of text that is answered, or nil.
func (r *ready) longest(d dictionary, text []byte) *beginningOf {
	if len(r.all) == 0 {
		return nil
	}
	var hashes [readyBytes]uint32
	h, mask := hashOfNothing, uint32(len(r.slots)-1)
	n := min(len(text), readyBytes)
	for i, c := range text[:n] {
		h = hashByte(h, c)
		hashes[i] = mix(h)
	}
	for ; n > 0; n-- {
		for at := hashes[n-1] & mask; r.slots[at] != 0; at = (at + 1) & mask {
			b := &r.all[r.slots[at]-1]
			if int(b.length) == n && d[b.span.from][:n] == string(text[:n]) {
				return b
			}
		}
	}
	return nil
}

// of returns the first limit keys of a kind that are alive, or false when they
// are not known.
func (r *ready) of(b *beginningOf, kind, limit int, dead bitset) ([]key, bool) {
	from := int(b.keys)
	for _, n := range b.n[:kind] {
		from += int(n)
	}
	keys := r.keys[from : from+int(b.n[kind]) : from+int(b.n[kind])]
	if limit > readyKeys && len(keys) == readyKeys {
		return nil, false
	}
	keys = keys[:min(limit, len(keys))]
	for _, k := range keys {
		if dead.has(k.item()) {
			return nil, false // the change is young, and the item was a good one
		}
	}
	return keys, true
}

// begins returns the words that begin with prefix, and the answer, if there is
// one.
func (l *layer) begins(prefix []byte) (span, *beginningOf) {
	b := l.ready.longest(l.words, prefix)
	switch {
	case b == nil:
		return l.words.within(span{0, uint32(len(l.words))}, 0, prefix), nil
	case int(b.length) == len(prefix):
		return b.span, b
	}
	return l.words.within(b.span, int(b.length), prefix[b.length:]), nil
}

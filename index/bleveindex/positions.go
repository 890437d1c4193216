package bleveindex

// A positionTable holds the slots of a term in documents of a segment, for
// phrases: those of the i-th document are slots[starts[i]:starts[i+1]].
type positionTable struct {
	docs   []uint32 // ascending; nil: starts has every document of the segment
	starts []uint32
	slots  []slot
}

func (t *positionTable) bytes() int64 { return int64(4*cap(t.starts) + 2*cap(t.slots)) }

// positionBytes is the memory, per document of a segment, of the position tables
// of its hot terms. A table is made when a phrase first asks for the term, since
// the whole list of the term must be read for it, and stays while there is room.
const positionBytes = 512

// positions returns the slots of a stem in the documents of within, which is
// ascending, and perhaps in others.
func (r *segmentReader) positions(stem string, within []uint32) (*positionTable, error) {
	hot := r.segment.hotTerm(stem)
	if hot == nil || len(within)*hotPositionsShare < hot.n {
		return r.positionsAmong(stem, within)
	}
	if t := hot.positions.Load(); t != nil {
		return t, nil
	}
	used, room := &r.segment.positionsUsed, positionBytes*int64(r.segment.n)
	if used.Load()+int64(4*max(len(hot.docs), len(hot.dense))+4*hot.n) > room {
		return r.positionsAmong(stem, within)
	}
	t, err := r.positionsOf(stem, hot)
	if err != nil {
		return nil, err
	}
	if hot.positions.CompareAndSwap(nil, t) {
		used.Add(t.bytes())
	}
	return t, nil
}

// hotPositionsShare is the part of the documents of a hot term, one in so many,
// below which it is cheaper to read the candidates alone than to keep them all.
const hotPositionsShare = 16

// positionsAmong reads the slots of a stem in the documents of within.
func (r *segmentReader) positionsAmong(stem string, within []uint32) (*positionTable, error) {
	t := &positionTable{docs: make([]uint32, 0, len(within)), starts: make([]uint32, 1, len(within)+1), slots: make([]slot, 0, len(within)+len(within)/2)}
	return t, t.fill(stem, within, r.lists[inTerms].among)
}

// positionsOf reads the slots of a hot term.
func (r *segmentReader) positionsOf(stem string, hot *hotTerm) (*positionTable, error) {
	all := func(term string, _ []uint32, f func(d uint32, payload uint64)) error {
		return r.lists[inTerms].each(term, f)
	}
	t := &positionTable{docs: make([]uint32, 0, hot.n), starts: make([]uint32, 1, hot.n+1), slots: make([]slot, 0, hot.n+hot.n/2)}
	if err := t.fill(stem, nil, all); err != nil {
		return nil, err
	}
	if hot.dense == nil {
		t.docs = hot.docs
	} else {
		t.spread(r.segment.n)
	}
	return t, nil
}

// fill reads the slots that read gives: first those of the term itself, then, as
// long as a payload is full, those of its continuations, which are put between.
func (t *positionTable) fill(stem string, within []uint32, read func(term string, within []uint32, f func(d uint32, payload uint64)) error) error {
	full := false
	err := read(stem, within, func(d uint32, payload uint64) {
		slots, width := payloadSlots(payload)
		full = full || slots>>(width*uint(perPayload(width)-1)) != 0
		for ; slots != 0; slots >>= width {
			t.slots = append(t.slots, firstSlot(slots, width))
		}
		t.docs, t.starts = append(t.docs, d), append(t.starts, uint32(len(t.slots)))
	})
	if err != nil || !full {
		return err
	}
	var more []extraSlots
	for n := 1; full && err == nil; n++ {
		full = false
		at := 0
		err = read(continuationTerm(stem, n), within, func(d uint32, payload uint64) {
			full = true
			at = seek(t.docs, at, d)
			more = append(more, extraSlots{at, payload})
		})
	}
	t.insert(more)
	return err
}

// extraSlots are the slots of a continuation for a document of a table.
type extraSlots struct {
	at      int
	payload uint64
}

// insert adds slots to those of their documents.
func (t *positionTable) insert(more []extraSlots) {
	added := make([]uint32, len(t.docs)) // slots by document
	for _, m := range more {
		for slots, width := payloadSlots(m.payload); slots != 0; slots >>= width {
			added[m.at]++
		}
	}
	starts, n := make([]uint32, len(t.starts)), uint32(0)
	for i := range t.docs {
		starts[i] = n
		n += t.starts[i+1] - t.starts[i] + added[i]
	}
	starts[len(t.docs)] = n
	slots := make([]slot, n)
	next := added // where the next extra slot of a document goes
	for i := range t.docs {
		next[i] = starts[i] + uint32(copy(slots[starts[i]:], t.slots[t.starts[i]:t.starts[i+1]]))
	}
	for _, m := range more {
		for v, width := payloadSlots(m.payload); v != 0; v >>= width {
			slots[next[m.at]] = firstSlot(v, width)
			next[m.at]++
		}
	}
	t.starts, t.slots = starts, slots
}

// spread makes starts one for every document of a segment of n.
func (t *positionTable) spread(n int) {
	starts := make([]uint32, n+1)
	for i, d := range t.docs {
		starts[d+1] = t.starts[i+1] - t.starts[i]
	}
	for d := range n {
		starts[d+1] += starts[d]
	}
	t.docs, t.starts = nil, starts
}

// A positionCursor looks up positions in a table, of forms with one of the given
// bits. Documents must be asked for in rising order.
type positionCursor struct {
	*positionTable
	forms uint8
	at    int // in docs
}

// slotsOf returns the slots in document d.
func (c *positionCursor) slotsOf(d uint32) []slot {
	i := int(d)
	if c.docs != nil {
		if c.at = seek(c.docs, c.at, d); c.at == len(c.docs) || c.docs[c.at] != d {
			return nil
		}
		i = c.at
	}
	return c.slots[c.starts[i]:c.starts[i+1]]
}

// appendPositions appends the positions of slots of forms with one of the given
// bits.
func appendPositions(dst []uint16, slots []slot, forms uint8) []uint16 {
	for _, s := range slots {
		if p, ok := s.position(); ok && forms>>(s.class()-1)&1 != 0 {
			dst = append(dst, uint16(p))
		}
	}
	return dst
}

// areNeighbours reports whether some slot of b stands a distance after one of a.
func areNeighbours(a, b []slot, formsA, formsB uint8, distance slot) bool {
	for _, s := range a {
		if s>>classBits == 0 || formsA>>(s.class()-1)&1 == 0 {
			continue
		}
		for _, o := range b {
			if o>>classBits == s>>classBits+distance && formsB>>(o.class()-1)&1 != 0 {
				return true
			}
		}
	}
	return false
}

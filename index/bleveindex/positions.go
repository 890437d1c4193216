package bleveindex

import (
	"cmp"
	"fmt"
	"slices"
)

// A positionTable holds the slots of a term in a segment, for phrases.
type positionTable struct {
	docs  []uint32 // ascending; nil: first has one for every document, or there are none
	first []slot   // parallel to docs, or by document; 0: none
	more  []extraSlot
}

// An extraSlot is a slot of a document that has others; those of a table stand
// in the order of documents.
type extraSlot struct {
	doc  uint32
	slot slot
}

func (t *positionTable) bytes() int64 { return int64(2*cap(t.first) + 8*cap(t.more)) }

// positionBytes is the memory, per document of a segment, of the position tables
// of its hot terms. A table is made when a phrase first asks for the term, since
// the whole list of the term must be read for it, and stays while there is room.
const positionBytes = 256

// positions returns the slots of a stem in the documents of within, which is
// ascending, and perhaps in others.
func (r *segmentReader) positions(stem string, within []uint32) (*positionTable, error) {
	hot := r.segment.hotTerm(stem)
	if hot == nil {
		return r.readPositions(stem, nil, within)
	}
	if t := hot.positions.Load(); t != nil {
		return t, nil
	}
	used, room := &r.segment.positionsUsed, positionBytes*int64(r.segment.n)
	if used.Load()+int64(2*max(len(hot.docs), len(hot.dense))+4*hot.n) > room {
		return r.readPositions(stem, nil, within)
	}
	t, err := r.readPositions(stem, hot, nil)
	if err != nil {
		return nil, err
	}
	if hot.positions.CompareAndSwap(nil, t) {
		used.Add(t.bytes())
	}
	return t, nil
}

// readPositions reads the slots of a stem from the index: all those of a hot
// term, a dense one's first by document, or else those in within.
func (r *segmentReader) readPositions(stem string, hot *hotTerm, within []uint32) (*positionTable, error) {
	t := &positionTable{}
	if hot != nil && hot.dense != nil {
		t.first = make([]slot, r.segment.n)
	} else if hot != nil {
		t.docs, t.first = hot.docs, make([]slot, 0, len(hot.docs))
	}
	at := 0
	wanted := func(d uint32) bool {
		at = seek(within, at, d)
		return hot != nil || at < len(within) && within[at] == d
	}
	full := false // a payload has no room for more
	err := r.eachPayload(stem, func(d uint32, payload uint64) {
		if !wanted(d) {
			return
		}
		slots, width := payloadSlots(payload)
		first := firstSlot(slots, width)
		switch {
		case hot == nil:
			t.docs, t.first = append(t.docs, d), append(t.first, first)
		case hot.dense != nil:
			t.first[d] = first
		default:
			t.first = append(t.first, first)
		}
		full = full || slots>>(width*uint(perPayload(width)-1)) != 0
		t.addMore(d, slots>>width, width)
	})
	for n := 1; full && err == nil; n++ {
		full, at = false, 0
		err = r.eachPayload(continuationTerm(stem, n), func(d uint32, payload uint64) {
			if full = true; wanted(d) {
				slots, width := payloadSlots(payload)
				t.addMore(d, slots, width)
			}
		})
	}
	if !slices.IsSortedFunc(t.more, byDoc) { // there were continuations
		slices.SortStableFunc(t.more, byDoc)
	}
	t.more = slices.Clip(t.more)
	return t, err
}

func byDoc(a, b extraSlot) int { return cmp.Compare(a.doc, b.doc) }

// addMore adds slots of a width, lowest first.
func (t *positionTable) addMore(d uint32, slots uint64, width uint) {
	for ; slots != 0; slots >>= width {
		t.more = append(t.more, extraSlot{d, firstSlot(slots, width)})
	}
}

// eachPayload calls f for every posting of a term, ascending by document.
func (r *segmentReader) eachPayload(term string, f func(d uint32, payload uint64)) error {
	it, err := r.postings(inTerms, term)
	if err != nil {
		return err
	}
	for {
		p, err := it.Next()
		if err != nil {
			return fmt.Errorf("read positions: %w", err)
		}
		if p == nil {
			return nil
		}
		f(uint32(p.Number()), payloadOf(p))
	}
}

// A positionCursor looks up positions in a table, of forms with one of the given
// bits. Documents must be asked for in rising order.
type positionCursor struct {
	*positionTable
	forms    uint8
	at, rest int // in docs, in more
}

// of appends the positions in document d, in no order.
func (c *positionCursor) of(dst []uint16, d uint32) []uint16 {
	add := func(s slot) {
		if p, ok := s.position(); ok && c.forms>>(s.class()-1)&1 != 0 {
			dst = append(dst, uint16(p))
		}
	}
	if c.docs == nil && len(c.first) > 0 {
		add(c.first[d])
	} else if c.at = seek(c.docs, c.at, d); c.at < len(c.docs) && c.docs[c.at] == d {
		add(c.first[c.at])
	}
	for step := 1; c.rest+step < len(c.more) && c.more[c.rest+step].doc < d; step *= 2 {
		c.rest += step // by galloping, as seek
	}
	for ; c.rest < len(c.more) && c.more[c.rest].doc <= d; c.rest++ {
		if c.more[c.rest].doc == d {
			add(c.more[c.rest].slot)
		}
	}
	return dst
}

package bleveindex

import (
	"context"
	"fmt"
	"math/bits"
	"strings"
	"sync"
	"sync/atomic"

	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// A hotTerm is the postings of a common stem of one segment, decoded once:
// reading them from the index each time would be most of the work of a search.
// Deleted documents are among them.
//
// A term of at least a quarter of the documents is dense: one payload per
// document of the segment, and a bitset. Others are sorted lists.
type hotTerm struct {
	n       int
	docs    []uint32 // sparse: ascending
	impacts []uint8  // sparse: parallel to docs
	forms   []uint8  // sparse: parallel to docs, see payloadForms
	dense   []uint16 // dense: impact | forms<<8 by document; 0: absent
	bits    bitset   // dense
	// The documents with an impact above lower, a small part of all, from which
	// the best hits come: as a list or, when dense, as a set. lower is 0 where
	// none is lower.
	high     []uint32
	highBits bitset
	lower    uint8
	classes  [8]int // documents with a form of each class
	top      uint8  // the highest impact
	// positions is made when a phrase first asks for it.
	positions atomic.Pointer[positionTable]
	// counts are the facet counts of all its documents, by ordinal; nil for a
	// term of so few that counting them anew is as good.
	counts []int32
}

// Which stems are hot: those in at least Options.HotFiches documents, and in at
// least one of hotShare documents of the segment. The rest is cheap to read.
const (
	hotMinimum = 256
	hotShare   = 250
	denseShare = 4
	// countedShare times as many documents as make a term hot make it worth to
	// keep its counts: of fewer they are counted as fast as they are corrected,
	// and most hot terms have fewer.
	countedShare = 4
)

// hotTerms are the hot terms of a segment, by stem; none until they have been
// read, when searches read what they need from the index.
type hotTerms struct {
	reading sync.Mutex // held by who reads them
	terms   atomic.Pointer[map[string]*hotTerm]
	size    atomic.Int64 // bytes
}

// hotTerm returns a hot term of the segment, or nil.
func (t *segmentTable) hotTerm(stem string) *hotTerm {
	if terms := t.hot.terms.Load(); terms != nil {
		return (*terms)[stem]
	}
	return nil
}

// leastHot is the number of documents from which a stem is hot.
func (t *segmentTable) leastHot(hotFiches int) int { return max(hotFiches, t.n/hotShare) }

// readHot reads the hot terms of a segment, once. It stops when ctx ends.
func (t *segmentTable) readHot(ctx context.Context, seg segment.Segment, hotFiches int) error {
	t.hot.reading.Lock()
	defer t.hot.reading.Unlock()
	if t.hot.terms.Load() != nil {
		return nil
	}
	hot, size := map[string]*hotTerm{}, int64(0)
	least := t.leastHot(hotFiches)
	if t.n < least {
		t.hot.terms.Store(&hot)
		return nil
	}
	dict, err := seg.Dictionary(fieldTerms)
	if err != nil {
		return fmt.Errorf("read stems: %w", err)
	}
	lists, err := newListReader(seg, fieldTerms)
	if err != nil {
		return err
	}
	terms := dict.AutomatonIterator(nil, nil, nil)
	for {
		entry, err := terms.Next()
		if err != nil {
			return fmt.Errorf("read stems: %w", err)
		}
		if entry == nil {
			t.hot.size.Store(size)
			t.hot.terms.Store(&hot)
			return nil
		}
		if entry.Count < uint64(least) || !isStem(entry.Term) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		h, err := t.decode(lists, entry.Term, int(entry.Count))
		if err != nil {
			return err
		}
		if h.n >= countedShare*least {
			h.count(t)
		}
		hot[strings.Clone(entry.Term)] = h
		size += h.bytes() + int64(len(entry.Term)) + 64
	}
}

// isStem reports whether a term of fieldTerms is a stem, and no stop word or
// continuation.
func isStem(term string) bool {
	return len(term) > 0 && term[0] != stopMark && strings.IndexByte(term, continuation) < 0
}

// decode reads the postings of a term of about n documents.
func (t *segmentTable) decode(lists *listReader, term string, n int) (*hotTerm, error) {
	h := &hotTerm{}
	if n*denseShare >= t.n {
		h.dense, h.bits = make([]uint16, t.n), newBitset(t.n)
	} else {
		h.docs, h.impacts, h.forms = make([]uint32, 0, n), make([]uint8, 0, n), make([]uint8, 0, n)
	}
	err := lists.each(term, func(d uint32, payload uint64) {
		h.n++
		impact, forms := payloadImpact(payload), payloadForms(payload)
		h.top = max(h.top, impact)
		for rest := forms; rest != 0; rest &= rest - 1 {
			h.classes[bits.TrailingZeros8(rest)+1]++
		}
		if h.dense != nil {
			h.dense[d] = uint16(impact) | uint16(forms)<<8
			h.bits.set(d)
			return
		}
		h.docs = append(h.docs, d)
		h.impacts = append(h.impacts, impact)
		h.forms = append(h.forms, forms)
	})
	h.layer()
	return h, err
}

// A term has a part of its documents apart as high: one in highShare, and not
// fewer than leastHigh, so that the best of a page are among them.
const (
	highShare = 64
	leastHigh = 128
)

// layer fills high or highBits, and lower.
func (h *hotTerm) layer() {
	var with [1 << 8]int // documents by impact
	h.eachImpact(func(_ uint32, impact uint8) { with[impact]++ })
	want, from, n := max(h.n/highShare, leastHigh), len(with), 0
	for n < want && from > 0 {
		from--
		n += with[from]
	}
	if 2*n > h.n {
		return
	}
	h.lower = uint8(from - 1)
	if h.dense != nil {
		h.highBits = newBitset(len(h.dense))
	} else {
		h.high = make([]uint32, 0, n)
	}
	h.eachImpact(func(d uint32, impact uint8) {
		switch {
		case impact <= h.lower:
		case h.dense != nil:
			h.highBits.set(d)
		default:
			h.high = append(h.high, d)
		}
	})
}

// highest returns the documents with an impact above lower, of a dense term.
func (h *hotTerm) highest() bitset {
	if h.highBits == nil {
		return h.bits
	}
	return h.highBits
}

// eachImpact calls f for every document, ascending, with its impact.
func (h *hotTerm) eachImpact(f func(d uint32, impact uint8)) {
	if h.dense == nil {
		for i, d := range h.docs {
			f(d, h.impacts[i])
		}
		return
	}
	h.bits.each(func(d uint32) { f(d, uint8(h.dense[d])) })
}

// count fills counts, of the values that t knows: every view that shares t knows
// them, and one of them may know no more.
func (h *hotTerm) count(t *segmentTable) {
	h.counts = make([]int32, len(t.values))
	h.each(func(d uint32) {
		for _, o := range t.row(d) {
			h.counts[o]++
		}
	})
}

// each calls f for every document, ascending.
func (h *hotTerm) each(f func(d uint32)) {
	if h.dense == nil {
		for _, d := range h.docs {
			f(d)
		}
		return
	}
	h.bits.each(f)
}

// bytes returns the memory of h.
func (h *hotTerm) bytes() int64 {
	return int64(4*(cap(h.docs)+cap(h.high)+cap(h.counts)) + cap(h.impacts) + cap(h.forms) + 2*cap(h.dense) + 8*(cap(h.bits)+cap(h.highBits)))
}

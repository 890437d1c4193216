package suggest

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
	"sync"
)

// layer turns what was gathered into a layer.
func (g *gatherer) layer() *layer {
	l := &layer{texts: strings.Clone(g.texts.String()), ids: g.ids, places: g.places.texts}
	var rank []uint32
	l.words, rank = newDictionary(g.words.texts)
	l.bounds = make([]bound, len(l.words)+1)
	var news [len(kinds)][]uint32
	var each sync.WaitGroup
	for k := range g.shelves {
		each.Go(func() { news[k] = g.shelves[k].put(l, k, rank) })
	}
	each.Wait()
	g.source.renumber(&news)
	l.source.fiches = append(g.source.fiches, record{none, uint32(len(g.source.practices)), uint32(len(g.source.has))})
	// A copy has no room to grow, of which the largest have a lot.
	l.source.practices, l.source.has, l.source.values = slices.Clone(g.source.practices), slices.Clone(g.source.has), slices.Clone(g.source.values)
	l.ready.fill(l)
	return l
}

// renumber gives items their new numbers.
func (s *source) renumber(news *[len(kinds)][]uint32) {
	for i := range s.fiches {
		if t := &s.fiches[i].title; *t != none {
			*t = news[ofFiche][*t]
		}
	}
	for i := range s.practices {
		s.practices[i].item = news[ofPractice][s.practices[i].item]
	}
	for i := range s.values {
		if v := &s.values[i]; v.item != none {
			v.item = news[v.kind][v.item]
		}
	}
}

// beginning gives the first eight bytes as a number that sorts as they do.
func beginning(text string) uint64 {
	if len(text) >= 8 {
		return uint64(text[0])<<56 | uint64(text[1])<<48 | uint64(text[2])<<40 | uint64(text[3])<<32 |
			uint64(text[4])<<24 | uint64(text[5])<<16 | uint64(text[6])<<8 | uint64(text[7])
	}
	var b [8]byte
	copy(b[:], text)
	return binary.BigEndian.Uint64(b[:])
}

// newDictionary sorts the words and gives the rank of each by its old number.
func newDictionary(forms []string) (dictionary, []uint32) {
	type numbered struct {
		first uint64
		old   uint32
	}
	all := make([]numbered, len(forms))
	size := 0
	for n, w := range forms {
		all[n] = numbered{beginning(w), uint32(n)}
		size += len(w)
	}
	slices.SortFunc(all, func(a, b numbered) int {
		if a.first != b.first {
			return cmp.Compare(a.first, b.first)
		}
		return strings.Compare(forms[a.old], forms[b.old])
	})
	var text strings.Builder // one piece of memory for all words
	text.Grow(size)
	for _, w := range all {
		text.WriteString(forms[w.old])
	}
	rest := text.String()
	d := make(dictionary, len(all))
	rank := make([]uint32, len(all))
	for i, w := range all {
		n := len(forms[w.old])
		d[i], rest = rest[:n], rest[n:]
		rank[w.old] = uint32(i)
	}
	return d, rank
}

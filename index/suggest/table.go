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
	l := &layer{texts: g.texts.String(), ids: g.ids, places: g.places.texts}
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
	l.source.practices, l.source.has, l.source.values = g.source.practices, g.source.has, g.source.values
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

// put makes shelf k of l: the items in order of weight, and their starts in
// order of word, by counting. It returns the new numbers of the items.
func (s *gathered) put(l *layer, k int, rank []uint32) []uint32 {
	n := len(s.items)
	if n == 0 {
		return nil
	}
	sh := &l.shelves[k]
	*sh = shelf{items: make([]item, n), words: make([]uint32, len(s.words)), begin: make([]uint32, n+1), beside: make([]uint32, n)}
	news := make([]uint32, n)
	order := s.order(l)
	at := uint32(0)
	for i, old := range order {
		sh.items[i], sh.begin[i], news[old] = s.items[old], at, uint32(i)
		sh.items[i].log = log1p(sh.items[i].used)
		sh.beside[i] = at + s.beside[old] - s.begin[old]
		for _, w := range s.words[s.begin[old]:s.end(int(old))] {
			sh.words[at] = rank[w]
			at++
		}
	}
	sh.begin[n] = at
	sh.eachStart(func(list int, at, item uint32) { l.bounds[sh.words[at]+1][k][list]++ })
	for list := range lists {
		total := uint32(0)
		for w := range l.bounds { // from the number of starts of a word to where they begin
			total += l.bounds[w][k][list]
			l.bounds[w][k][list] = total
		}
		sh.lists[list] = starts{at: make([]uint32, total), item: make([]uint32, total)}
	}
	sh.eachStart(func(list int, at, item uint32) {
		next := &l.bounds[sh.words[at]][k][list]
		sh.lists[list].at[*next], sh.lists[list].item[*next] = at, item
		*next++
	})
	for list := range lists {
		st := &sh.lists[list]
		last := uint32(0)
		var buffer []uint64
		for w := range l.bounds { // each has moved to where the next begins
			from := last
			last, l.bounds[w][k][list] = l.bounds[w][k][list], last
			if list != others && w < len(l.words) && last-from > 1 {
				buffer = st.sort(sh, int(from), int(last), buffer)
			}
		}
		st.fillLeast()
	}
	return news
}

// eachStart calls yield with every start, in order of item.
func (s *shelf) eachStart(yield func(list int, at, item uint32)) {
	for i := range s.items {
		list := heads
		for at := s.begin[i]; at < s.begin[i+1]; at++ {
			if at >= s.beside[i] {
				list = others
			}
			yield(list, at, uint32(i))
			list = max(list, inners)
		}
	}
}

// order gives the items by weight, then by text, then by the ID of the fiche,
// then as they came.
func (s *gathered) order(l *layer) []uint32 {
	type ranked struct {
		first     uint64
		used, old uint32
	}
	all := make([]ranked, len(s.items))
	for i := range s.items {
		it := &s.items[i]
		all[i] = ranked{beginning(l.text(it.from, it.to)), it.used, uint32(i)}
	}
	slices.SortFunc(all, func(a, b ranked) int {
		switch {
		case a.used != b.used:
			return cmp.Compare(b.used, a.used)
		case a.first != b.first:
			return cmp.Compare(a.first, b.first)
		}
		return cmp.Or(compareItems(l, &s.items[a.old], l, &s.items[b.old]), cmp.Compare(a.old, b.old))
	})
	order := make([]uint32, len(all))
	for i, r := range all {
		order[i] = r.old
	}
	return order
}

// compareItems compares items of one kind by weight, text and ID.
func compareItems(l *layer, a *item, m *layer, b *item) int {
	if a.used != b.used {
		return cmp.Compare(b.used, a.used)
	}
	if c := strings.Compare(l.text(a.from, a.to), m.text(b.from, b.to)); c != 0 {
		return c
	}
	return strings.Compare(l.id(a), m.id(b))
}

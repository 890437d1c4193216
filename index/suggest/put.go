package suggest

import (
	"cmp"
	"slices"
	"strings"
)

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

package suggest

import (
	"cmp"
	"slices"
	"strings"
)

// table turns what was gathered into a Table.
func (g *gatherer) table() *Table {
	t := &Table{texts: g.texts.String(), ids: g.ids, places: g.places}
	var rank []uint32
	t.words, rank = newDictionary(g.numbers)
	for k := range g.shelves {
		t.shelves[k] = g.shelves[k].shelf(k, t.texts, rank)
		g.shelves[k] = gathered{}
	}
	t.scratchs.New = func() any { return new(scratch) }
	return t
}

// newDictionary sorts the words and gives the rank of each by its old number.
func newDictionary(numbers map[string]uint32) (dictionary, []uint32) {
	type numbered struct {
		word string
		old  uint32
	}
	all := make([]numbered, 0, len(numbers))
	size := 0
	for w, n := range numbers {
		all = append(all, numbered{w, n})
		size += len(w)
	}
	slices.SortFunc(all, func(a, b numbered) int { return strings.Compare(a.word, b.word) })
	var text strings.Builder // one piece of memory for all words
	text.Grow(size)
	for _, w := range all {
		text.WriteString(w.word)
	}
	rest := text.String()
	d := make(dictionary, len(all))
	rank := make([]uint32, len(all))
	for i, w := range all {
		d[i], rest = rest[:len(w.word)], rest[len(w.word):]
		rank[w.old] = uint32(i)
	}
	return d, rank
}

// shelf puts the items in order of weight and lists their word starts.
func (s *gathered) shelf(kind int, texts string, rank []uint32) shelf {
	n := len(s.items)
	if n == 0 {
		return shelf{}
	}
	scores := make([]float32, n)
	order := make([]int, n)
	for i := range n {
		scores[i], order[i] = s.score(kind, i), i
	}
	slices.SortFunc(order, func(a, b int) int {
		x, y := s.items[a], s.items[b]
		return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(texts[x.from:x.to], texts[y.from:y.to]), cmp.Compare(a, b))
	})
	sh := shelf{
		items: make([]item, n), scores: make([]float32, n), words: make([]uint32, 0, len(s.words)),
		begin: make([]uint32, n+1), beside: make([]uint32, n),
	}
	inners := len(s.words) - n
	for i := range s.items {
		inners -= s.end(i) - int(s.beside[i])
	}
	sh.heads, sh.inners, sh.others = newStarts(n), newStarts(inners), newStarts(len(s.words)-n-inners)
	for i, old := range order {
		sh.items[i], sh.scores[i] = s.items[old], scores[old]
		sh.begin[i] = uint32(len(sh.words))
		for j := int(s.begin[old]); j < s.end(old); j++ {
			at := uint32(len(sh.words))
			sh.words = append(sh.words, rank[s.words[j]])
			switch {
			case j == int(s.begin[old]):
				sh.heads.add(at, uint32(i))
			case j < int(s.beside[old]):
				sh.inners.add(at, uint32(i))
			default:
				sh.others.add(at, uint32(i))
			}
		}
		sh.beside[i] = sh.begin[i] + s.beside[old] - s.begin[old]
	}
	sh.begin[n] = uint32(len(sh.words))
	sh.heads.sort(&sh, false)
	sh.inners.sort(&sh, false)
	sh.others.sort(&sh, true)
	return sh
}

// end is the end of the words of item i.
func (s *gathered) end(i int) int {
	if i+1 < len(s.begin) {
		return int(s.begin[i+1])
	}
	return len(s.words)
}

func newStarts(n int) starts {
	return starts{at: make([]uint32, 0, n), item: make([]uint32, 0, n), least: make([]uint32, 0, n/block+1)}
}

func (st *starts) add(at, item uint32) {
	st.at = append(st.at, at)
	st.item = append(st.item, item)
}

// HeapBytes estimates the memory that the table holds.
func (t *Table) HeapBytes() int64 {
	n := len(t.texts) + 16*(len(t.words)+len(t.ids)+len(t.places))
	for _, words := range [][]string{t.words, t.ids, t.places} {
		for _, w := range words {
			n += len(w)
		}
	}
	for k := range t.shelves {
		sh := &t.shelves[k]
		n += 24*len(sh.items) + 4*(len(sh.words)+len(sh.begin)+len(sh.beside))
		for _, st := range []*starts{&sh.heads, &sh.inners, &sh.others} {
			n += 4 * (len(st.at) + len(st.item) + len(st.least))
		}
	}
	return int64(n)
}

package suggest

import (
	"cmp"
	"slices"
	"sort"
)

// none is no ID, no place.
const none = ^uint32(0)

// An item is what is suggested.
type item struct {
	from, to  uint32 // bytes of Table.texts
	id, place uint32 // indexes of Table.ids and Table.places, or none
	count     uint32
}

// A shelf holds the items of one kind, numbered by weight.
type shelf struct {
	items  []item
	scores []float32
	// words holds the words of the items by number, those of item i from
	// begin[i] on; from beside[i] on stand the other words by which it is found.
	words  []uint32
	begin  []uint32 // one more than items
	beside []uint32
	heads  starts // the first word of each item
	inners starts // the other words
	others starts // the words beside
}

// Starts are places in phrases where a word begins, sorted by what follows
// from there.
type starts struct {
	at    []uint32 // index of shelf.words
	item  []uint32
	least []uint32 // the smallest item of each block
}

// block is the number of starts that are skipped at once when none of them can
// be among the best. 64 items are four cache lines.
const block = 64

// sort sorts starts and fills least. The words behind a start are compared
// too, unless alone is set.
func (st *starts) sort(s *shelf, alone bool) {
	type start struct {
		two      uint64 // numbers of two words; comparing these mostly suffices
		at, item uint32
	}
	all := make([]start, len(st.at))
	for i, at := range st.at {
		all[i] = start{uint64(s.words[at]) << 32, at, st.item[i]}
		if !alone && at+1 < s.beside[st.item[i]] {
			all[i].two |= uint64(s.words[at+1]) + 1
		}
	}
	slices.SortFunc(all, func(a, b start) int {
		c := cmp.Compare(a.two, b.two)
		if c == 0 && !alone {
			c = slices.Compare(s.words[a.at:s.beside[a.item]], s.words[b.at:s.beside[b.item]])
		}
		return cmp.Or(c, cmp.Compare(a.item, b.item))
	})
	for i, a := range all {
		st.at[i], st.item[i] = a.at, a.item
		if i%block == 0 {
			st.least = append(st.least, a.item)
		}
		st.least[i/block] = min(st.least[i/block], a.item)
	}
}

// find returns the starts from which the words are exact, followed by one of
// last.
func (st *starts) find(s *shelf, exact []uint32, last span) (lo, hi int) {
	before := func(i int, bound uint32) bool {
		ws := s.words[st.at[i]:]
		if len(exact) > 0 {
			ws = s.words[st.at[i]:s.beside[st.item[i]]]
			n := min(len(ws), len(exact))
			if c := slices.Compare(ws[:n], exact[:n]); c != 0 {
				return c < 0
			}
			if len(ws) <= len(exact) {
				return true
			}
		}
		return ws[len(exact)] < bound
	}
	lo = sort.Search(len(st.at), func(i int) bool { return !before(i, last.from) })
	hi = lo + sort.Search(len(st.at)-lo, func(i int) bool { return !before(lo+i, last.to) })
	return lo, hi
}

// each calls yield with the items of starts lo to hi (excluded) that, with
// this fit, could be among the best; yield makes sure.
func (st *starts) each(lo, hi int, fit uint8, b *best, yield func(item uint32)) {
	for i := lo; i < hi; {
		if i%block == 0 && !b.wants(newKey(fit, st.least[i/block])) {
			i += block
			continue
		}
		if b.wants(newKey(fit, st.item[i])) {
			yield(st.item[i])
		}
		i++
	}
}

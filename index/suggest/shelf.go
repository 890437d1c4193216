package suggest

import (
	"cmp"
	"math"
	"slices"
	"sort"
)

// none is no ID, no place, no number.
const none uint32 = math.MaxUint32

// An item is what is suggested.
type item struct {
	from, to  uint32  // bytes of texts
	id, place uint32  // indexes of ids and places, or none
	used      uint32  // fiches behind a label or word, municipalities of a title
	log       float32 // log1p of used
}

// A shelf holds the items of one kind, numbered by weight.
type shelf struct {
	items []item
	// words holds the words of the items by number, those of item i from
	// begin[i] on; from beside[i] on stand the other words by which it is found.
	words  []uint32
	begin  []uint32 // one more than items
	beside []uint32
	lists  [lists]starts
}

// Starts are places in phrases where a word begins, sorted by what follows
// from there; those of the words beside by word alone.
type starts struct {
	at    []uint32 // index of shelf.words
	item  []uint32
	least []uint32 // the smallest item of each block
}

// block is the number of starts that are skipped at once when none of them can
// be among the best. 64 items are four cache lines.
const block = 64

// sort sorts starts whose words are the same by the words behind, and then by
// item, in which order they stand. Two words are mostly enough; they are
// compared as one number with the place.
func (st *starts) sort(s *shelf, lo, hi int, buffer []uint64) []uint64 {
	buffer = buffer[:0]
	ordered := true
	for i := lo; i < hi; i++ {
		at, next := st.at[i]+1, uint64(0)
		if at < s.beside[st.item[i]] {
			next = uint64(s.words[at]) + 1
		}
		buffer = append(buffer, next<<32|uint64(i-lo))
		ordered = ordered && (i == lo || buffer[i-lo-1] < buffer[i-lo])
	}
	if !ordered {
		slices.Sort(buffer)
	}
	rest := func(i int) []uint32 { return s.words[st.at[lo+i]+1 : s.beside[st.item[lo+i]]] }
	for i := 0; i < len(buffer); {
		j := i + 1
		for j < len(buffer) && buffer[j]>>32 == buffer[i]>>32 {
			j++
		}
		if j-i > 1 && buffer[i]>>32 > 0 {
			slices.SortFunc(buffer[i:j], func(a, b uint64) int {
				c := slices.Compare(rest(int(uint32(a))), rest(int(uint32(b))))
				return cmp.Or(c, cmp.Compare(a, b))
			})
		}
		i = j
	}
	for i, n := range buffer { // place and item change as one number
		n = uint64(uint32(n)) + uint64(lo)
		buffer[i] = uint64(st.at[n])<<32 | uint64(st.item[n])
	}
	for i, n := range buffer {
		st.at[lo+i], st.item[lo+i] = uint32(n>>32), uint32(n)
	}
	return buffer
}

// fillLeast fills least.
func (st *starts) fillLeast() {
	st.least = make([]uint32, 0, (len(st.item)+block-1)/block)
	for items := range slices.Chunk(st.item, block) {
		st.least = append(st.least, slices.Min(items))
	}
}

// find narrows the starts lo to hi (excluded), which all begin with the first
// word of exact, to those from which the words are exact, followed by one of
// last.
func (st *starts) find(s *shelf, lo, hi int, exact []uint32, last span) (int, int) {
	before := func(i int, bound uint32) bool {
		ws := s.words[st.at[i]:s.beside[st.item[i]]]
		n := min(len(ws), len(exact))
		if c := slices.Compare(ws[1:n], exact[1:n]); c != 0 {
			return c < 0
		}
		return len(ws) <= len(exact) || ws[len(exact)] < bound
	}
	lo += sort.Search(hi-lo, func(i int) bool { return !before(lo+i, last.from) })
	hi = lo + sort.Search(hi-lo, func(i int) bool { return !before(lo+i, last.to) })
	return lo, hi
}

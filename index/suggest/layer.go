package suggest

import (
	"unsafe"

	"praktijkzoeker/index"
)

// A layer holds the items of some fiches and labels. It never changes, but for the
// filters that it keeps.
type layer struct {
	words   dictionary
	shelves [len(kinds)]shelf
	// bounds holds for each word, and one more, where its starts begin in each
	// list of starts of each shelf.
	bounds []bound
	texts  string   // the texts of all items and values, one behind the other
	ids    []string // of fiches
	places []string // of local examples, and what else finds them
	ready  ready
	source source
	filters
}

// kinds are the shelves, in the order in which equal suggestions are shown.
var kinds = [...]index.Kind{
	index.KindCategory, index.KindDomain, index.KindMunicipality, index.KindTargetGroup,
	index.KindFiche, index.KindPractice, index.KindTerm,
}

// kindOf is the number of the shelf of a kind.
func kindOf(k index.Kind) int {
	for i := range kinds {
		if kinds[i] == k {
			return i
		}
	}
	panic("suggest: no shelf for " + string(k))
}

var (
	ofFiche    = kindOf(index.KindFiche)
	ofPractice = kindOf(index.KindPractice)
	ofTerm     = kindOf(index.KindTerm)
	ofFacets   = [...]int{kindOf(index.KindCategory), kindOf(index.KindDomain), kindOf(index.KindMunicipality), kindOf(index.KindTargetGroup)}
)

// The lists of starts of a shelf.
const (
	heads  = iota // the first word of each item
	inners        // the other words
	others        // the words beside
	lists
)

// A bound is an index in each list of starts.
type bound [len(kinds)][lists]uint32

// within returns the starts of list n of shelf k with the words of sp.
func (l *layer) within(sp span, k, n int) (lo, hi int) {
	return int(l.bounds[sp.from][k][n]), int(l.bounds[sp.to][k][n])
}

// suggestion writes out an item.
func (l *layer) suggestion(kind int, i uint32) index.Suggestion {
	it := &l.shelves[kind].items[i]
	s := index.Suggestion{Kind: kinds[kind], Text: l.text(it.from, it.to)}
	if it.id != none {
		s.ID = l.ids[it.id]
	} else {
		s.Count = int(it.used)
	}
	if it.place != none {
		s.Place = l.places[it.place]
	}
	return s
}

func (l *layer) text(from, to uint32) string { return l.texts[from:to] }

// id is the ID of the fiche of an item, empty for a label or a word.
func (l *layer) id(it *item) string {
	if it.id == none {
		return ""
	}
	return l.ids[it.id]
}

// heapBytes estimates the memory of the layer.
func (l *layer) heapBytes() int {
	n := len(l.texts) + 16*(len(l.words)+len(l.ids)+len(l.places)) + int(unsafe.Sizeof(bound{}))*len(l.bounds)
	for _, words := range [][]string{l.words, l.ids, l.places} {
		for _, w := range words {
			n += len(w)
		}
	}
	for k := range l.shelves {
		sh := &l.shelves[k]
		n += int(unsafe.Sizeof(item{}))*len(sh.items) + 4*(len(sh.words)+len(sh.begin)+len(sh.beside))
		for _, st := range sh.lists {
			n += 4 * (len(st.at) + len(st.item) + len(st.least))
		}
	}
	n += 4*len(l.ready.slots) + int(unsafe.Sizeof(beginningOf{}))*len(l.ready.all) + 8*len(l.ready.keys)
	src := &l.source
	return n + l.filters.heapBytes() + 12*len(src.fiches) + 8*len(src.practices) + 4*len(src.has) + int(unsafe.Sizeof(value{}))*len(src.values)
}

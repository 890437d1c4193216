package suggest

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"praktijkzoeker/index"
)

// A typed is a word of the typed text.
type typed struct {
	text  []byte
	spans []span // the words that it may begin
	known bool   // some word begins with it
}

// A scratch is the memory of one call, used again by later ones.
type scratch struct {
	phrase phrase
	typed  []typed
	exact  []uint32 // numbers of all typed words but the last, when numbered
	last   uint32   // number of the last typed word, or none
	best   best
	found  []found
	// numbered: all typed words but the last are whole words.
	numbered bool
}

// read cuts the typed text into words, each once but for the last.
func (s *scratch) read(text string) {
	if len(text) > maxBytes {
		n := maxBytes
		for n > 0 && !utf8.RuneStart(text[n]) {
			n--
		}
		text = text[:n]
	}
	s.phrase.read(text)
	s.typed = s.typed[:0]
	for i := range min(len(s.phrase.pieces), index.MaxTerms) {
		if len(s.typed) < cap(s.typed) {
			s.typed = s.typed[:len(s.typed)+1] // keeps the spans of earlier calls
		} else {
			s.typed = append(s.typed, typed{})
		}
		s.typed[len(s.typed)-1].text = s.phrase.word(i)
	}
}

// A found is an item that fits.
type found struct {
	kind, fit uint8
	item      uint32
	score     float32
}

func (a found) compare(b found) int {
	return cmp.Or(cmp.Compare(a.fit, b.fit), cmp.Compare(b.score, a.score), cmp.Compare(a.kind, b.kind), cmp.Compare(a.item, b.item))
}

// choose returns at most limit finds, best first: the best of each kind, then
// the others, but of no kind more than half while others are left, and of
// single words no more than a quarter.
func (s *scratch) choose(limit int) []found {
	all := s.found
	slices.SortFunc(all, found.compare)
	if len(all) <= limit {
		return all
	}
	var taken [len(kinds)]int
	n := 0
	take := func(fits func(kind uint8) bool) {
		for i := n; i < len(all) && n < limit; i++ {
			if f := all[i]; fits(f.kind) {
				taken[f.kind]++
				copy(all[n+1:i+1], all[n:i]) // the others keep their order
				all[n] = f
				n++
			}
		}
	}
	take(func(k uint8) bool { return taken[k] == 0 })
	take(func(k uint8) bool { return taken[k] < share(kinds[k], limit) })
	take(func(uint8) bool { return true })
	slices.SortFunc(all[:n], found.compare)
	return all[:n]
}

// share is how many of limit suggestions may be of this kind.
func share(k index.Kind, limit int) int {
	if k == index.KindTerm {
		return (limit + 3) / 4
	}
	return max(limit/2, 1)
}

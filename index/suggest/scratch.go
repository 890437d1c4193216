package suggest

import (
	"unicode/utf8"

	"praktijkzoeker/index"
)

// A typed is a word of the typed text.
type typed struct {
	text  []byte
	known bool // some word begins with it; see Table.look
}

// A scratch is the memory of one call, used again by later ones.
type scratch struct {
	phrase   phrase
	typed    []typed
	readings [2]reading // by layer
	best     best
	lower    []key // the best of the base layer, while those of the other are merged in
	found    []key // the best of all kinds
	lists    [len(kinds)][]key
}

// read cuts the typed text into words.
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
		s.typed = append(s.typed, typed{text: s.phrase.word(i)})
	}
}

package suggest

import "unicode/utf8"

// A round says which typed words may be misspelled.
type round int

const (
	exact    round = iota // none
	unknown               // those that begin no word at all
	allWords              // all
)

// minTypo is the number of letters from which a word may have a typo.
const minTypo = 4

// A reading is what the typed words are in one layer.
type reading struct {
	spans [][]span // the words that each typed word may begin
	exact []uint32 // numbers of all typed words but the last, when numbered
	last  uint32   // number of the last typed word, or none
	// numbered: all typed words but the last are whole words.
	numbered bool
	answer   *beginningOf // of the only typed word, or nil
	fits     bool         // each typed word begins some word
}

// read fills r with the words as they are typed.
func (r *reading) read(l *layer, typed []typed) {
	r.exact, r.last, r.numbered, r.fits = r.exact[:0], none, true, true
	for len(r.spans) < len(typed) {
		if len(r.spans) < cap(r.spans) {
			r.spans = r.spans[:len(r.spans)+1] // keeps the spans of earlier calls
		} else {
			r.spans = append(r.spans, nil)
		}
	}
	r.spans = r.spans[:len(typed)]
	for i := range typed {
		r.spans[i] = r.spans[i][:0]
		sp, answer := l.begins(typed[i].text)
		r.answer = answer
		if sp.from == sp.to {
			r.fits, r.numbered = false, false
			continue
		}
		r.spans[i] = append(r.spans[i], sp)
		isWord := len(l.words[sp.from]) == len(typed[i].text) // the first of those that begin with it
		switch {
		case i < len(typed)-1:
			r.exact = append(r.exact, sp.from)
			r.numbered = r.numbered && isWord
		case isWord:
			r.last = sp.from
		}
	}
	if len(typed) > 1 {
		r.answer = nil
	}
}

// look finds out which words the typed words may begin in this round. It
// returns false when the round has nothing that the one before had not.
func (t *Table) look(s *scratch, round round) bool {
	changed := round == exact
	for i, l := range t.layers() {
		if round == exact {
			s.readings[i].read(l, s.typed)
			continue
		}
		if round == unknown {
			for j := range s.typed {
				s.typed[j].known = s.typed[j].known && i > 0 || t.begun(i, s.readings[i].spans[j])
			}
		}
	}
	if round == exact {
		return changed
	}
	for j := range s.typed {
		w := &s.typed[j]
		if w.known != (round == allWords) || utf8.RuneCount(w.text) < minTypo {
			continue
		}
		changed = true
		for i, l := range t.layers() {
			r := &s.readings[i]
			r.spans[j] = l.words.near(r.spans[j][:0], w.text)
		}
	}
	for i := range t.layers() {
		r := &s.readings[i]
		r.fits, r.answer = true, nil
		for _, spans := range r.spans {
			r.fits = r.fits && len(spans) > 0
		}
	}
	return changed
}

// begun reports whether any item of layer i has a word of the spans.
func (t *Table) begun(i int, spans []span) bool {
	l := t.layers()[i]
	for _, sp := range spans {
		if i > 0 || !t.changed() {
			return true
		}
		for k := range kinds {
			for list := range lists {
				lo, hi := l.within(sp, k, list)
				for _, item := range l.shelves[k].lists[list].item[lo:hi] {
					if !t.dead[k].has(item) {
						return true
					}
				}
			}
		}
	}
	return false
}

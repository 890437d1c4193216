package suggest

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// A dictionary is the sorted words of all phrases. A word's number is its
// place in it.
type dictionary []string

// A span is the words from number from up to to, excluded.
type span struct{ from, to uint32 }

// A round says which typed words may be misspelled.
type round int

const (
	exact    round = iota // none
	unknown               // those that begin no word at all
	allWords              // all
)

// minTypo is the number of letters from which a word may have a typo.
const minTypo = 4

// look finds the spans of the typed words. It returns false when this round
// has nothing that the one before had not, or a word that fits nowhere.
func (d dictionary) look(s *scratch, r round) bool {
	changed := r == exact
	if r == exact {
		d.numbers(s)
	}
	for i := range s.typed {
		w := &s.typed[i]
		if r == exact {
			w.spans = w.spans[:0]
			if sp := d.begins(w.text); sp.from < sp.to {
				w.spans = append(w.spans, sp)
			}
			w.known = len(w.spans) > 0
			continue
		}
		typo := w.known == (r == allWords) && utf8.RuneCount(w.text) >= minTypo
		if typo {
			w.spans = d.near(w.spans[:0], w.text)
			changed = true
		}
	}
	for _, w := range s.typed {
		if len(w.spans) == 0 {
			return false
		}
	}
	return changed
}

// numbers looks for the typed words as whole words.
func (d dictionary) numbers(s *scratch) {
	s.exact, s.last, s.numbered = s.exact[:0], none, true
	for i, w := range s.typed {
		n, ok := d.number(w.text)
		switch {
		case i < len(s.typed)-1:
			s.exact = append(s.exact, n)
			s.numbered = s.numbered && ok
		case ok:
			s.last = n
		}
	}
}

// begins returns the words that begin with prefix.
func (d dictionary) begins(prefix []byte) span {
	return d.within(span{0, uint32(len(d))}, 0, prefix)
}

// within returns the words of sp that go on with rest from byte at. All words
// of sp have the same first at bytes.
func (d dictionary) within(sp span, at int, rest []byte) span {
	ws := d[sp.from:sp.to]
	lo := sort.Search(len(ws), func(i int) bool { return ws[i][at:] >= string(rest) })
	ws = ws[lo:]
	n := sort.Search(len(ws), func(i int) bool { return !strings.HasPrefix(ws[i][at:], string(rest)) })
	return span{sp.from + uint32(lo), sp.from + uint32(lo+n)}
}

// number returns the number of a whole word.
func (d dictionary) number(word []byte) (uint32, bool) {
	i := sort.Search(len(d), func(i int) bool { return d[i] >= string(word) })
	return uint32(i), i < len(d) && d[i] == string(word)
}

// near appends the words that have a beginning one edit away from word (a
// letter more, less or other, or two neighbours swapped), the first letter
// being right; and those that begin with it.
//
// For every place of the edit, it narrows the dictionary to the letters before
// it, tries each letter that really comes next, and asks for the rest: no
// automaton, and never more than a few hundred binary searches.
func (d dictionary) near(spans []span, word []byte) []span {
	all := span{0, uint32(len(d))}
	add := func(sp span, at int, rest []byte) {
		if sp = d.within(sp, at, rest); sp.from < sp.to {
			spans = append(spans, sp)
		}
	}
	sp, at := all, 0
	for at < len(word) && sp.from < sp.to {
		_, n := utf8.DecodeRune(word[at:])
		if at > 0 {
			add(sp, at, word[at+n:]) // a letter too many
			if at+n < len(word) {
				_, m := utf8.DecodeRune(word[at+n:])
				swapped := d.within(sp, at, word[at+n:at+n+m])
				swapped = d.within(swapped, at+m, word[at:at+n])
				add(swapped, at+n+m, word[at+n+m:])
			}
			d.next(sp, at, func(sub span, m int) {
				add(sub, at+m, word[at+n:]) // another letter
				add(sub, at+m, word[at:])   // a letter too few
			})
		}
		sp = d.within(sp, at, word[at:at+n])
		at += n
	}
	if at == len(word) && sp.from < sp.to {
		spans = append(spans, sp)
	}
	return united(spans)
}

// next calls yield with the words of sp for each letter that they have at byte
// at, and the length of that letter.
func (d dictionary) next(sp span, at int, yield func(sub span, n int)) {
	for sp.from < sp.to {
		w := d[sp.from]
		if len(w) == at {
			sp.from++
			continue
		}
		_, n := utf8.DecodeRuneInString(w[at:])
		letter := w[at : at+n]
		to := uint32(sort.Search(int(sp.to-sp.from), func(i int) bool { return !strings.HasPrefix(d[sp.from+uint32(i)][at:], letter) }))
		yield(span{sp.from, sp.from + to}, n)
		sp.from += to
	}
}

// united sorts spans and unites those that overlap.
func united(spans []span) []span {
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	out := spans[:0]
	for _, sp := range spans {
		if n := len(out); n > 0 && sp.from <= out[n-1].to {
			out[n-1].to = max(out[n-1].to, sp.to)
			continue
		}
		out = append(out, sp)
	}
	return out
}

// holds reports whether number n lies in one of the spans.
func holds(spans []span, n uint32) bool {
	for _, sp := range spans {
		if sp.from <= n && n < sp.to {
			return true
		}
	}
	return false
}

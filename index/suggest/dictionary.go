package suggest

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// A dictionary is the sorted words of all phrases. A word's number is its
// place in it.
type dictionary []string

// A span is the words from number from up to to, excluded.
type span struct{ from, to uint32 }

// within returns the words of sp that go on with rest from byte at. All words
// of sp have the same first at bytes.
func (d dictionary) within(sp span, at int, rest []byte) span {
	if len(rest) == 0 {
		return sp
	}
	low, high := sp.from, sp.to
	for low < high {
		if mid := (low + high) >> 1; d[mid][at:] < string(rest) {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low == sp.to || !hasPrefix(d[low][at:], rest) {
		return span{low, low}
	}
	from := low
	for high = sp.to; low < high; {
		if mid := (low + high) >> 1; hasPrefix(d[mid][at:], rest) {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return span{from, low}
}

func hasPrefix(s string, prefix []byte) bool {
	return len(s) >= len(prefix) && s[:len(prefix)] == string(prefix)
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
		low, step := sp.from+1, uint32(1) // few words, or many: gallop
		for low+step < sp.to && strings.HasPrefix(d[low+step][at:], letter) {
			low, step = low+step, 2*step
		}
		for high := min(low+step, sp.to); low < high; {
			if mid := (low + high) >> 1; strings.HasPrefix(d[mid][at:], letter) {
				low = mid + 1
			} else {
				high = mid
			}
		}
		yield(span{sp.from, low}, n)
		sp.from = low
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

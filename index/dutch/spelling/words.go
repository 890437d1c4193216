package spelling

import "slices"

// Parts of a word that was two.
const (
	minHalf  = 3 // letters of a part
	minShort = 2 // letters of one part, when the other has minLong
	minLong  = 5
)

// Join returns two words as one, when that is known and one of the two is not:
// "vrij willigers" → "vrijwilligers". Two known words stay two.
func (v *Vocabulary) Join(a, b string) (string, bool) {
	if a == "" || b == "" || v.Known(a) && v.Known(b) {
		return "", false
	}
	joined, _, ok := v.find(a + b)
	return joined, ok
}

// Split returns an unknown word as two known ones: "taalcafeaalst" →
// "taalcafe", "aalst". Of several ways it takes the one whose rarer word is in
// the most documents, then the one with the more equal halves. A number may
// stand for one of the words. Ask it only for words that are no compounds
// themselves: "buddywerking" is better searched by its parts.
func (v *Vocabulary) Split(form string) (a, b string, ok bool) {
	if len(form) >= maxLength || v.Known(form) {
		return "", "", false
	}
	best, bestShort := -1, 0
	for i := 1; i < len(form); i++ {
		x, y := form[:i], form[i:]
		number := isNumber(x) != isNumber(y)
		short := min(len(x), len(y))
		if !number && short < minHalf && (short < minShort || max(len(x), len(y)) < minLong) {
			continue
		}
		if i > 0 && isDigit(form[i-1]) && isDigit(form[i]) {
			continue // not inside a number
		}
		df := min(v.half(x), v.half(y))
		if df > best || df == best && df >= 0 && short > bestShort {
			best, bestShort, a, b = df, short, x, y
		}
	}
	return a, b, best >= 0
}

// half returns the document frequency of a half, -1 for an unknown one. A
// number needs not be known.
func (v *Vocabulary) half(form string) int {
	if isNumber(form) {
		return 1 << 31
	}
	_, n, ok := v.find(form)
	if !ok {
		return -1
	}
	return n
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isNumber(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

// Mend corrects the words of a query: unknown ones are joined with a
// neighbour, corrected or split, in this order; one error goes before a split
// and a split before two errors. Words that is true for are left alone, such
// as compounds of known words; it may be nil. Mend returns the words and
// whether any was changed; the slice given is not written to.
func (v *Vocabulary) Mend(words []string, is func(string) bool) (mended []string, changed bool) {
	unknown := func(w string) bool { return !v.Known(w) && (is == nil || !is(w)) }
	for i := 0; i < len(words); i++ {
		w := words[i]
		if i+1 < len(words) && (unknown(w) || unknown(words[i+1])) {
			if joined, ok := v.Join(w, words[i+1]); ok {
				mended, changed = append(mended, joined), true
				i++
				continue
			}
		}
		if !unknown(w) {
			mended = append(mended, w)
			continue
		}
		candidates := v.Correct(w)
		if len(candidates) == 0 || candidates[0].Distance > 1 {
			if a, b, ok := v.Split(w); ok {
				mended, changed = append(mended, a, b), true
				continue
			}
		}
		if len(candidates) > 0 {
			w, changed = candidates[0].Form, true
		}
		mended = append(mended, w)
	}
	if !changed {
		return slices.Clone(words), false
	}
	return mended, true
}

package spelling

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
)

// How much may be wrong in a word.
const (
	minOne      = 4 // letters of a word with one edit
	minTwo      = 8 // letters of a word with two
	minStart    = 6 // letters of a word whose first letter is wrong
	maxResults  = 5
	maxTwice    = 30 // letters of a word in which two sounds are tried at once
	bitsPerEdit = 2  // of the signature
)

// A Candidate is a known word near an unknown one.
type Candidate struct {
	Form string
	// Distance is the number of edits: insertions, deletions, substitutions
	// and transpositions of neighbours; a confusion of two spellings of one
	// sound ("ei" and "ij", "g" and "ch") is one.
	Distance int
	DF       int // documents that have the word
	cost     int
}

// Typical reports whether the candidate differs only by errors that are
// typical of Dutch: one sound spelled another way, a double letter written
// once or a single one twice.
func (c Candidate) Typical() bool { return c.cost%perEdit <= c.Distance }

// Correct returns the known words nearest to an unknown one, at most five, the
// best first: by distance, then by how typical of Dutch the error is, then by
// document frequency, then by alphabet. It returns nothing for a known form,
// for one of fewer than 4 letters and for one with a digit in it. A word of 4
// to 7 letters may have one error and a longer one two; the first letter may
// only be wrong as the one error of a word of at least 6, or as another
// spelling of its sound.
func (v *Vocabulary) Correct(form string) []Candidate {
	if v.Known(form) {
		return nil
	}
	return v.near(form)
}

// near returns the words nearest to a form, itself not counted.
func (v *Vocabulary) near(form string) []Candidate {
	if len(form) < minOne || len(form) >= maxLength || strings.ContainsAny(form, "0123456789") {
		return nil
	}
	limit := 1
	if len(form) >= minTwo {
		limit = 2
	}
	var found []Candidate
	add := func(i int) {
		word := v.word(i)
		if word == form || slices.ContainsFunc(found, func(c Candidate) bool { return c.Form == word }) {
			return
		}
		c := cost(form, word)
		found = append(found, Candidate{word, c / perEdit, int(v.df[i]), c})
	}
	v.scan(form, limit, add)
	v.alike(form, add)
	if len(form) >= minStart {
		v.otherStart(form, add)
	}
	if limit > 1 && len(form) <= maxTwice && !slices.ContainsFunc(found, func(c Candidate) bool { return c.Distance == 1 }) {
		v.alikeTwice(form, add)
	}
	slices.SortFunc(found, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(b.DF, a.DF), cmp.Compare(a.Form, b.Form))
	})
	if len(found) > maxResults {
		found = found[:maxResults]
	}
	return slices.Clip(found)
}

// scan adds the words with the same first letter within limit edits.
func (v *Vocabulary) scan(form string, limit int, add func(int)) {
	own := signature(form)
	for length := max(1, len(form)-limit); length <= min(len(form)+limit, maxLength-1); length++ {
		r := run(form[0], length)
		first := int(v.runs[r])
		for i, s := range v.signatures[first:v.runs[r+1]] {
			if bits.OnesCount64(s^own) <= bitsPerEdit*limit && distance(form, v.word(first+i), limit) <= limit {
				add(first + i)
			}
		}
	}
}

// alike adds the words that come of one other spelling of a sound.
func (v *Vocabulary) alike(form string, add func(int)) {
	var buffer [2 * maxLength]byte
	for i := range len(form) {
		for _, r := range replacements[form[i]] {
			if strings.HasPrefix(form[i:], r.written) {
				v.try(append(append(append(buffer[:0], form[:i]...), r.right...), form[i+len(r.written):]...), add)
			}
		}
	}
}

// alikeTwice adds the words that come of two, one behind the other and both of
// the first list: more letters may differ than scan looks for.
func (v *Vocabulary) alikeTwice(form string, add func(int)) {
	var first, second [2 * maxLength]byte
	for i := range len(form) {
		for _, r := range replacements[form[i]] {
			if r.kind != typical || !strings.HasPrefix(form[i:], r.written) {
				continue
			}
			rest := form[i+len(r.written):]
			begin := append(append(first[:0], form[:i]...), r.right...)
			for j := range len(rest) {
				for _, q := range replacements[rest[j]] {
					if q.kind == typical && strings.HasPrefix(rest[j:], q.written) {
						v.try(append(append(append(append(second[:0], begin...), rest[:j]...), q.right...), rest[j+len(q.written):]...), add)
					}
				}
			}
		}
	}
}

// otherStart adds the words that come of one edit of the first letter.
func (v *Vocabulary) otherStart(form string, add func(int)) {
	var buffer [maxLength + 8]byte
	v.try(append(buffer[:0], form[1:]...), add)
	v.try(append(append(buffer[:0], form[1], form[0]), form[2:]...), add)
	for c := byte('a'); c <= 'z'; c++ {
		v.try(append(append(buffer[:0], c), form[1:]...), add)
		v.try(append(append(buffer[:0], c), form...), add)
	}
}

func (v *Vocabulary) try(variant []byte, add func(int)) {
	if i, ok := v.find(string(variant)); ok && len(variant) < maxLength {
		add(i)
	}
}

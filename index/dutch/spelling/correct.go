package spelling

import (
	"cmp"
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
	s := search{v: v, form: form, limit: limit}
	s.scan()
	s.alike()
	if len(form) >= minStart {
		s.otherStart()
	}
	if limit > 1 && len(form) <= maxTwice && !slices.ContainsFunc(s.found, func(c Candidate) bool { return c.Distance == 1 }) {
		s.alikeTwice()
	}
	slices.SortFunc(s.found, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(b.DF, a.DF), cmp.Compare(a.Form, b.Form))
	})
	if len(s.found) > maxResults {
		s.found = s.found[:maxResults]
	}
	return slices.Clip(s.found)
}

// Package spelling corrects words that an index does not know: one edit in a
// word of four letters, two from eight, the errors that are typical of Dutch
// first. Words that are written as two or as one by mistake count as well.
//
// A form is folded (package dutch does that): lower case, without diacritics.
// Lengths and distances are in bytes, which are letters in folded Latin text.
package spelling

import (
	"cmp"
	"iter"
	"slices"
	"strings"
)

// A Vocabulary holds the words that are known, each with the number of
// documents that have it. It is immutable and safe for concurrent use.
//
// The words stand in order of first byte, length and spelling, so that the
// words of one first byte and about one length are a short run. A signature of
// each word's letters tells which words of a run are near enough to compare:
// this takes 16 bytes a word beside its text, and no edit is ever tried out.
type Vocabulary struct {
	text       string
	at         []uint32 // where word i begins in text; one more than there are words
	df         []uint32
	signatures []uint64
	runs       []uint32 // runs[r] is the first word of run r; see run
}

// maxLength is the length from which all words are in one run, and from which
// none is corrected.
const maxLength = 63

// run numbers the words of one first byte and one length.
func run(first byte, length int) int {
	return int(first)*(maxLength+1) + min(length, maxLength)
}

// Build makes a vocabulary of folded forms and their document frequencies.
// Empty forms are left out; the frequencies of a form that comes twice are
// added up, and one below zero counts as zero.
func Build(words iter.Seq2[string, int]) *Vocabulary {
	type word struct {
		form string
		df   int
	}
	var list []word
	for form, df := range words {
		if form != "" {
			list = append(list, word{form, max(df, 0)})
		}
	}
	slices.SortFunc(list, func(a, b word) int {
		return cmp.Or(cmp.Compare(run(a.form[0], len(a.form)), run(b.form[0], len(b.form))), cmp.Compare(a.form, b.form))
	})
	v := &Vocabulary{runs: make([]uint32, run(255, maxLength)+2)}
	var text strings.Builder
	r := 0
	for i, w := range list {
		if i > 0 && w.form == list[i-1].form {
			last := len(v.df) - 1
			v.df[last] = uint32(min(int(v.df[last])+w.df, 1<<31))
			continue
		}
		for ; r <= run(w.form[0], len(w.form)); r++ {
			v.runs[r] = uint32(len(v.df))
		}
		v.at = append(v.at, uint32(text.Len()))
		v.df = append(v.df, uint32(min(w.df, 1<<31)))
		v.signatures = append(v.signatures, signature(w.form))
		text.WriteString(w.form)
	}
	for ; r < len(v.runs); r++ {
		v.runs[r] = uint32(len(v.df))
	}
	v.at = append(v.at, uint32(text.Len()))
	v.text = text.String()
	return v
}

// Len returns the number of words.
func (v *Vocabulary) Len() int { return len(v.df) }

// Known reports whether the vocabulary has a form.
func (v *Vocabulary) Known(form string) bool {
	_, ok := v.find(form)
	return ok
}

// DF returns the document frequency of a form, 0 for one that is not known.
func (v *Vocabulary) DF(form string) int {
	if i, ok := v.find(form); ok {
		return int(v.df[i])
	}
	return 0
}

func (v *Vocabulary) word(i int) string { return v.text[v.at[i]:v.at[i+1]] }

// find returns the number of a word.
func (v *Vocabulary) find(form string) (int, bool) {
	if form == "" {
		return 0, false
	}
	r := run(form[0], len(form))
	low, end := int(v.runs[r]), int(v.runs[r+1])
	for high := end; low < high; {
		mid := int(uint(low+high) >> 1)
		if v.word(mid) < form {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low, low < end && v.word(low) == form
}

// signature sets one bit for the first and one for a further occurrence of
// each letter; the bytes that are no letters share the bits that are left. An
// insertion or deletion changes at most one bit, a substitution two, a
// transposition none.
func signature(form string) uint64 {
	var s uint64
	for i := range len(form) {
		bit := uint64(1) << 52
		if c := form[i] - 'a'; c < 26 {
			bit = 1 << (2 * c)
		} else {
			bit <<= 2 * (form[i] % 6)
		}
		if s&bit != 0 {
			bit <<= 1
		}
		s |= bit
	}
	return s
}

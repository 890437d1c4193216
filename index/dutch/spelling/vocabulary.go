// Package spelling corrects words that an index does not know: one edit in a
// word of four letters, two from eight, the errors that are typical of Dutch
// first. Words that are written as two or as one by mistake count as well.
//
// A form is folded (package dutch does that): lower case, without diacritics.
// Lengths and distances are in bytes, which are letters in folded Latin text.
package spelling

import (
	"cmp"
	"encoding/binary"
	"hash/maphash"
	"iter"
	"slices"
	"strings"
)

// A Vocabulary holds the words that are known, each with the number of
// documents that have it. It is immutable and safe for concurrent use.
//
// It is a large list, which the vocabularies that With makes of it share, and a
// small one with what has changed since.
type Vocabulary struct {
	base    *list
	changed *list // words with other counts than in base; its words go before
	size    int
}

// A word is a form with its count and flags.
type word struct {
	form  string
	count uint32
}

var noWords = newList(nil)

// Build makes a vocabulary of folded forms and their document frequencies.
// Empty forms are left out; the frequencies of a form that comes twice are
// added up, and one below zero counts as zero. A form that comes with zero is
// known whether a document has it or not: the name of a place. Forms that come
// in strictly ascending order, each once, are not sorted again, which takes a
// third of the time.
func Build(words iter.Seq2[string, int]) *Vocabulary {
	var all []word
	ordered := true
	for form, n := range words {
		if form == "" {
			continue
		}
		w := word{form, uint32(min(n, count))}
		if n <= 0 {
			w.count = kept
		}
		ordered = ordered && (len(all) == 0 || all[len(all)-1].form < form)
		all = append(all, w)
	}
	if !ordered {
		all = united(all)
	}
	return &Vocabulary{base: newList(all), changed: noWords, size: len(all)}
}

// united sorts words and adds up those that are equal. Most comparisons are
// decided by the first eight bytes, which are compared as one number.
func united(words []word) []word {
	type keyed struct {
		key uint64
		word
	}
	all := make([]keyed, len(words))
	for i, w := range words {
		var first [8]byte
		copy(first[:], w.form)
		all[i] = keyed{binary.BigEndian.Uint64(first[:]), w}
	}
	slices.SortFunc(all, func(a, b keyed) int {
		if a.key != b.key {
			return cmp.Compare(a.key, b.key)
		}
		return strings.Compare(a.form, b.form)
	})
	out := words[:0]
	for _, k := range all {
		if n := len(out); n > 0 && out[n-1].form == k.form {
			out[n-1].count = added(out[n-1].count, int(k.count&count)) | k.count&kept
			continue
		}
		out = append(out, k.word)
	}
	return out
}

// added adds n documents to a count, which keeps its flags.
func added(c uint32, n int) uint32 {
	return c&^count | uint32(min(max(int(c&count)+n, 0), count))
}

// Len returns the number of words.
func (v *Vocabulary) Len() int { return v.size }

// Known reports whether the vocabulary has a form.
func (v *Vocabulary) Known(form string) bool {
	_, _, ok := v.find(form)
	return ok
}

// Count returns the number of documents that have a form: 0 for one that is
// not known, and for one that is known although no document has it.
func (v *Vocabulary) Count(form string) int {
	_, n, _ := v.find(form)
	return n
}

// find returns a word as the vocabulary holds it, and its count.
func (v *Vocabulary) find(form string) (string, int, bool) {
	h := maphash.String(seed, form)
	l := v.changed
	i, ok := l.find(form, h)
	if !ok {
		l = v.base
		i, ok = l.find(form, h)
	}
	if !ok || l.counts[i]&gone != 0 {
		return "", 0, false
	}
	return l.word(i), int(l.counts[i] & count), true
}

// HeapBytes estimates the memory that the vocabulary holds.
func (v *Vocabulary) HeapBytes() int64 { return v.base.heapBytes() + v.changed.heapBytes() }

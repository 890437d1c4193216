package spelling

import (
	"hash/maphash"
	"math/bits"
	"slices"
	"strings"
)

// A search looks for the words near a form.
type search struct {
	v     *Vocabulary
	form  string
	limit int // edits
	found []Candidate
	table costTable
}

// add adds a word, unless it is the form itself or was found before.
func (s *search) add(word string, df int) {
	if word == s.form || slices.ContainsFunc(s.found, func(c Candidate) bool { return c.Form == word }) {
		return
	}
	c := s.table.cost(s.form, word, s.limit)
	s.found = append(s.found, Candidate{word, c / perEdit, df, c})
}

// scan adds the words with the same first letter within limit edits.
func (s *search) scan() {
	limit := s.limit
	own := signature(s.form)
	old, changed := s.v.base, s.v.changed
	for length := max(1, len(s.form)-limit); length <= min(len(s.form)+limit, maxLength-1); length++ {
		r := run(s.form[0], length)
		for _, l := range [...]*list{old, changed} {
			first := l.runs[r]
			for i, signed := range l.signatures[first:l.runs[r+1]] {
				if bits.OnesCount64(signed^own) > bitsPerEdit*limit {
					continue
				}
				n := int(first) + i
				word := l.word(n)
				if distance(s.form, word, limit) > limit || l.counts[n]&gone != 0 {
					continue
				}
				if l == old && changed.len() > 0 {
					if _, ok := changed.find(word, maphash.String(seed, word)); ok {
						continue // its count is there
					}
				}
				s.add(word, int(l.counts[n]&count))
			}
		}
	}
}

// alike adds the words that come of one other spelling of a sound.
func (s *search) alike() {
	var buffer [2 * maxLength]byte
	form := s.form
	for i := range len(form) {
		for _, r := range replacements[form[i]] {
			if strings.HasPrefix(form[i:], r.written) {
				s.try(append(append(append(buffer[:0], form[:i]...), r.right...), form[i+len(r.written):]...))
			}
		}
	}
}

// alikeTwice adds the words that come of two, one behind the other and both of
// the first list: more letters may differ than scan looks for.
func (s *search) alikeTwice() {
	var first, second [2 * maxLength]byte
	form := s.form
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
						s.try(append(append(append(append(second[:0], begin...), rest[:j]...), q.right...), rest[j+len(q.written):]...))
					}
				}
			}
		}
	}
}

// otherStart adds the words that come of one edit of the first letter.
func (s *search) otherStart() {
	var buffer [maxLength + 8]byte
	form := s.form
	s.try(append(buffer[:0], form[1:]...))
	s.try(append(append(buffer[:0], form[1], form[0]), form[2:]...))
	for c := byte('a'); c <= 'z'; c++ {
		s.try(append(append(buffer[:0], c), form[1:]...))
		s.try(append(append(buffer[:0], c), form...))
	}
}

func (s *search) try(variant []byte) {
	if len(variant) == 0 || len(variant) >= maxLength {
		return
	}
	if word, df, ok := s.v.find(string(variant)); ok {
		s.add(word, df)
	}
}

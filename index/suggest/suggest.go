// Package suggest completes what somebody is typing: titles, local examples,
// facet labels and words of the fiches, from memory.
//
// A Table is built once for the contents of an index and never changes. It
// keeps a shelf for each kind of suggestion. On a shelf, the phrases stand in
// order of weight and the words in them are numbers: the rank of the word in
// the dictionary of all words. Words with a common beginning are neighbours in
// the dictionary, so that a typed beginning is a range of numbers, and lists of
// word starts sorted by number turn it into a range of phrases.
package suggest

import (
	"iter"
	"sync"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

// Limits of a call, so that none can cost without bound. What is beyond them
// is ignored.
const (
	maxLimit = 100 // suggestions
	maxBytes = 512 // of the typed text
)

// A Table holds everything that can be suggested. It is immutable and safe for
// concurrent use.
type Table struct {
	words    dictionary
	shelves  [len(kinds)]shelf
	texts    string   // the texts of all items, one behind the other
	ids      []string // fiche IDs
	places   []string // places of local examples
	scratchs sync.Pool
}

// kinds are the shelves, in the order in which equal suggestions are shown.
var kinds = [...]index.Kind{
	index.KindCategory, index.KindDomain, index.KindMunicipality, index.KindTargetGroup,
	index.KindFiche, index.KindPractice, index.KindTerm,
}

// Build makes a table of the titles, local examples and labels of fiches, and
// of terms: words as they are shown, with the number of fiches that have them.
// Either sequence may be nil. Labels are counted by fiche.
//
// Parts gives the byte offsets at which parts of a compound begin in a folded
// word, the first aside; with it "werk" finds "vrijwilligerswerk". It is called
// once a word and may be nil.
//
// An error of the fiches stops Build and is returned.
func Build(fiches iter.Seq2[corpus.Fiche, error], terms iter.Seq2[string, int], parts func(form string) []int) (*Table, error) {
	g := newGatherer(parts)
	if fiches != nil {
		for f, err := range fiches {
			if err != nil {
				return nil, err
			}
			g.fiche(&f)
		}
	}
	g.labels()
	if terms != nil {
		for text, count := range terms {
			g.term(text, count)
		}
	}
	return g.table(), nil
}

// Suggest returns at most limit completions of text, best first, none twice.
// Each typed word begins a word of the suggestion, or a part of a compound in
// it, or of the place of a local example. Case, accents, hyphens and
// apostrophes do not matter, nor does the order of the words. Only when nothing
// fits may words of four letters and more be one edit away, with the first
// letter right.
//
// The order is: those that are the text; those that begin with it; those that
// hold it from a word on; those with all its words; those where a word is only
// a part of a compound or a place. Among these, the weight decides: the kind
// and how much it is used. No kind gets more than half of the places while
// others fit. Text without a letter or digit gives none.
//
// The texts share the memory of the table: who keeps a suggestion for long
// keeps them all, unless he clones its text.
func (t *Table) Suggest(text string, limit int) []index.Suggestion {
	limit = min(limit, maxLimit)
	if limit <= 0 {
		return nil
	}
	s := t.scratchs.Get().(*scratch)
	defer t.scratchs.Put(s)
	s.read(text)
	if len(s.typed) == 0 {
		return nil
	}
	for round := exact; round <= allWords; round++ {
		if !t.words.look(s, round) {
			continue
		}
		s.found = s.found[:0]
		for k := range t.shelves {
			s.best.reset(limit)
			t.shelves[k].collect(s, round)
			for _, key := range s.best.keys {
				s.found = append(s.found, found{kind: uint8(k), fit: key.fit(), item: key.item(), score: t.shelves[k].scores[key.item()]})
			}
		}
		if len(s.found) > 0 {
			return t.answer(s, limit)
		}
	}
	return nil
}

// answer turns the chosen finds into suggestions.
func (t *Table) answer(s *scratch, limit int) []index.Suggestion {
	chosen := s.choose(limit)
	out := make([]index.Suggestion, len(chosen))
	for i, f := range chosen {
		out[i] = t.suggestion(f.kind, f.item)
	}
	return out
}

func (t *Table) suggestion(kind uint8, i uint32) index.Suggestion {
	it := t.shelves[kind].items[i]
	s := index.Suggestion{Kind: kinds[kind], Text: t.texts[it.from:it.to], Count: int(it.count)}
	if it.id != none {
		s.ID = t.ids[it.id]
	}
	if it.place != none {
		s.Place = t.places[it.place]
	}
	return s
}

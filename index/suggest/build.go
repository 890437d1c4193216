package suggest

import (
	"iter"
	"sync"

	"praktijkzoeker/corpus"
)

// New makes a table of fiches, in any order: the same fiches always give the
// same answers. Labels and terms are counted by fiche.
//
// Parts gives the byte offsets at which parts of a compound begin in a folded
// word, the first aside; with it "werk" finds "vrijwilligerswerk". It is called
// once a word, also by With, and may be nil. It must be safe for concurrent use.
//
// An error of the fiches stops New and is returned.
func New(fiches iter.Seq2[Fiche, error], parts func(form string) []int) (*Table, error) {
	return build(fiches, nil, options{parts, LeastTermFiches})
}

// Build makes a table of whole fiches, and of terms: words as they are shown,
// with the number of fiches that have them, of which the first counts. Either
// sequence may be nil. It is New for who has counted the terms already.
func Build(fiches iter.Seq2[corpus.Fiche, error], terms iter.Seq2[string, int], parts func(form string) []int) (*Table, error) {
	return build(func(yield func(Fiche, error) bool) {
		if fiches == nil {
			return
		}
		for f, err := range fiches {
			if !yield(FicheOf(&f, nil), err) {
				return
			}
		}
	}, terms, options{parts, 1})
}

func build(fiches iter.Seq2[Fiche, error], terms iter.Seq2[string, int], o options) (*Table, error) {
	g := newGatherer(o.parts)
	for f, err := range fiches {
		if err != nil {
			return nil, err
		}
		g.fiche(&f)
		g.count(&f)
	}
	if terms != nil {
		for text, count := range terms {
			if v := &g.source.values[g.value(ofTerm, text)]; v.count == 0 {
				v.count = uint32(max(count, 0))
				v.given = v.count
			}
		}
	}
	g.show(o.leastTerm)
	t := &Table{options: o, pair: [2]*layer{g.layer()}, scratchs: newScratchs()}
	t.measure()
	return t, nil
}

func newScratchs() *sync.Pool { return &sync.Pool{New: func() any { return new(scratch) }} }

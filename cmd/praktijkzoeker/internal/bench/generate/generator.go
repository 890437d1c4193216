// Package generate makes fiches and questions for measurements: any number of
// them, always the same for one seed, with the statistics of natural Dutch
// where these decide how fast a search is. Words follow the law of Zipf and
// stand between stop words in sentences, a fiche comes back to its own topics,
// compounds and plurals are as frequent as in the lexicon, and facet values are
// skewed. The fiches mean nothing.
package generate

import (
	"iter"
	"math/rand/v2"

	"praktijkzoeker/corpus"
)

// A Generator makes fiches. It is immutable and safe for concurrent use.
type Generator struct {
	seed   uint64
	words  *vocabulary
	labels *labels
}

// New returns the generator of a seed. It takes some tenths of a second, and
// fails only when the data in the program no longer suit it.
func New(seed uint64) (*Generator, error) {
	words, err := newVocabulary()
	if err != nil {
		return nil, err
	}
	labels, err := newLabels()
	if err != nil {
		return nil, err
	}
	return &Generator{seed: seed, words: words, labels: labels}, nil
}

// Fiche returns the fiche of number i ≥ 0: 3 to 4 kB of text.
func (g *Generator) Fiche(i int) corpus.Fiche {
	w := writer{g: g}
	return w.fiche(i)
}

// Fiches yields the fiches of numbers 0 to n-1, one at a time; no error.
func (g *Generator) Fiches(n int) iter.Seq2[corpus.Fiche, error] {
	return func(yield func(corpus.Fiche, error) bool) {
		w := writer{g: g}
		for i := range n {
			if !yield(w.fiche(i), nil) {
				return
			}
		}
	}
}

// A pcg gives random numbers without a pointer to follow.
type pcg struct{ state rand.PCG }

func newPCG(seed, stream uint64) pcg {
	var p pcg
	p.state.Seed(seed, stream)
	return p
}

func (p *pcg) next() uint64 { return p.state.Uint64() }

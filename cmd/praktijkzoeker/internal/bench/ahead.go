package bench

import (
	"iter"

	"praktijkzoeker/corpus"
)

// ahead yields fiches that a goroutine of its own makes, at most room of them
// ahead. Our engine reads its fiches so; stock Bleve, which reads none, should
// not wait for the generator either.
func ahead(fiches iter.Seq2[corpus.Fiche, error], room int) iter.Seq[corpus.Fiche] {
	return func(yield func(corpus.Fiche) bool) {
		made, stop := make(chan corpus.Fiche, room), make(chan struct{})
		defer close(stop)
		go func() {
			defer close(made)
			for f := range fiches {
				select {
				case made <- f:
				case <-stop:
					return
				}
			}
		}()
		for f := range made {
			if !yield(f) {
				return
			}
		}
	}
}

package bleveindex

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"golang.org/x/sync/errgroup"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch"
	"praktijkzoeker/index/suggest"
)

// Suggest implements index.Searcher.
func (x *Index) Suggest(ctx context.Context, text string, limit int) (list []index.Suggestion, err error) {
	err = x.on(ctx, func(v *view) error {
		list = v.suggestions.Suggest(text, limit)
		return nil
	})
	return list, err
}

// buildSuggestions makes the suggestions of the fiches of the view, which several
// goroutines read.
func (v *view) buildSuggestions(ctx context.Context, d *dutch.Analyzer) (*suggest.Table, error) {
	group, ctx := errgroup.WithContext(ctx)
	fiches := make(chan suggest.Fiche, 64)
	var at atomic.Uint32
	documents := uint32(v.documents())
	workers := runtime.GOMAXPROCS(0)
	readers := sync.WaitGroup{}
	readers.Add(workers)
	for range workers {
		work(group, func() error {
			defer readers.Done()
			a := newAnalyst(d)
			for {
				n := at.Add(1) - 1
				if n >= documents {
					return nil
				}
				if s, d := v.locate(n); s.deleted.has(d) {
					continue
				}
				f, err := v.fiche(n)
				if err != nil {
					return err
				}
				select {
				case fiches <- a.suggested(&f):
				case <-ctx.Done():
					return ctx.Err()
				}
			}
		})
	}
	work(group, func() error {
		readers.Wait()
		close(fiches)
		return nil
	})
	t, err := suggest.New(func(yield func(suggest.Fiche, error) bool) {
		for f := range fiches {
			if !yield(f, nil) {
				return
			}
		}
	}, partStarts(d))
	return t, errors.Join(err, group.Wait())
}

// partStarts returns what tells where the parts of a compound begin.
func partStarts(d *dutch.Analyzer) func(form string) []int {
	return func(form string) []int {
		var starts []int
		for i, p := range d.Word(form).Parts {
			if i > 0 {
				starts = append(starts, p.Start)
			}
		}
		return starts
	}
}

// suggested returns what is suggested of a fiche. Its terms are the content words
// of the title and the summary, as they are written but in lower case, each once.
func (a *analyst) suggested(f *corpus.Fiche) suggest.Fiche {
	var terms []string
	for _, text := range []string{f.Title, index.Plain(f.Summary)} {
		a.tokens = a.dutch.Tokens(a.tokens[:0], text)
		for _, t := range a.tokens {
			w := a.dutch.Word(t.Term)
			if t.Joined || w.Stop || w.Question || utf8.RuneCountInString(t.Term) < 4 {
				continue
			}
			if surface := strings.ToLower(text[t.Start:t.End]); !slices.Contains(terms, surface) {
				terms = append(terms, surface)
			}
		}
	}
	return suggest.FicheOf(f, terms)
}

package bleveindex

import (
	"context"
	"iter"
	"strings"
	"unicode/utf8"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch"
	"praktijkzoeker/index/suggest"
)

// Suggest implements index.Searcher.
func (x *Index) Suggest(ctx context.Context, text string, limit int) ([]index.Suggestion, error) {
	v, done, err := x.acquire(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	return v.suggestions.Suggest(text, limit), nil
}

// suggestedTermFiches is the number of fiches from which a word is suggested by
// itself: a rarer one is better reached by a title.
const suggestedTermFiches = 2

// buildSuggestions fills suggestions from the fiches of the view.
func (v *view) buildSuggestions(d *dutch.Analyzer) (err error) {
	terms := map[string]int{}
	var tokens []dutch.Token
	fiches := func(yield func(corpus.Fiche, error) bool) {
		for _, global := range v.order {
			f, err := v.fiche(global)
			if err == nil {
				tokens = countTerms(terms, d, &f, tokens)
			}
			if !yield(f, err) || err != nil {
				return
			}
		}
	}
	common := func(yield func(string, int) bool) {
		for text, n := range terms {
			if n >= suggestedTermFiches && !yield(text, n) {
				return
			}
		}
	}
	parts := func(form string) []int {
		var starts []int
		for i, p := range d.Word(form).Parts {
			if i > 0 {
				starts = append(starts, p.Start)
			}
		}
		return starts
	}
	v.suggestions, err = suggest.Build(fiches, iter.Seq2[string, int](common), parts)
	return err
}

// countTerms counts the content words of the title and the summary of f, as
// they are written but in lower case, once a fiche.
func countTerms(terms map[string]int, d *dutch.Analyzer, f *corpus.Fiche, tokens []dutch.Token) []dutch.Token {
	seen := map[string]bool{}
	for _, text := range []string{f.Title, index.Plain(f.Summary)} {
		tokens = d.Tokens(tokens[:0], text)
		for _, t := range tokens {
			w := d.Word(t.Term)
			if t.Joined || w.Stop || w.Question || utf8.RuneCountInString(t.Term) < 4 {
				continue
			}
			surface := strings.ToLower(text[t.Start:t.End])
			if !seen[surface] {
				seen[surface] = true
				terms[surface]++
			}
		}
	}
	return tokens
}

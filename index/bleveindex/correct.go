package bleveindex

import (
	"fmt"
	"strings"
	"sync"

	"praktijkzoeker/corpus/places"
	"praktijkzoeker/index/dutch"
	"praktijkzoeker/index/dutch/compound"
	"praktijkzoeker/index/dutch/spelling"
)

// buildVocabulary returns the forms of the fiches and the names of the
// municipalities.
func (v *view) buildVocabulary(d *dutch.Analyzer) (*spelling.Vocabulary, error) {
	data, err := v.snapshot.GetInternal(keyWords)
	if err != nil {
		return nil, fmt.Errorf("read words of the index: %w", err)
	}
	vocabulary := spelling.Build(func(yield func(string, int) bool) {
		for form, n := range decodeWords(string(data), &err) {
			if !yield(form, n) {
				return
			}
		}
		for _, p := range places.All() {
			for _, t := range d.Tokens(nil, p.Name) {
				if !yield(t.Term, 0) {
					return
				}
			}
		}
	})
	return vocabulary.With(v.changedWords), err
}

// readChangedWords fills changedWords.
func (v *view) readChangedWords() error {
	data, err := v.snapshot.GetInternal(keyChangedWords)
	if err == nil {
		v.changedWords, err = readWords(data)
	}
	if err != nil {
		return fmt.Errorf("read words of the index: %w", err)
	}
	return nil
}

// mend returns the text of the query with its misspelled words corrected, or
// false when there is nothing to correct. Words that any fiche has, in any form
// or as parts of a compound, are never touched; nor are words that Dutch knows,
// names of places, abbreviations with a synonym, and a word still being typed.
func (b *planner) mend() (string, bool) {
	if b.known == nil || b.vocabulary == nil {
		return "", false
	}
	forms := make([]string, len(b.text))
	safe := map[string]bool{}
	for i, w := range b.text {
		forms[i] = w.Term
		safe[w.Term] = safe[w.Term] || w.last || w.place != nil || b.isKnown(w.Word)
	}
	for _, a := range b.synonymsOf(forms) {
		for _, form := range forms[a.From:a.To] {
			safe[form] = true
		}
	}
	mended, changed := b.vocabulary.Mend(forms, func(form string) bool { return safe[form] })
	for i, form := range mended {
		if safe[form] || b.vocabulary.Known(form) {
			continue
		}
		if right, ok := b.fromDutch(form); ok {
			mended[i], changed = right, true
		}
	}
	if !changed {
		return "", false
	}
	return b.rewrite(mended), true
}

// dutchWords is the vocabulary of Dutch itself.
var dutchWords = sync.OnceValue(func() *spelling.Vocabulary {
	return spelling.Build(func(yield func(string, int) bool) {
		for w := range compound.Default().Words() {
			if !yield(w, 1) {
				return
			}
		}
	})
})

// fromDutch corrects a form to a Dutch word that the fiches have in another
// form: "musuem" is "museum", although they speak of "musea" only.
func (b *planner) fromDutch(form string) (string, bool) {
	for _, c := range dutchWords().Correct(form) {
		if b.known.hasStem(b.dutch.Word(c.Form).Stem) {
			return c.Form, true
		}
	}
	return "", false
}

// isKnown reports whether a word needs no correction.
func (b *planner) isKnown(w *dutch.Word) bool {
	if w.Stop || w.Question || b.known.hasForm(w.Form) || b.known.hasStem(w.Stem) || compound.Default().Known(w.Form) {
		return true
	}
	for _, p := range w.Parts {
		if !b.known.hasStem(p.Stem) {
			return false
		}
	}
	return len(w.Parts) > 0
}

// rewrite puts mended words together, those that did not change as they were
// typed.
func (b *planner) rewrite(mended []string) string {
	var out []string
	at := 0
	for _, form := range mended {
		word := form
		for ahead := at; ahead < len(b.text) && ahead < at+3; ahead++ {
			if t := b.text[ahead]; t.Term == form {
				word, at = b.plain[t.Start:t.End], ahead+1
				break
			}
		}
		out = append(out, word)
	}
	return strings.Join(out, " ")
}

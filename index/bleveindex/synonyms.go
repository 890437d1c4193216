package bleveindex

import (
	"strings"

	"praktijkzoeker/index/dutch/synonyms"
)

// SetSynonyms makes the given synonyms those of every later search. They count
// as another snapshot: the same query may now have another answer.
func (x *Index) SetSynonyms(t *synonyms.Table) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.synonyms.Store(t)
	x.views++
	x.answers = x.views
}

// synonymsOf returns the alternatives for the words of a text.
func (b *planner) synonymsOf(forms []string) []synonyms.Alternative {
	if b.synonyms == nil {
		return nil
	}
	return b.synonyms.Alternatives(forms)
}

// addSynonyms lets words of the query be met by their synonyms. A synonym for
// several words meets the clauses of all of them at once.
func (b *planner) addSynonyms() {
	forms := make([]string, len(b.text))
	for i, w := range b.text {
		forms[i] = w.Term
	}
	for _, a := range b.synonymsOf(forms) {
		v := variant{weight: weightStem * float32(a.Weight)}
		met := b.known != nil
		for _, form := range a.Forms {
			stem := b.dutch.Word(form).Stem
			v.terms = append(v.terms, stem)
			met = met && b.known.hasStem(stem)
		}
		if len(a.Forms) == 1 && strings.HasSuffix(a.Forms[0], "je") && v.terms[0] != a.Forms[0] {
			// A diminutive that means something of its own: a "maatje" is a
			// buddy, a "maat" is not.
			v = formVariant(b.dutch, a.Forms[0], v.weight)
			met = b.known != nil && b.known.hasForm(a.Forms[0])
		}
		for n, w := range b.words {
			if w.number < a.From || w.number >= a.To {
				continue
			}
			c := &b.plan.clauses[n]
			for i := range c.variants { // fiches speak of it by another name
				c.variants[i].apart = c.variants[i].apart && !met
			}
			c.variants = append(c.variants, v)
			if v.form != "" {
				b.plan.marker.Form(v.form, n)
				continue
			}
			for _, term := range v.terms {
				b.plan.marker.Stem(term, n)
			}
		}
	}
}

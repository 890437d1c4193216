package bleveindex

import (
	"praktijkzoeker/index/dutch/synonyms"
)

// SetSynonyms makes the given synonyms those of every later search.
func (x *Index) SetSynonyms(t *synonyms.Table) { x.synonyms.Store(t) }

// addSynonyms lets words of the query be met by their synonyms. A synonym for
// several words meets the clauses of all of them at once.
func (b *planner) addSynonyms() {
	if b.syn == nil {
		return
	}
	forms := make([]string, len(b.text))
	for i, w := range b.text {
		forms[i] = w.Term
	}
	for _, a := range b.syn.Alternatives(forms) {
		v := variant{source: inStems, weight: weightStem * float32(a.Weight)}
		for _, form := range a.Forms {
			v.terms = append(v.terms, b.dutch.Word(form).Stem)
		}
		for n, w := range b.words {
			if w.number < a.From || w.number >= a.To {
				continue
			}
			c := &b.plan.clauses[n]
			c.variants = append(c.variants, v)
			for _, stem := range v.terms {
				b.plan.marker.Stem(stem, n)
			}
		}
	}
}

package bleveindex

import (
	"fmt"
	"slices"
	"strings"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch"
)

// partNames say in Dutch where a word stands, by index.Part.
var partNames = [index.Parts]string{
	index.PartTitle:   "in de titel",
	index.PartLabel:   "bij de categorieën, domeinen of doelgroepen",
	index.PartPlace:   "bij de gemeenten",
	index.PartExample: "in de naam van een lokaal voorbeeld",
	index.PartSummary: "in de samenvatting",
	index.PartBody:    "in de tekst",
}

// A finding is one way in which a word of a query was met; smaller is better.
type finding struct {
	kind  int // place in clause.variants, or past it for a part of a compound
	part  index.Part
	found string // the form in the fiche
	whole bool
}

// why tells for each word of the query how it was met in f: in the best way
// that there is, in the weightiest part.
func (p *plan) why(d *dutch.Analyzer, f *corpus.Fiche) []index.Reason {
	best := make([]*finding, len(p.clauses))
	var tokens []dutch.Token
	for _, passage := range index.Passages(f) {
		tokens = d.Tokens(tokens[:0], passage.Text)
		for i := range tokens {
			for k := range p.clauses {
				g, ok := p.clauses[k].meets(d.Word(tokens[i].Term))
				if !ok {
					continue
				}
				g.part = passage.Part
				if best[k] == nil || g.less(best[k]) {
					best[k] = &g
				}
			}
		}
	}
	var reasons []index.Reason
	for k, g := range best {
		if g != nil {
			reasons = append(reasons, index.Reason{Word: p.clauses[k].typed, Text: g.text(p.clauses[k].typed)})
		}
	}
	return reasons
}

// meets tells whether and how a word of a fiche meets the clause.
func (c *clause) meets(w *dutch.Word) (finding, bool) {
	for i, v := range c.variants {
		switch {
		case v.prefix && len(w.Form) > len(v.form) && strings.HasPrefix(w.Form, v.form),
			v.form != "" && v.form == w.Form,
			v.isStems() && len(v.terms) == 1 && v.terms[0] == w.Stem:
			return finding{kind: i, found: w.Form, whole: true}, true
		}
	}
	for _, part := range w.Parts {
		for i, v := range c.variants {
			if v.isStems() && slices.Contains(v.terms, part.Stem) {
				return finding{kind: len(c.variants) + i, found: w.Form}, true
			}
		}
	}
	for i, v := range c.variants {
		if v.isStems() && len(v.terms) > 1 && slices.Contains(v.terms, w.Stem) {
			return finding{kind: 2*len(c.variants) + i, found: w.Form}, true
		}
	}
	return finding{}, false
}

// isStems reports whether the terms are stems, met by any of their forms.
func (v *variant) isStems() bool { return v.source == inTerms && v.form == "" }

func (g *finding) less(other *finding) bool {
	if g.part != other.part {
		return g.part < other.part
	}
	return g.kind < other.kind
}

func (g *finding) text(typed string) string {
	switch {
	case g.found == typed:
		return "staat " + partNames[g.part]
	case g.whole:
		return fmt.Sprintf("staat als “%s” %s", g.found, partNames[g.part])
	default:
		return fmt.Sprintf("komt overeen met “%s” %s", g.found, partNames[g.part])
	}
}

package bleveindex

import (
	"praktijkzoeker/index"
)

// Weights of the ways in which a word of a query can be met, relative to the
// very form that was typed. Within a stem's list, roleWeights come on top.
const (
	weightForm      = 1.0  // as typed
	weightPlace     = 1.0  // a municipality that the word names
	weightJoined    = 0.95 // typed apart, written as one: "taal beleid"
	weightPrefix    = 0.9  // a word that begins with it, while typing
	weightStem      = 0.85 // another form, or a part of a compound
	weightCorrected = 0.8  // a known word that is nearly it
	weightSplit     = 0.5  // a compound of the query, met by all its parts apart
)

// prefixForms bounds the words that a prefix stands for, per segment.
const prefixForms = 128

// A plan is what a text asks for.
type plan struct {
	clauses  []clause
	phrases  []phrase // needed by every hit
	excluded []phrase // needed by no hit
	any      bool     // one clause is enough
	// loose allows hits that lack a word where few have all: the text is a
	// question, long, or names a place beside other words.
	loose bool
	// title is what the key of a title is compared with; titled tells that
	// there is such a title.
	title  string
	titled bool
	places []string // official names of municipalities that the text names
	// corrected is the text that is searched instead of the typed one.
	corrected string
	marker    *index.Marker
}

// A clause is one word of the query, met by any of its variants.
type clause struct {
	typed    string // as typed and folded, for messages
	variants []variant
	place    bool // names a place
	phrase   bool // is one of a phrase, which needs it
}

// scale returns how payloads weigh for a variant.
func (v *variant) scale() scale {
	return scale{any: v.weight / maxImpact, typed: v.weight / weightStem * weightForm / maxImpact, exact: v.exact, only: v.only}
}

// A variant is one way to meet a word: all its terms occur.
type variant struct {
	source source
	terms  []string
	weight float32
	exact  uint8  // form bit of the typed form, which weighs weightForm
	only   uint8  // form bit of the only form that will do
	form   string // that form
	split  bool   // the terms are the parts of a compound
	apart  bool   // the terms are parts of a compound that no fiche has
	prefix bool   // form stands for every form that begins with it
}

// A phrase is a sequence of forms next to each other; one form is a phrase too.
type phrase struct {
	forms []string
	// loose: a single word, in any of its forms.
	loose bool
}

// isPhrases reports whether all words stand in phrases.
func (p *plan) isPhrases() bool {
	for i := range p.clauses {
		if !p.clauses[i].phrase {
			return false
		}
	}
	return len(p.phrases) > 0
}

// required returns the number of clauses that do not name a place.
func (p *plan) required() int {
	n := 0
	for i := range p.clauses {
		if !p.clauses[i].place {
			n++
		}
	}
	return n
}

// apart returns the plan with every compound that no fiche has as its parts,
// each a word of its own; nil when there is no such compound.
func (p *plan) apart() *plan {
	q := *p
	q.clauses = nil
	found := false
	for _, c := range p.clauses {
		split := -1
		for i, v := range c.variants {
			if v.apart {
				split = i
			}
		}
		if split < 0 {
			q.clauses = append(q.clauses, c)
			continue
		}
		found = true
		for _, stem := range c.variants[split].terms {
			part := clause{typed: c.typed, variants: []variant{{terms: []string{stem}, weight: weightStem}}}
			q.clauses = append(q.clauses, part)
		}
	}
	if !found {
		return nil
	}
	return &q
}

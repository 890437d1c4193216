package bleveindex

import (
	"strings"

	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch"
)

// Weights of the ways in which a word of a query can be met, relative to the
// very form that was typed.
const (
	weightForm   = 1.0  // as typed
	weightStem   = 0.85 // another form, or a part of a compound (roleWeights on top)
	weightPrefix = 0.9  // a word that begins with it, while typing
	weightSplit  = 0.4  // a compound of the query, met by all its parts apart
)

// prefixForms bounds the words that a prefix stands for, per segment.
const prefixForms = 128

// A plan is what a text asks for.
type plan struct {
	clauses  []clause
	phrases  []phrase // needed by every hit
	excluded []phrase // needed by no hit; one form is a phrase of one
	// title is what the key of a title is compared with.
	title  string
	marker *index.Marker
}

// A clause is one word of the query, met by any of its variants.
type clause struct {
	typed    string // as typed, for messages
	variants []variant
}

// A variant is one way to meet a word: all its terms occur.
type variant struct {
	source source
	terms  []string
	weight float32
	prefix bool // terms[0] stands for every form that begins with it
}

// A phrase is a sequence of forms next to each other.
type phrase struct{ forms []string }

// newPlan reads the text of a query.
func newPlan(d *dutch.Analyzer, q *index.Query) *plan {
	p := &plan{}
	var words []dutch.Token // that hits must have
	var all []string
	for _, t := range index.ParseText(q.Text) {
		tokens := d.Tokens(nil, t.Text)
		if len(tokens) == 0 {
			continue
		}
		if t.Exclude {
			p.excluded = append(p.excluded, phrase{formsOf(tokens)})
			continue
		}
		forms := formsOf(tokens)
		all = append(all, forms...)
		if t.Phrase {
			p.phrases = append(p.phrases, phrase{forms})
		}
		words = append(words, tokens...)
	}
	p.title = strings.Join(all, " ")
	words = content(d, words)
	if len(words) > index.MaxTerms {
		words = words[:index.MaxTerms]
	}
	p.marker = index.NewMarker(d, len(words))
	for i, t := range words {
		// A joined token is another way to read the one before it.
		last := q.Prefix && i == len(words)-1 && len(p.phrases) == 0
		if t.Joined && len(p.clauses) > 0 {
			c := &p.clauses[len(p.clauses)-1]
			c.variants = append(c.variants, variantsOf(d, t.Term, last, p.marker, len(p.clauses)-1)...)
			continue
		}
		p.clauses = append(p.clauses, clause{
			typed:    t.Term,
			variants: variantsOf(d, t.Term, last, p.marker, len(p.clauses)),
		})
	}
	return p
}

// content drops the words that only ask, unless nothing else is left.
func content(d *dutch.Analyzer, words []dutch.Token) []dutch.Token {
	var kept []dutch.Token
	for _, t := range words {
		if w := d.Word(t.Term); !w.Stop && !(w.Question && len(words) > 1) {
			kept = append(kept, t)
		}
	}
	if len(kept) == 0 {
		return words
	}
	return kept
}

// variantsOf returns the ways to meet a form, and has the marker show them.
func variantsOf(d *dutch.Analyzer, form string, prefix bool, m *index.Marker, word int) []variant {
	w := d.Word(form)
	m.Form(form, word)
	vs := []variant{{source: inForms, terms: []string{form}, weight: weightForm}}
	if prefix {
		m.Prefix(form, word)
		vs = append(vs, variant{source: inForms, terms: []string{form}, weight: weightPrefix, prefix: true})
	}
	if w.Stop {
		return vs
	}
	m.Stem(w.Stem, word)
	vs = append(vs, variant{source: inStems, terms: []string{w.Stem}, weight: weightStem})
	if len(w.Parts) > 1 {
		parts := make([]string, len(w.Parts))
		for i, p := range w.Parts {
			parts[i] = p.Stem
			m.Stem(p.Stem, word)
		}
		vs = append(vs, variant{source: inStems, terms: parts, weight: weightSplit})
	}
	return vs
}

// formsOf returns the forms of tokens as they stand next to each other.
func formsOf(tokens []dutch.Token) []string {
	forms := make([]string, 0, len(tokens))
	for _, t := range tokens {
		if !t.Joined {
			forms = append(forms, t.Term)
		}
	}
	return forms
}

package bleveindex

import (
	"strings"

	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch"
	"praktijkzoeker/index/dutch/spelling"
	"praktijkzoeker/index/dutch/synonyms"
)

// A planner reads the text of one query.
type planner struct {
	wordKnowledge
	plan  *plan
	plain string // the text without phrases and exclusions
	text  []word // all its words, stop words too
	words []word // those that clauses are made of
}

// wordKnowledge is what a planner knows about words.
type wordKnowledge struct {
	dutch      *dutch.Analyzer
	synonyms   *synonyms.Table      // nil: none
	known      lexicon              // nil: nothing is known, or corrected
	vocabulary *spelling.Vocabulary // nil: nothing is corrected
}

// A lexicon tells what words the fiches have. A nil lexicon knows none, and
// then nothing is corrected.
type lexicon interface {
	// hasForm reports whether a form occurs in any fiche.
	hasForm(form string) bool
	// hasStem reports whether a stem occurs, also as part of a compound.
	hasStem(stem string) bool
	// hasTitle reports whether this is the key of any title.
	hasTitle(key string) bool
}

// A word is a token of the query that a clause is made of.
type word struct {
	dutch.Token
	*dutch.Word
	place  []string // official names, if it names a place
	last   bool     // the last of the text, perhaps unfinished
	number int      // place in planner.text
	joined []string // other ways to read it: elisions written out
}

// longQuery is the number of content words from which a query is so long that
// it is not expected to have them all.
const longQuery = 3

// newPlan reads the text of a query.
func newPlan(l wordKnowledge, q *index.Query) *plan {
	d := l.dutch
	b := &planner{wordKnowledge: l, plan: &plan{any: q.Any}}
	var plain, all, rest []string
	for _, t := range index.ParseText(q.Text) {
		switch {
		case t.Exclude:
			if forms := b.forms(t.Text); len(forms) > 0 {
				loose := !t.Phrase && len(forms) == 1
				b.plan.excluded = append(b.plan.excluded, phrase{forms: forms, loose: loose})
			}
		case t.Phrase:
			if forms := b.forms(t.Text); len(forms) > 0 {
				b.plan.phrases = append(b.plan.phrases, phrase{forms: forms})
			}
		default:
			plain = append(plain, t.Text)
			all = append(all, t.Text)
			continue
		}
		rest = append(rest, t.String())
		if !t.Exclude {
			all = append(all, t.Text)
		}
	}
	b.plan.title = titleKey(d, strings.Join(all, " "))
	b.read(strings.Join(plain, " "), q.Prefix)
	if text, ok := b.mend(); ok {
		b.plan.title = titleKey(d, text)
		b.plan.corrected = strings.Join(append([]string{text}, rest...), " ")
		b.read(text, q.Prefix)
	}
	b.plan.marker = index.NewMarker(d, b.wordCount())
	for _, w := range b.words {
		b.addWord(w)
	}
	for _, ph := range b.plan.phrases {
		b.addPhrase(ph)
	}
	b.joinNeighbours()
	b.addSynonyms()
	// Who types a title has found that fiche; what resembles it may follow.
	titled := b.plan.title != "" && b.known != nil && b.known.hasTitle(b.plan.title)
	b.plan.titled = titled
	for _, c := range b.plan.clauses {
		for i := range c.variants {
			v := &c.variants[i]
			v.apart = v.apart || titled && v.split
			b.plan.loose = b.plan.loose || v.apart
		}
	}
	b.plan.loose = b.plan.loose || titled && len(b.plan.clauses) > 1
	if n := len(b.plan.clauses); n > index.MaxTerms {
		b.plan.clauses = b.plan.clauses[:index.MaxTerms]
	}
	return b.plan
}

// wordCount returns the number of clauses that there will be, about.
func (b *planner) wordCount() int {
	n := len(b.words)
	for _, ph := range b.plan.phrases {
		n += len(ph.forms)
	}
	return n
}

// forms returns the folded words of a text, as they stand next to each other.
func (b *planner) forms(text string) []string {
	var forms []string
	for _, t := range b.dutch.Tokens(nil, text) {
		if !t.Joined {
			forms = append(forms, t.Term)
		}
	}
	return forms
}

// read fills words with the content words of a text and finds out whether it
// is a question.
func (b *planner) read(text string, prefix bool) {
	b.plain, b.words = text, nil
	tokens := b.dutch.Tokens(nil, text)
	places := namedPlaces(text)
	var words []word
	content, asks := 0, false
	for _, t := range tokens {
		w := word{Token: t, Word: b.dutch.Word(t.Term)}
		if t.Joined {
			if n := len(words); n > 0 && words[n-1].Pos == t.Pos {
				words[n-1].joined = append(words[n-1].joined, t.Term)
				continue
			}
		}
		w.place, w.number = places.at(t.Start, t.End), len(words)
		words = append(words, w)
		if !w.Stop && !w.Question {
			content++
		}
		asks = asks || w.Question
	}
	if n := len(words); n > 0 {
		words[n-1].last = prefix
	}
	b.text = words
	for _, w := range words {
		if content > 0 && (w.Stop || w.Question) && w.place == nil && !w.last {
			continue
		}
		b.words = append(b.words, w)
	}
	b.words = b.words[:min(len(b.words), index.MaxTerms)]
	named := false
	for _, w := range b.words {
		named = named || w.place != nil
	}
	b.plan.loose = content > 1 && (asks || content >= longQuery || named)
}

// addWord makes a clause of a word. Words of one place share a clause.
func (b *planner) addWord(w word) {
	n := len(b.plan.clauses)
	c := clause{typed: w.Term, place: w.place != nil}
	c.variants = b.variants(w.Word, n)
	for _, form := range w.joined {
		c.variants = append(c.variants, b.variants(b.dutch.Word(form), n)...)
	}
	if w.last {
		b.plan.marker.Prefix(w.Term, n)
		c.variants = append(c.variants, variant{form: w.Term, weight: weightPrefix, prefix: true})
	}
	for _, name := range w.place {
		c.variants = append(c.variants, variant{source: inPlaces, terms: []string{name}, weight: weightPlace})
		b.plan.places = append(b.plan.places, name)
		for _, form := range b.forms(name) {
			b.plan.marker.Form(form, n)
		}
	}
	b.plan.clauses = append(b.plan.clauses, c)
}

// addPhrase makes a clause of each word of a phrase, as it stands: the phrase
// itself decides, the clauses give its score.
func (b *planner) addPhrase(ph phrase) {
	for _, form := range ph.forms {
		if w := b.dutch.Word(form); w.Stop && len(ph.forms) > 1 {
			continue
		}
		b.plan.marker.Form(form, len(b.plan.clauses))
		b.plan.clauses = append(b.plan.clauses, clause{
			typed: form, variants: []variant{formVariant(b.dutch, form, weightForm)}, phrase: true,
		})
	}
}

// variants returns the ways to meet a word, and has the marker show them as
// that of clause n.
func (b *planner) variants(w *dutch.Word, n int) []variant {
	b.plan.marker.Form(w.Form, n)
	if w.Stop { // stop words have no stems
		return []variant{formVariant(b.dutch, w.Form, weightForm)}
	}
	b.plan.marker.Stem(w.Stem, n)
	vs := []variant{{terms: []string{w.Stem}, weight: weightStem, exact: formBit(w.Stem, w.Form)}}
	if len(w.Parts) > 1 {
		stems := b.parts(w)
		unknown := b.known != nil && !b.known.hasStem(w.Stem)
		vs = append(vs, variant{terms: stems, weight: weightSplit, split: true, apart: unknown})
		for _, stem := range stems {
			b.plan.marker.Stem(stem, n)
		}
	}
	return vs
}

// formVariant returns the variant that only a form itself meets.
func formVariant(d *dutch.Analyzer, form string, weight float32) variant {
	v := variant{terms: []string{stopTerm(form)}, weight: weight, form: form}
	if w := d.Word(form); !w.Stop {
		v.terms[0], v.only = w.Stem, formBit(w.Stem, form)
	}
	return v
}

// parts returns the stems of the parts of a compound. A part that no fiche has
// is taken apart itself: of "taalcoachproject", "coachproject" is.
func (b *planner) parts(w *dutch.Word) []string {
	var stems []string
	for _, p := range w.Parts {
		inner := b.dutch.Word(w.Form[p.Start:p.End])
		if len(inner.Parts) > 1 && b.known != nil && !b.known.hasStem(p.Stem) {
			stems = append(stems, b.parts(inner)...)
			continue
		}
		stems = append(stems, p.Stem)
	}
	return stems
}

package generate

import (
	"math/rand/v2"
	"strings"
	"unicode"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch"
)

// phraseShare is the share of texts that are a phrase: one in so many.
const phraseShare = 10

// A Log makes the questions that searchers ask of the fiches 0 to n-1. The same
// seed and n give the same questions.
type Log struct {
	g      *Generator
	n      int
	random *rand.Rand
}

// Log returns the log of one kind of questions; logs of different kinds have
// nothing in common. n must be 1 or more.
func (g *Generator) Log(kind string, n int) *Log {
	stream := uint64(n)
	for _, c := range kind {
		stream = stream*131 + uint64(c)
	}
	return &Log{g: g, n: n, random: rand.New(rand.NewPCG(g.seed^0x9e3779b97f4a7c15, stream))}
}

func (l *Log) fiche() corpus.Fiche { return l.g.Fiche(l.random.IntN(l.n)) }

// Words returns a text of 1 to 4 content words of one fiche, so that something
// is found; one text in phraseShare is two neighbouring words in quotes.
func (l *Log) Words() string {
	f := l.fiche()
	if l.random.IntN(phraseShare) == 0 {
		if p := l.phrase(&f); p != "" {
			return p
		}
	}
	words := l.content(&f)
	l.random.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	return strings.Join(words[:min(len(words), 1+l.random.IntN(4))], " ")
}

// Word returns one content word of a fiche.
func (l *Log) Word() string {
	f := l.fiche()
	words := l.content(&f)
	return words[l.random.IntN(len(words))]
}

// content returns the different content words of the title, or of a sentence of
// the description; never none.
func (l *Log) content(f *corpus.Fiche) []string {
	text := f.Title
	if l.random.IntN(2) == 0 {
		sentences := strings.SplitAfter(f.Description, ". ")
		text = sentences[l.random.IntN(len(sentences))]
	}
	var words []string
	seen := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if !empty(w) && !seen[w] {
			seen[w] = true
			words = append(words, w)
		}
	}
	if len(words) == 0 {
		return []string{l.g.words.words[noun][0]}
	}
	return words
}

// phrase returns two content words that stand next to each other in the
// description, in quotes; empty when there are none.
func (l *Log) phrase(f *corpus.Fiche) string {
	words := strings.Fields(f.Description)
	from := l.random.IntN(len(words))
	for i := range words {
		k := (from + i) % len(words)
		if k == 0 {
			continue
		}
		a, b := words[k-1], words[k]
		if isWord(a) && isWord(b) {
			return `"` + strings.ToLower(a+" "+b) + `"`
		}
	}
	return ""
}

// isWord holds for content words without a comma or full stop.
func isWord(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) < 0 && !empty(strings.ToLower(s))
}

// snowball holds the stop words of Snowball's Dutch list that dutch keeps: a
// question made of them alone finds nothing with analyzer nl.
var snowball = " niet geen iets al veel doen zonder kan kunnen alles onder ja hier werd altijd doch wezen zelf tegen wil niets iemand andere "

// empty holds for words that one of the two sides leaves out.
func empty(word string) bool {
	return dutch.Default().Word(word).Stop || dutch.Default().Question(word) || strings.Contains(snowball, " "+word+" ")
}

// Filtered returns a question with chosen values: of 1 to 3 facets, one to
// three values of each, of which the first comes from one fiche, so that mostly
// something is found. Every second question has a word of that fiche too.
func (l *Log) Filtered() index.Query {
	f := l.fiche()
	q := index.Query{Filters: map[index.Facet][]string{}}
	if l.random.IntN(2) == 0 {
		words := l.content(&f)
		q.Text = words[l.random.IntN(len(words))]
	}
	other := l.fiche()
	values := func(facet index.Facet, own, more []string) {
		chosen := []string{own[l.random.IntN(len(own))]}
		for _, v := range more[:l.random.IntN(min(len(more), 2)+1)] {
			if v != chosen[0] {
				chosen = append(chosen, v)
			}
		}
		q.Filters[facet] = chosen
	}
	facets := 1 + l.random.IntN(7) // of the three bits at least one is set
	if facets&1 > 0 {
		values(index.Municipality, f.MunicipalityNames(), other.MunicipalityNames())
	}
	if facets&2 > 0 {
		values(index.Category, f.Categories, other.Categories)
	}
	if facets&4 > 0 {
		values(index.Domain, f.Domains, other.Domains)
	}
	return q
}

package relevance

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/places"
)

// Distractors returns n fiches that look like real ones but are about other
// things than the shipped fiches (sport, waste, traffic …), so that a test of
// ranking has more to get wrong. Each says that it is fictional. They share
// words with the shipped fiches in passing (gemeente, inwoners, vrijwilligers,
// buurt, aanbod) and are never the right answer to a judged query.
//
// The result depends on n alone, and Distractors(n) begins with
// Distractors(m) for m < n. IDs are distractor-0001 and up; titles are all
// different. It returns nil for n < 1.
func Distractors(n int) []corpus.Fiche {
	g := distractor{
		rnd:  rand.New(rand.NewPCG(2026, 30)),
		used: make(map[string]bool),
	}
	var out []corpus.Fiche
	for i := 1; i <= n; i++ {
		out = append(out, g.fiche(i))
	}
	return out
}

// A distractor makes one fiche after the other.
type distractor struct {
	rnd  *rand.Rand
	used map[string]bool // titles
}

func (g *distractor) fiche(i int) corpus.Fiche {
	t := &themes[(i-1)%len(themes)]
	name := g.one(names)
	say := strings.NewReplacer("{naam}", name)
	f := corpus.Fiche{
		ID:             fmt.Sprintf("distractor-%04d", i),
		Title:          g.title(t, name, i),
		Summary:        fmt.Sprintf("Fictieve praktijk %d, die nergens bestaat. %s", i, say.Replace(g.one(t.about))),
		Categories:     []string{t.category},
		Domains:        g.some(t.domains, 1, 2),
		TargetGroups:   g.some(t.groups, 0, 2),
		Goals:          g.some(t.goals, 2, 4),
		SuccessFactors: g.some(t.helps, 1, 3),
		Challenges:     g.some(t.hinders, 1, 2),
		Description: strings.Join(g.some(t.how, 2, 3), " ") + "\n\n" +
			say.Replace(strings.Join(g.some(passing, 1, 3), " ")),
	}
	for _, town := range g.some(towns, 0, 3) {
		f.Practices = append(f.Practices, g.practice(t, town))
	}
	return f
}

// title puts a subject before the name of the practice, with the number when
// that title exists already.
func (g *distractor) title(t *theme, name string, i int) string {
	title := g.one(t.subjects) + " " + name
	if g.used[title] {
		title = fmt.Sprintf("%s %d", title, i)
	}
	g.used[title] = true
	return title
}

func (g *distractor) practice(t *theme, town string) corpus.LocalPractice {
	p := corpus.LocalPractice{AsWritten: town}
	if m, ok := places.ByName(town); ok {
		p.Municipalities = []places.Place{m}
	}
	if g.rnd.IntN(4) > 0 { // a place without an example is common
		p.Examples = []corpus.Example{{Name: g.one(names), Text: g.one(t.examples)}}
	}
	return p
}

func (g *distractor) one(from []string) string {
	return from[g.rnd.IntN(len(from))]
}

// some takes between low and high different values, in their order; nil for
// none.
func (g *distractor) some(from []string, low, high int) []string {
	n := min(low+g.rnd.IntN(high-low+1), len(from))
	chosen := make(map[int]bool, n)
	for _, i := range g.rnd.Perm(len(from))[:n] {
		chosen[i] = true
	}
	var out []string
	for i, s := range from {
		if chosen[i] {
			out = append(out, s)
		}
	}
	return out
}

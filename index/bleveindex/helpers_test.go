package bleveindex

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/places"
	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch"
	"praktijkzoeker/index/dutch/synonyms"
)

// openWith returns an index in memory with these fiches, closed with the test.
func openWith(t testing.TB, options Options, fs ...corpus.Fiche) *Index {
	t.Helper()
	return openIn(t, "", options, fs...)
}

// openIn is openWith in a folder.
func openIn(t testing.TB, dir string, options Options, fs ...corpus.Fiche) *Index {
	t.Helper()
	x, err := Open(dir, options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	replaceWith(t, x, fs...)
	return x
}

func replaceWith(t testing.TB, x *Index, fs ...corpus.Fiche) {
	t.Helper()
	if err := x.Replace(t.Context(), sequence(fs)); err != nil {
		t.Fatal(err)
	}
}

func searchFor(t testing.TB, x *Index, q index.Query) *index.Results {
	t.Helper()
	res, err := x.Search(t.Context(), q)
	if err != nil {
		t.Fatalf("Search(%+v): %v", q, err)
	}
	return res
}

// found returns the IDs of the hits for a text, in order.
func found(t testing.TB, x *Index, text string) []string {
	t.Helper()
	ids := []string{}
	for _, h := range searchFor(t, x, index.Query{Text: text, Limit: index.MaxLimit}).Hits {
		ids = append(ids, h.Fiche.ID)
	}
	return ids
}

// viewFor returns the current view of x, held until the test ends.
func viewFor(t testing.TB, x *Index) *view {
	t.Helper()
	v, done, err := x.acquire(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(done)
	return v
}

// hotTermsOf returns the hot terms of a segment that are in memory.
func hotTermsOf(s *viewSegment) map[string]*hotTerm {
	if terms := s.hot.terms.Load(); terms != nil {
		return *terms
	}
	return nil
}

// shippedFiches returns the fiches that come with the program.
func shippedFiches(t testing.TB) []corpus.Fiche {
	t.Helper()
	loaded, err := corpus.Load(corpus.Shipped())
	if err != nil {
		t.Fatal(err)
	}
	return loaded.Fiches
}

// planOf reads a text with nothing known of any fiche: nothing is corrected.
func planOf(text string) *plan {
	return newPlan(wordKnowledge{dutch: dutch.Default(), synonyms: synonyms.Shipped()}, &index.Query{Text: text})
}

// planIn reads a text as a search of x does.
func planIn(t testing.TB, x *Index, text string) *plan {
	t.Helper()
	s := newSearcher(viewFor(t, x), x.options.Analyzer)
	return newPlan(x.knowledge(s), &index.Query{Text: text})
}

// typed returns the words of the clauses of a plan, those of places with an @.
func (p *plan) typed() []string {
	words := []string{}
	for _, c := range p.clauses {
		if c.place {
			words = append(words, "@"+c.typed)
		} else {
			words = append(words, c.typed)
		}
	}
	return words
}

// in returns a local practice in municipalities with these official names.
func in(names ...string) corpus.LocalPractice {
	p := corpus.LocalPractice{AsWritten: strings.Join(names, ", ")}
	for _, name := range names {
		m, ok := places.ByName(name)
		if !ok {
			panic(name + " is no municipality")
		}
		p.Municipalities = append(p.Municipalities, m)
	}
	return p
}

// manyFiches returns n different fiches of about a page of words that are
// distributed as words of a language are: a few in nearly all of them, many in
// a few.
func manyFiches(n int) []corpus.Fiche {
	r := rand.New(rand.NewPCG(5, 5))
	common := slices.Concat(oracleWords, strings.Fields("aanbod buurt dienst gesprek taal school sport opvang werk huis cultuur zorg jongeren ouders partner"))
	word := func() string {
		if r.IntN(3) > 0 {
			return common[int(float64(len(common))*r.Float64()*r.Float64())]
		}
		return fmt.Sprintf("begrip%d", int(3000*r.Float64()*r.Float64()*r.Float64()))
	}
	text := func(words int) string {
		ws := make([]string, words)
		for i := range ws {
			ws[i] = word()
		}
		return strings.Join(ws, " ")
	}
	towns := places.All()
	fs := make([]corpus.Fiche, n)
	for i := range fs {
		f := corpus.Fiche{
			ID: fmt.Sprintf("fiche-%05d", i), Title: fmt.Sprintf("%s %d", text(3), i), Summary: text(20), Description: text(80),
			Categories: []string{fmt.Sprintf("soort %d", r.IntN(6))}, Domains: []string{fmt.Sprintf("domein %d", r.IntN(12)), fmt.Sprintf("domein %d", 12+r.IntN(3))},
		}
		for range r.IntN(3) {
			f.Practices = append(f.Practices, in(towns[r.IntN(len(towns))].Name))
		}
		fs[i] = f
	}
	return fs
}

func suggestionsFor(t testing.TB, x *Index, text string) []index.Suggestion {
	t.Helper()
	list, err := x.Suggest(t.Context(), text, 20)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// someFiche returns a fiche with a title of no meaning and this text.
func someFiche(id, text string) corpus.Fiche {
	return corpus.Fiche{ID: id, Title: "Fiche " + id, Description: text}
}

// payloadIn returns the payload of a term in the fiche that a has read; 0: it has
// no such term.
func payloadIn(a *analyst, term string) uint64 {
	for _, p := range a.postings() {
		if p.term.term == term {
			return p.payload
		}
	}
	return 0
}

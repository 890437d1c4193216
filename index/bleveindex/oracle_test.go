package bleveindex

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2"
	whole "github.com/blevesearch/bleve/v2/analysis/analyzer/keyword"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/search/query"
	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/places"
	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch/synonyms"
)

// The oracle is stock Bleve over the very terms that the engine indexes. It
// knows nothing of our postings, tables and views, so totals and counts that
// agree are right.
type oracle struct{ ix bleve.Index }

func newOracle(t *testing.T, fs []corpus.Fiche) *oracle {
	t.Helper()
	im := bleve.NewIndexMapping()
	im.DefaultAnalyzer = whole.Name
	ix, err := bleve.NewUsing("", im, scorch.Name, scorch.Name, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	a := newAnalyst(defaultAnalyzer())
	b := ix.NewBatch()
	for i := range fs {
		a.read(&fs[i], 1)
		var terms []string
		for form, e := range a.forms {
			if e.fiche == a.fiche {
				terms = append(terms, "form "+form)
			}
		}
		for _, e := range a.met {
			terms = append(terms, "stem "+e.term)
		}
		doc := map[string]any{"terms": terms}
		for _, f := range index.Facets {
			doc[string(f)] = facetValues(&fs[i], f)
		}
		if err := b.Index(fs[i].ID, doc); err != nil {
			t.Fatal(err)
		}
	}
	if err := ix.Batch(b); err != nil {
		t.Fatal(err)
	}
	return &oracle{ix}
}

func termQuery(field, term string) query.Query {
	q := bleve.NewTermQuery(term)
	q.SetField(field)
	return q
}

// words translates the clauses of a plan.
func (o *oracle) words(p *plan) []query.Query {
	var all []query.Query
	for _, c := range p.clauses {
		var any []query.Query
		for _, v := range c.variants {
			var parts []query.Query
			for _, term := range v.terms {
				parts = append(parts, termQuery("terms", "stem "+term))
			}
			if v.form != "" {
				parts = []query.Query{termQuery("terms", "form "+v.form)}
			}
			any = append(any, bleve.NewConjunctionQuery(parts...))
		}
		all = append(all, bleve.NewDisjunctionQuery(any...))
	}
	return all
}

// count returns the total and, per facet, the counts that ignore its filter.
func (o *oracle) count(t *testing.T, p *plan, filters map[index.Facet][]string) (int, map[index.Facet]map[string]int) {
	t.Helper()
	run := func(skip index.Facet) *bleve.SearchResult {
		parts := append([]query.Query{bleve.NewMatchAllQuery()}, o.words(p)...)
		for f, values := range filters {
			if f == skip || len(values) == 0 {
				continue
			}
			var any []query.Query
			for _, v := range values {
				any = append(any, termQuery(string(f), v))
			}
			parts = append(parts, bleve.NewDisjunctionQuery(any...))
		}
		req := bleve.NewSearchRequestOptions(bleve.NewConjunctionQuery(parts...), 0, 0, false)
		for _, f := range index.Facets {
			req.AddFacet(string(f), bleve.NewFacetRequest(string(f), 1000))
		}
		res, err := o.ix.Search(req)
		if err != nil {
			t.Fatal(err)
		}
		return res
	}
	counts := map[index.Facet]map[string]int{}
	for _, f := range index.Facets {
		counts[f] = map[string]int{}
		for _, term := range run(f).Facets[string(f)].Terms.Terms() {
			counts[f][term.Term] = term.Count
		}
		for _, v := range filters[f] {
			counts[f][v] += 0
		}
	}
	return int(run("").Total), counts
}

var (
	oracleWords = strings.Fields("taalbeleid taal beleid vrijwilliger vrijwilligers buddy buddywerking kind kinderen gezin gemeente overleg de en hoe Élan samen")
	oracleTowns = []places.Place{{NIS: "41002", Name: "Aalst"}, {NIS: "44021", Name: "Gent"}, {NIS: "23086", Name: "Ternat"}}
)

func randomFiche(r *rand.Rand, id int) corpus.Fiche {
	text := func(n int) string {
		var w []string
		for range n {
			w = append(w, oracleWords[r.IntN(len(oracleWords))])
		}
		return strings.Join(w, " ")
	}
	values := func(n int, name string) []string {
		var vs []string
		for i := range n {
			if r.IntN(3) == 0 {
				vs = append(vs, fmt.Sprintf("%s %d", name, i))
			}
		}
		return vs
	}
	f := corpus.Fiche{
		ID: fmt.Sprintf("f%d", id), Title: text(1 + r.IntN(3)), Summary: text(r.IntN(5)), Description: text(r.IntN(12)),
		Categories: values(3, "soort"), Domains: values(5, "domein"), TargetGroups: values(4, "groep"),
	}
	for _, p := range oracleTowns {
		if r.IntN(3) == 0 {
			f.Practices = append(f.Practices, corpus.LocalPractice{AsWritten: p.Name, Municipalities: []places.Place{p}})
		}
	}
	return f
}

func randomQuery(r *rand.Rand) index.Query {
	q := index.Query{Filters: map[index.Facet][]string{}, Limit: 1000}
	var words []string
	for range r.IntN(4) {
		words = append(words, oracleWords[r.IntN(len(oracleWords))])
	}
	q.Text = strings.Join(words, " ")
	for f, name := range map[index.Facet]string{index.Category: "soort", index.Domain: "domein", index.TargetGroup: "groep"} {
		for i := range r.IntN(3) {
			q.Filters[f] = append(q.Filters[f], fmt.Sprintf("%s %d", name, (i+r.IntN(6))%6))
		}
		slices.Sort(q.Filters[f])
		q.Filters[f] = slices.Compact(q.Filters[f])
	}
	if r.IntN(3) == 0 {
		q.Filters[index.Municipality] = []string{oracleTowns[r.IntN(3)].Name}
	}
	return q
}

// TestAgainstOracle compares totals and facet counts over random fiches that
// come, change and go, in several segments.
func TestAgainstOracle(t *testing.T) {
	for seed := range uint64(6) {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 7))
			dir := ""
			if seed%2 == 1 {
				dir = t.TempDir()
			}
			x, err := Open(dir, Options{HotFiches: 1 + int(seed%3)*7})
			if err != nil {
				t.Fatal(err)
			}
			defer x.Close()
			contents := map[int]corpus.Fiche{}
			for range 5 {
				for range 20 {
					switch id := r.IntN(60); {
					case r.IntN(4) == 0:
						delete(contents, id)
					default:
						contents[id] = randomFiche(r, id)
					}
				}
				var fs []corpus.Fiche
				for _, f := range contents {
					fs = append(fs, f)
				}
				if err := x.Replace(t.Context(), sequence(fs)); err != nil {
					t.Fatal(err)
				}
				o := newOracle(t, fs)
				for range 25 {
					compareWithOracle(t, x, o, randomQuery(r))
				}
			}
		})
	}
}

func compareWithOracle(t *testing.T, x *Index, o *oracle, q index.Query) {
	t.Helper()
	p := newPlan(wordKnowledge{dutch: defaultAnalyzer(), synonyms: synonyms.Shipped()}, &q)
	if len(p.clauses) > 1 { // where no fiche has all words, others are hits
		if all, _ := o.count(t, p, nil); all == 0 || p.loose && all < fewHits {
			return
		}
	}
	wantTotal, wantCounts := o.count(t, p, q.Filters)
	res, err := x.Search(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	if res.Total != wantTotal || len(res.Hits) != wantTotal {
		t.Errorf("%q %v: total %d with %d hits, stock Bleve finds %d", q.Text, q.Filters, res.Total, len(res.Hits), wantTotal)
	}
	for _, f := range index.Facets {
		got := map[string]int{}
		for _, c := range res.Facets[f] {
			got[c.Value] = c.N
		}
		if diff := cmp.Diff(wantCounts[f], got); diff != "" {
			t.Errorf("%q %v: %s (-stock Bleve +ours):\n%s", q.Text, q.Filters, f, diff)
		}
	}
}

func sequence(fs []corpus.Fiche) iter.Seq2[corpus.Fiche, error] {
	return func(yield func(corpus.Fiche, error) bool) {
		for _, f := range fs {
			if !yield(f, nil) {
				return
			}
		}
	}
}

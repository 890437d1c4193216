package bleveindex

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

const neverHot = math.MaxInt

// questions returns queries over the words of manyFiches that take every way
// through the engine.
func questions(r *rand.Rand, n int) []index.Query {
	words := append(strings.Fields("begrip1 begrip7 begrip40 begrip250 taalbeleiden zorg partner onbekend buurtwerk schoolouders"), oracleWords...)
	qs := make([]index.Query, n)
	for i := range qs {
		q := randomQuery(r)
		var ws []string
		for range r.IntN(5) {
			w := words[r.IntN(len(words))]
			switch r.IntN(9) {
			case 0:
				w = "-" + w
			case 1:
				w = `"` + w + " " + words[r.IntN(len(words))] + `"`
			}
			ws = append(ws, w)
		}
		q.Text = strings.Join(ws, " ")
		q.Filters = map[index.Facet][]string{}
		switch r.IntN(4) {
		case 0:
			q.Filters[index.Category] = []string{fmt.Sprintf("soort %d", r.IntN(7))}
		case 1:
			q.Filters[index.Domain] = []string{fmt.Sprintf("domein %d", r.IntN(6)), "domein 13"}
		}
		q.Sort = []index.Sort{index.Relevance, index.Relevance, index.Title, index.Updated}[r.IntN(4)]
		q.Prefix, q.Any, q.Bare = r.IntN(5) == 0, r.IntN(7) == 0, r.IntN(2) == 0
		q.Offset, q.Limit = r.IntN(3)*5, r.IntN(40)
		qs[i] = q
	}
	return qs
}

// compareAnswers asks both the same and returns how many questions found
// something.
func compareAnswers(t *testing.T, a, b *Index, qs []index.Query, what string) int {
	t.Helper()
	answered := 0
	for _, q := range qs {
		want, got := searchFor(t, a, q), searchFor(t, b, q)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%+v: %s:\n%s", q, what, diff)
		}
		if want.Total > 0 {
			answered++
		}
	}
	return answered
}

func TestHotIsFasterNotDifferent(t *testing.T) {
	fs := manyFiches(600)
	hot, cold := openWith(t, Options{HotFiches: 1}, fs...), openWith(t, Options{HotFiches: neverHot}, fs...)
	sparse, dense := 0, 0
	for _, h := range hotTermsOf(&viewFor(t, hot).segments[0]) {
		if h.dense != nil {
			dense++
		} else {
			sparse++
		}
	}
	if sparse < 100 || dense < 10 {
		t.Fatalf("%d sparse and %d dense terms: the test says nothing", sparse, dense)
	}
	if n := len(hotTermsOf(&viewFor(t, cold).segments[0])); n != 0 {
		t.Fatalf("%d hot terms in the cold index", n)
	}
	if n := compareAnswers(t, cold, hot, questions(rand.New(rand.NewPCG(3, 1)), 250), "(-cold +hot)"); n < 120 {
		t.Errorf("only %d questions were answered", n)
	}
}

// Both keep giving the same when documents change and go; what is gone is
// nowhere, though hot terms still hold it.
func TestHotWithDeletions(t *testing.T) {
	fs := manyFiches(600)
	hot, cold := openWith(t, Options{HotFiches: 1}, fs...), openWith(t, Options{HotFiches: neverHot}, fs...)
	r := rand.New(rand.NewPCG(3, 2))
	for round := range 3 {
		gone := map[string]bool{}
		fs = slices.DeleteFunc(fs, func(f corpus.Fiche) bool {
			gone[f.ID] = r.IntN(8) == 0
			return gone[f.ID]
		})
		for i := range fs {
			if r.IntN(15) == 0 {
				fs[i].Description = strings.ToUpper(fs[i].Summary)
			}
		}
		replaceWith(t, hot, fs...)
		replaceWith(t, cold, fs...)
		if viewFor(t, hot).segments[0].deleted == nil {
			t.Fatal("nothing is deleted")
		}
		for _, q := range questions(r, 80) {
			q.Sort, q.Offset, q.Limit = index.Title, 0, len(fs)
			for _, share := range []float32{allWords, anyWord} {
				want, got := runOn(t, cold, q, share), runOn(t, hot, q, share)
				for _, id := range got.ids {
					if gone[id] {
						t.Fatalf("%+v: %s was deleted", q, id)
					}
				}
				if diff := cmp.Diff(want, got, cmp.AllowUnexported(answer{})); diff != "" {
					t.Fatalf("round %d, %+v, share %v (-cold +hot):\n%s", round, q, share, diff)
				}
			}
		}
	}
}

// An answer is what a collector made of a run.
type answer struct {
	total  int
	ids    []string
	facets map[index.Facet][]index.Count
}

// runOn runs a query with one share of its words, and no other after it.
func runOn(t *testing.T, x *Index, q index.Query, share float32) answer {
	t.Helper()
	v := viewFor(t, x)
	s := newSearcher(v, x.options.Analyzer)
	c := newCollector(v, &q)
	if err := s.run(t.Context(), newPlan(x.knowledge(s), &q), share, c); err != nil {
		t.Fatal(err)
	}
	a := answer{total: c.total, facets: facetCounts(v.values, c.counts, q.Filters)}
	for _, h := range c.hits(0) {
		seg, d := v.locate(h.global)
		a.ids = append(a.ids, seg.ids[d])
	}
	return a
}

// A hot term holds what the postings say, and its counts are those of its
// documents.
func TestHotTermsEqualTheirPostings(t *testing.T) {
	x := openWith(t, Options{HotFiches: 1}, manyFiches(450)...)
	v := viewFor(t, x)
	seg := &v.segments[0]
	r, err := newSegmentReader(seg)
	if err != nil {
		t.Fatal(err)
	}
	counted := 0
	for stem, h := range hotTermsOf(seg) {
		v := variant{weight: weightStem, exact: formBit(stem, stem)}
		hot := cursor{hot: h, scale: v.scale()}
		var want, got list
		hot.appendTo(&got, 1)
		saved := seg.hot.terms.Swap(nil) // read from the index
		err := r.read(&want, inTerms, stem, v.scale())
		seg.hot.terms.Store(saved)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want.docs, got.docs); diff != "" {
			t.Fatalf("%s (-index +hot):\n%s", stem, diff)
		}
		counts := make([]int32, len(h.counts))
		for i, d := range got.docs {
			if math.Abs(float64(want.weights[i]-got.weights[i])) > 1e-6 {
				t.Fatalf("%s in %d weighs %v, in memory %v", stem, d, want.weights[i], got.weights[i])
			}
			if h.counts != nil {
				for _, o := range seg.row(d) {
					counts[o]++
				}
			}
		}
		if h.counts != nil {
			counted++
		} else if h.n >= countedShare*seg.leastHot(1) {
			t.Errorf("%s has %d documents and no counts", stem, h.n)
			continue
		} else {
			counts = nil
		}
		if diff := cmp.Diff(counts, h.counts); diff != "" {
			t.Fatalf("counts of %s (-want +got):\n%s", stem, diff)
		}
		if h.n != got.len() || h.bytes() <= 0 {
			t.Errorf("%s: n = %d of %d, %d bytes", stem, h.n, got.len(), h.bytes())
		}
	}
	if counted < 5 {
		t.Errorf("%d terms have counts: the test says little", counted)
	}
}

// A segment may be read for a view that knows more facet values than an older one
// that is still in use: that counts with what was read as well.
func TestHotTermsReadForALaterView(t *testing.T) {
	fs := manyFiches(600)
	x := openWith(t, Options{HotFiches: 1}, fs...)
	old := viewFor(t, x)
	old.segments[0].hot.terms.Store(nil) // as if they were not read yet
	ask := func() []*index.Results {
		var all []*index.Results
		for _, text := range oracleWords {
			res, err := x.search(t.Context(), newSearcher(old, x.options.Analyzer), index.Query{Text: text, Limit: 3})
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, res)
		}
		return all
	}
	want := ask()

	fs[0].Categories = []string{"soort die niemand had"}
	replaceWith(t, x, fs...)
	if err := x.Warm(t.Context()); err != nil {
		t.Fatal(err)
	}
	later := viewFor(t, x)
	if later.segments[0].segmentTable != old.segments[0].segmentTable || len(later.values.texts) == len(old.values.texts) {
		t.Fatal("the views share no segment or no value came: the test says nothing")
	}
	if diff := cmp.Diff(want, ask()); diff != "" {
		t.Errorf("an older view (-before +after its segment was read for a later one):\n%s", diff)
	}
}

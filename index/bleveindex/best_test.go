package bleveindex

import (
	"math/rand/v2"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"praktijkzoeker/index"
)

// randomWide returns a result over a tiny view, of clauses that all of its
// documents meet.
func randomWide(r *rand.Rand, v *view) *wideResult {
	n := v.segments[0].n
	w := &wideResult{set: newBitset(n)}
	for range 1 + r.IntN(5) {
		m, _ := randomMatcher(r, n)
		w.ms, w.idf = append(w.ms, m), append(w.idf, 0.5+4*r.Float32())
	}
	w.order = bySize(nil, w.ms)
	intersect(w.set, w.ms, w.order, newBitset(n), newBitset(n))
	if r.IntN(3) == 0 {
		w.lift = 1 << 12
		for range 1 + r.IntN(3) {
			w.titled = append(w.titled, uint32(r.IntN(n)))
		}
		slices.Sort(w.titled)
		w.titled = slices.Compact(w.titled)
	}
	w.n = w.set.count()
	return w
}

// However a result is ordered, its first documents are those of scoring and
// sorting them all.
func TestWideAgainstSort(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 1))
	layered := 0
	for round := range 300 {
		v := tinyView(r, 1+r.IntN(3000))
		w := randomWide(r, v)
		for k := range w.ms {
			for i := range w.ms[k].ways {
				countHot(&w.ms[k].ways[i], v)
			}
			if w.ms[k].low() > 0 {
				layered++
			}
		}
		q := index.Query{Limit: r.IntN(30), Sort: []index.Sort{index.Relevance, index.Relevance, index.Title, index.Updated}[round%4]}
		if round%3 == 0 {
			q.Filters = map[index.Facet][]string{index.Category: {"f0-1", "f0-2"}, index.Domain: {"f1-0"}}
		}
		pruned, all := newCollector(v, &q), newCollector(v, &q)
		w.rewind()
		w.set.each(func(d uint32) { all.add(&v.segments[0], d, w.score(d)) })
		s := newSearcher(v, nil)
		if err := s.collectWide(t.Context(), 0, w, pruned); err != nil {
			t.Fatal(err)
		}
		if err := pruned.collectByTitle(t.Context()); err != nil {
			t.Fatal(err)
		}
		if pruned.total != all.total || pruned.matched != all.matched {
			t.Fatalf("round %d: %d of %d, want %d of %d", round, pruned.total, pruned.matched, all.total, all.matched)
		}
		if diff := gocmp.Diff(all.counts, pruned.counts); diff != "" {
			t.Fatalf("round %d: counts (-want +got):\n%s", round, diff)
		}
		if diff := gocmp.Diff(all.hits(0), pruned.hits(0), gocmp.AllowUnexported(hit{})); diff != "" {
			t.Fatalf("round %d, %+v: hits (-want +got):\n%s", round, q, diff)
		}
	}
	if layered < 100 {
		t.Fatalf("%d clauses in layers: the test says nothing", layered)
	}
}

// What is outside high weighs no more than low says.
func TestLayers(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 2))
	for range 100 {
		n := 300 + r.IntN(3000)
		m, weights := randomMatcher(r, n)
		high := newBitset(n)
		m.addHigh(high, newBitset(n))
		for d, w := range weights {
			if !high.has(d) && w > m.low() {
				t.Fatalf("%d weighs %v outside high, low is %v", d, w, m.low())
			}
		}
	}
}

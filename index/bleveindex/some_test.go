package bleveindex

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/index"
)

// A randomSome is a plan over random documents, with what it should find.
type randomSome struct {
	sp     *somePlan
	scores map[uint32]float32 // of the documents with enough words
	whole  map[uint32]bool    // those that lack none
}

// newRandomSome computes the scores from the definition.
func newRandomSome(r *rand.Rand, n int, share float32) *randomSome {
	p, docs := &plan{}, []map[uint32]float32{}
	var ms []matcher
	var idf []float32
	var frequency []int
	for range 1 + r.IntN(4) {
		m, weights := randomMatcher(r, n)
		for d := range weights {
			weights[d] /= 255
		}
		for i := range m.ways {
			normalise255(&m.ways[i])
		}
		if r.IntN(6) == 0 { // a word that nobody has
			m, weights = matcher{}, nil
		}
		ms, docs, idf = append(ms, m), append(docs, weights), append(idf, 0.1+5*r.Float32())
		frequency = append(frequency, len(weights))
		p.clauses = append(p.clauses, clause{place: r.IntN(4) == 0})
	}
	x := &randomSome{sp: newSomePlan(p, ms, idf, frequency, share), scores: map[uint32]float32{}, whole: map[uint32]bool{}}
	var total, core float32
	words := 0
	counts := func(k int) bool { return p.required() == 0 || !p.clauses[k].place }
	for k := range ms {
		if frequency[k] > 0 {
			if total += idf[k]; counts(k) {
				core += idf[k]
				words++
			}
		}
	}
	for d := range uint32(n) {
		var sum, mass, c float32
		met, all := 0, true
		for k := range ms {
			w, ok := docs[k][d]
			if !ok {
				all = all && frequency[k] == 0
				continue
			}
			sum += idf[k] * w
			mass += idf[k]
			if counts(k) {
				c += idf[k]
				met++
			}
		}
		if met == 0 || max(c/core, float32(met)/float32(words)) < share-rounding {
			continue
		}
		x.scores[d] = sum * mass / total
		if all {
			x.scores[d] += total
			x.whole[d] = len(x.sp.order) == len(ms)
		}
	}
	return x
}

// normalise255 makes the weights of a cursor at most 1.
func normalise255(c *cursor) {
	c.scale.any, c.scale.typed = c.scale.any/255, c.scale.typed/255
	if c.list != nil {
		for k := range c.list.weights {
			c.list.weights[k] /= 255
		}
	}
	for n := range c.parts {
		normalise255(&c.parts[n])
	}
}

func near(a, b float32) bool { return math.Abs(float64(a-b)) <= 1e-4*math.Max(1, float64(b)) }

func TestCollectSome(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 1))
	for round := range 600 {
		n := 1 + r.IntN(300)
		x := newRandomSome(r, n, []float32{anyWord, relatedShare, mostWords, 0.8}[round%4])
		var got list
		if err := x.sp.collect(t.Context(), &got, newBitset(n), newBitset(n)); err != nil {
			t.Fatal(err)
		}
		if got.len() != len(x.scores) || !slices.IsSorted(got.docs) {
			t.Fatalf("round %d: %d documents, want %d", round, got.len(), len(x.scores))
		}
		for i, d := range got.docs {
			if want, ok := x.scores[d]; !ok || !near(got.weights[i], want) {
				t.Fatalf("round %d: %d scores %v, want %v", round, d, got.weights[i], want)
			}
			if whole := got.weights[i] >= x.sp.whole(); whole != x.whole[d] {
				t.Fatalf("round %d: %d with %v of %v lacks nothing: %v, want %v", round, d, got.weights[i], x.sp.whole(), whole, x.whole[d])
			}
		}
	}
}

// Leaving out what cannot be among the best changes nothing of the best, nor of
// the total and the counts.
func TestCollectSubsets(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 2))
	for round := range 600 {
		n := 1 + r.IntN(400)
		v := tinyView(r, n)
		seg := &v.segments[0]
		if round%3 == 0 {
			seg.deleted = someDocuments(r, n, 10)
		}
		x := newRandomSome(r, n, []float32{anyWord, mostWords, 0.8}[round%3])
		for k := range x.sp.ms {
			for i := range x.sp.ms[k].ways {
				countHot(&x.sp.ms[k].ways[i], v)
			}
		}
		q := index.Query{Limit: r.IntN(20)}
		if round%4 == 0 {
			q.Filters = map[index.Facet][]string{index.Category: {"f0-1"}, index.Domain: {"f1-0", "f1-3"}}
		}
		pruned, all := newCollector(v, &q), newCollector(v, &q)
		pruned.whole, all.whole = x.sp.whole(), x.sp.whole()
		s := newSearcher(v, nil)
		if err := s.collectSubsets(t.Context(), 0, &plan{}, x.sp, pruned); err != nil {
			t.Fatal(err)
		}
		var hits list
		if err := x.sp.collect(t.Context(), &hits, newBitset(n), newBitset(n)); err != nil {
			t.Fatal(err)
		}
		hits.keep(func(k int) bool { return !seg.deleted.has(hits.docs[k]) })
		if err := newSearcher(v, nil).collectList(t.Context(), 0, &hits, all); err != nil {
			t.Fatal(err)
		}
		if pruned.total != all.total || pruned.matched != all.matched {
			t.Fatalf("round %d: total %d, want %d", round, pruned.total, all.total)
		}
		if diff := cmp.Diff(all.counts, pruned.counts); diff != "" {
			t.Fatalf("round %d: counts (-want +got):\n%s", round, diff)
		}
		if diff := cmp.Diff(all.hits(0), pruned.hits(0), cmp.AllowUnexported(hit{})); diff != "" {
			t.Fatalf("round %d: hits (-want +got):\n%s", round, diff)
		}
	}
}

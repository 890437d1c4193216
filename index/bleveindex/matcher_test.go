package bleveindex

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// randomMatcher returns a matcher of one to three ways of any kind, and the
// weight of each document that meets it.
func randomMatcher(r *rand.Rand, n int) (matcher, map[uint32]float32) {
	var m matcher
	best := map[uint32]float32{}
	for range 1 + r.IntN(3) {
		docs := map[uint32]float32{}
		for range 1 + r.IntN(2*n/(1+r.IntN(20))+1) {
			docs[uint32(r.IntN(n))] = float32(1 + r.IntN(255))
		}
		for d, w := range docs {
			best[d] = max(best[d], w)
		}
		m.ways = append(m.ways, cursorsOf(n, docs)[r.IntN(4)])
	}
	return m, best
}

func TestMatcher(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 3))
	for range 200 {
		n := 1 + r.IntN(200)
		m, want := randomMatcher(r, n)
		if m.size() < len(want) {
			t.Fatalf("size %d of %d documents", m.size(), len(want))
		}
		set := newBitset(n)
		m.addTo(set, newBitset(n))
		if set.count() != len(want) {
			t.Fatalf("adds %d documents, want %d", set.count(), len(want))
		}
		for range 2 {
			m.rewind()
			for d := uint32(0); d < uint32(n); d += 1 + uint32(r.IntN(5)) {
				if got := m.weight(d); got != want[d] || got > m.most() || set.has(d) != (got > 0) {
					t.Fatalf("%d weighs %v of %v at most, want %v; in the set: %v", d, got, m.most(), want[d], set.has(d))
				}
			}
		}
	}
}

func TestMatchAll(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 2))
	for round := range 400 {
		n := 1 + r.IntN(300)
		ms, idf := make([]matcher, 1+r.IntN(4)), []float32{1, 2, 0.5, 3}
		want := map[uint32]float32{}
		for k := range ms {
			var m map[uint32]float32
			ms[k], m = randomMatcher(r, n)
			for d := range uint32(n) {
				w, ok := m[d]
				sum, sofar := want[d]
				switch {
				case ok && (k == 0 || sofar):
					want[d] = sum + idf[k]*w
				default:
					delete(want, d)
				}
			}
		}
		got, set := &list{docs: []uint32{7}, weights: []float32{7}}, newBitset(n)
		intersect(set, ms, bySize(nil, ms), newBitset(n), newBitset(n))
		driven(got, ms, bySize(nil, ms), idf, newBitset(n), newBitset(n))
		if set.count() != len(want) {
			t.Fatalf("round %d: %d in the intersection, want %d", round, set.count(), len(want))
		}
		if got.len() != len(want) || !slices.IsSorted(got.docs) {
			t.Fatalf("round %d: %d documents, want %d: %v", round, got.len(), len(want), got.docs)
		}
		for i, d := range got.docs {
			if w, ok := want[d]; !ok || math.Abs(float64(w-got.weights[i])) > 1e-3*float64(w) {
				t.Fatalf("round %d: %d weighs %v, want %v", round, d, got.weights[i], w)
			}
		}
	}
}

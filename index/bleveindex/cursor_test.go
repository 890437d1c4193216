package bleveindex

import (
	"math"
	"math/rand/v2"
	"testing"
)

// cursorsOf returns the same documents as a dense term, a sparse term and a
// list, all of which weigh every document alike.
func cursorsOf(n int, m map[uint32]float32) []cursor {
	l := listOf(m)
	dense := &hotTerm{n: l.len(), dense: make([]uint16, n), bits: newBitset(n)}
	sparse := &hotTerm{n: l.len(), docs: l.docs}
	for i, d := range l.docs {
		impact := uint8(l.weights[i])
		dense.dense[d] = uint16(impact) | 1<<8
		dense.bits.set(d)
		sparse.impacts = append(sparse.impacts, impact)
		sparse.forms = append(sparse.forms, 1)
	}
	return []cursor{
		{hot: dense, scale: scale{any: 99, typed: 1, exact: 1}},
		{hot: sparse, scale: scale{any: 99, typed: 1, exact: 1}},
		{list: l},
	}
}

func TestCursorsAgree(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 1))
	const n = 300
	for range 50 {
		m := map[uint32]float32{}
		for range 1 + r.IntN(n) {
			m[uint32(r.IntN(n))] = float32(1 + r.IntN(255))
		}
		for kind, c := range cursorsOf(n, m) {
			if c.len() != len(m) {
				t.Fatalf("kind %d: %d documents, want %d", kind, c.len(), len(m))
			}
			var l list
			c.appendTo(&l, 2)
			doubled := map[uint32]float32{}
			for d, w := range m {
				doubled[d] = 2 * w
			}
			l.equal(t, doubled)
			for d := uint32(0); d < n; d += 1 + uint32(r.IntN(9)) {
				if got := c.weight(d); got != m[d] {
					t.Fatalf("kind %d: weight(%d) = %v, want %v", kind, d, got, m[d])
				}
			}
		}
	}
}

func TestIntersectAll(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 2))
	const n = 200
	for round := range 300 {
		cursors, idf := make([]cursor, 1+r.IntN(4)), []float32{1, 2, 0.5, 3}
		want := map[uint32]float32{}
		for k := range cursors {
			m := map[uint32]float32{}
			for range 1 + r.IntN(2*n) {
				m[uint32(r.IntN(n))] = float32(1 + r.IntN(255))
			}
			cursors[k] = cursorsOf(n, m)[r.IntN(3)]
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
		got := &list{docs: []uint32{7}, weights: []float32{7}}
		intersectAll(got, cursors, idf, newBitset(n+100)) // the scratch fits the largest segment
		if got.len() != len(want) {
			t.Fatalf("round %d: %d documents, want %d", round, got.len(), len(want))
		}
		for i, d := range got.docs {
			if i > 0 && got.docs[i-1] >= d {
				t.Fatalf("round %d: %v does not rise", round, got.docs)
			}
			if w, ok := want[d]; !ok || math.Abs(float64(w-got.weights[i])) > 1e-3*float64(w) {
				t.Fatalf("round %d: %d weighs %v, want %v", round, d, got.weights[i], w)
			}
		}
	}
}

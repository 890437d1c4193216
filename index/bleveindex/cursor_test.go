package bleveindex

import (
	"math/rand/v2"
	"testing"
)

// cursorsOf returns the same documents as a dense term, a sparse term, a list,
// and as what these and a heavier term of every document have together; all of
// which weigh every document alike.
func cursorsOf(n int, m map[uint32]float32) []cursor {
	l := listOf(m)
	dense := &hotTerm{n: l.len(), dense: make([]uint16, n), bits: newBitset(n)}
	sparse := &hotTerm{n: l.len(), docs: l.docs}
	for i, d := range l.docs {
		impact := uint8(l.weights[i])
		dense.top, sparse.top = max(dense.top, impact), max(sparse.top, impact)
		dense.dense[d] = uint16(impact) | 1<<8
		dense.bits.set(d)
		sparse.impacts = append(sparse.impacts, impact)
		sparse.forms = append(sparse.forms, 1)
	}
	every := &hotTerm{n: n, dense: make([]uint16, n), bits: newBitset(n), top: 255}
	for d := range uint32(n) {
		every.dense[d] = 255 | 1<<8
		every.bits.set(d)
	}
	for _, h := range []*hotTerm{dense, sparse, every} {
		h.layer()
	}
	same, heavy := scale{any: 1, typed: 1}, scale{any: 3, typed: 3}
	cs := []cursor{{hot: dense, scale: same}, {hot: sparse, scale: same}, {list: l}}
	together := []cursor{cs[l.len()%3], {hot: every, scale: heavy}}
	return append(cs, cursor{parts: together})
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
			if c.len() != len(m) || c.live(nil) != len(m) {
				t.Fatalf("kind %d: %d documents, %d live, want %d", kind, c.len(), c.live(nil), len(m))
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

package bleveindex

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// randomList returns a list of up to n documents, with the same as a map.
func randomList(r *rand.Rand, n int) (*list, map[uint32]float32) {
	m := map[uint32]float32{}
	for range r.IntN(n + 1) {
		m[uint32(r.IntN(2*n))] = float32(1+r.IntN(9)) / 10
	}
	return listOf(m), m
}

func listOf(m map[uint32]float32) *list {
	l := &list{}
	for _, d := range slices.Sorted(maps.Keys(m)) {
		l.docs, l.weights = append(l.docs, d), append(l.weights, m[d])
	}
	return l
}

func (l *list) equal(t *testing.T, want map[uint32]float32) {
	t.Helper()
	w := listOf(want)
	if diff := cmp.Diff(w.docs, l.docs); diff != "" && l.len()+w.len() > 0 {
		t.Errorf("documents (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(w.weights, l.weights); diff != "" && l.len()+w.len() > 0 {
		t.Errorf("weights (-want +got):\n%s", diff)
	}
}

func TestSeek(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		l, _ := randomList(r, 1+r.IntN(200))
		from := r.IntN(l.len() + 2)
		d := uint32(r.IntN(420))
		want := from
		for want < l.len() && l.docs[want] < d {
			want++
		}
		if got := seek(l.docs, from, d); got != want {
			t.Fatalf("seek(%v, %d, %d) = %d, want %d", l.docs, from, d, got, want)
		}
	}
}

func TestSortUnique(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 5))
	for range 300 {
		l, want := &list{}, map[uint32]float32{}
		for range r.IntN(60) {
			d, w := uint32(r.IntN(30)), float32(1+r.IntN(9))/10
			l.docs, l.weights = append(l.docs, d), append(l.weights, w)
			want[d] = max(want[d], w)
		}
		l.sortUnique()
		l.equal(t, want)
	}
}

func TestKeep(t *testing.T) {
	l := listOf(map[uint32]float32{1: .1, 2: .2, 5: .5, 9: .9})
	l.keep(func(i int) bool { return i != 1 && l.docs[i] != 9 })
	l.equal(t, map[uint32]float32{1: .1, 5: .5})
	l.keep(func(int) bool { return false })
	l.equal(t, nil)
}

func TestBitset(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 6))
	for _, n := range []int{0, 1, 63, 64, 65, 500} {
		b, want := newBitset(n), map[uint32]bool{}
		for i := 0; i < n/2; i++ {
			d := uint32(r.IntN(n))
			b.set(d)
			want[d] = true
		}
		if n > 0 { // the edges of words
			b.set(uint32(n - 1))
			want[uint32(n-1)] = true
		}
		var got []uint32
		b.each(func(d uint32) { got = append(got, d) })
		if diff := cmp.Diff(slices.Sorted(maps.Keys(want)), got); diff != "" {
			t.Errorf("%d: each (-want +got):\n%s", n, diff)
		}
		if b.count() != len(want) {
			t.Errorf("%d: count %d, want %d", n, b.count(), len(want))
		}
		for d := range uint32(n) {
			if b.has(d) != want[d] {
				t.Errorf("%d: has(%d) = %v", n, d, b.has(d))
			}
		}
	}
	var none bitset
	if none.has(1000) || none.count() != 0 {
		t.Error("a nil bitset is not empty")
	}
	none.each(func(d uint32) { t.Errorf("a nil bitset holds %d", d) })
}

package bleveindex

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestDocSet(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 1))
	lists, sets := 0, 0
	for range 200 {
		n := 20 + r.IntN(500)
		members := someDocuments(r, n, 1+r.IntN(80))
		members.set(uint32(r.IntN(n)))
		var docs []uint32
		members.each(func(d uint32) { docs = append(docs, d) })
		s := newDocSet(docs, n)
		if s.bits == nil {
			lists++
		} else {
			sets++
		}
		var got []uint32
		s.each(func(d uint32) { got = append(got, d) })
		if !slices.Equal(docs, got) || s.n != len(docs) {
			t.Fatalf("holds %v, want %v", got, docs)
		}
		other, common := someDocuments(r, n, 3), 0
		for _, d := range docs {
			if other.has(d) {
				common++
			}
		}
		both := 0
		s.eachIn(other, func(d uint32) {
			if !members.has(d) || !other.has(d) {
				t.Fatalf("%d is not in both", d)
			}
			both++
		})
		if s.within(other) != common || both != common {
			t.Fatalf("%d in common, want %d", s.within(other), common)
		}
		union := slices.Clone(other)
		s.addTo(union)
		if union.count() != other.count()+len(docs)-common || s.bytes() <= 0 {
			t.Fatalf("%d in the union of %d and %d; %d bytes", union.count(), other.count(), len(docs), s.bytes())
		}
	}
	if lists == 0 || sets == 0 {
		t.Fatalf("%d lists and %d sets", lists, sets)
	}
}

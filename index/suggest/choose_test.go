package suggest

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

// finds makes lists of n items of each kind, the first kinds fitting better.
func finds(n ...int) (lists [len(kinds)][]key) {
	for kind, n := range n {
		for i := range n {
			lists[kind] = append(lists[kind], newKey(uint8(kind), uint32(i)))
		}
	}
	return lists
}

func TestChoose(t *testing.T) {
	tests := []struct {
		what  string
		found [len(kinds)][]key
		limit int
		want  []int // of each kind
	}{
		{"all of them, when they are few", finds(2, 1), 10, []int{2, 1, 0, 0, 0, 0, 0}},
		{"one kind fills the list alone", finds(20), 10, []int{10, 0, 0, 0, 0, 0, 0}},
		{"half of each of two", finds(20, 20), 10, []int{5, 5, 0, 0, 0, 0, 0}},
		{"the best of each kind, then the better kinds", finds(20, 20, 20), 10, []int{5, 4, 1, 0, 0, 0, 0}},
		{"more than half, when others run out", finds(20, 2), 10, []int{8, 2, 0, 0, 0, 0, 0}},
		{"a quarter of words", finds(0, 0, 0, 0, 20, 3, 20), 10, []int{0, 0, 0, 0, 5, 3, 2}},
		{"fewer places than kinds", finds(3, 3, 3, 3), 2, []int{1, 1, 0, 0, 0, 0, 0}},
		{"one place", finds(0, 3, 3), 1, []int{0, 1, 0, 0, 0, 0, 0}},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			c := choice{lists: &tt.found, weight: func(int, key) float32 { return 1 }}
			got := c.choose(tt.limit)
			if diff := gocmp.Diff(tt.want, got[:]); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A find is one entry of a list, for the definition of the choice.
type find struct {
	kind, at int
	fit      uint8
	weight   float32
}

func (a find) compare(b find) int {
	return cmp.Or(cmp.Compare(a.fit, b.fit), cmp.Compare(b.weight, a.weight), cmp.Compare(a.kind, b.kind), cmp.Compare(a.at, b.at))
}

// chosenByDefinition puts all finds in order and goes through them three times:
// the first of each kind, then no more of a kind than its share, then any.
func chosenByDefinition(all []find, limit int) []find {
	slices.SortFunc(all, find.compare)
	var chosen []find
	var taken [len(kinds)]int
	for pass := range 3 {
		var rest []find
		for _, f := range all {
			most := [...]int{1, share(kinds[f.kind], limit), limit}[pass]
			if len(chosen) < limit && taken[f.kind] < most {
				taken[f.kind]++
				chosen = append(chosen, f)
			} else {
				rest = append(rest, f)
			}
		}
		all = rest
	}
	slices.SortFunc(chosen, find.compare)
	return chosen
}

// TestChooseAgainstDefinition compares what is chosen, and its order, with the
// definition, for lists with many equals.
func TestChooseAgainstDefinition(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 4))
	for range 2000 {
		var lists [len(kinds)][]key
		var all []find
		weights := map[[2]uint32]float32{}
		for kind := range lists {
			n, fit, w := r.IntN(9)*r.IntN(2), uint8(r.IntN(2)), float32(2)
			for i := range n {
				if w -= float32(r.IntN(2)) / 4; r.IntN(4) == 0 {
					fit, w = fit+1, 2
				}
				w = max(w, 0.25)
				lists[kind] = append(lists[kind], newKey(fit, uint32(i)))
				weights[[2]uint32{uint32(kind), uint32(i)}] = w
				all = append(all, find{kind, i, fit, w})
			}
		}
		limit := 1 + r.IntN(20)
		want := chosenByDefinition(all, limit)
		c := choice{lists: &lists, weight: func(kind int, k key) float32 { return weights[[2]uint32{uint32(kind), k.item()}] }}
		counts := c.choose(limit)
		c.taken = [len(kinds)]int{}
		most := func(kind int) int { return counts[kind] }
		c.start(most)
		var got []find
		for {
			kind, ok := c.take(most)
			if !ok {
				break
			}
			at := c.taken[kind] - 1
			got = append(got, find{kind, at, lists[kind][at].fit(), weights[[2]uint32{uint32(kind), uint32(at)}]})
		}
		if diff := gocmp.Diff(want, got, gocmp.AllowUnexported(find{})); diff != "" {
			t.Fatalf("limit %d of %v:\n%s", limit, lists, diff)
		}
	}
}

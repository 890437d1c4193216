package suggest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// rare makes fiches with two frequent words that meet in few titles.
func rare(r *rand.Rand, n, meet int) []Fiche {
	fiches := make([]Fiche, n)
	for i := range fiches {
		word := []string{"samen", "wonen"}[i%2]
		if i%(n/meet) == 0 {
			word = "wonen met anderen samen"
		}
		fiches[i] = Fiche{ID: fmt.Sprint(i), Title: fmt.Sprintf("Titel %d %s %d", r.IntN(n), word, r.IntN(n))}
	}
	return fiches
}

// TestScatteredFilter compares with the definition where so many items do not
// fit that a filter is made.
func TestScatteredFilter(t *testing.T) {
	r := rand.New(rand.NewPCG(31, 2))
	l := tableOf(t, rare(r, 4000, 5)).pair[0]
	for _, text := range []string{"wonen samen", "samen wonen", "samen met wonen", "samen won titel", "sam ander"} {
		s := new(scratch)
		s.read(text)
		s.readings[0].read(l, s.typed)
		for _, limit := range []int{1, 3, 10, 50} {
			var b best
			b.reset(limit, nil)
			l.collect(&b, ofFiche, &s.readings[0], 0)
			want := brute{l}.best(text, limit)[ofFiche]
			if !slices.Equal(b.keys, want) {
				t.Errorf("%q, limit %d: %v, want %v", text, limit, b.keys, want)
			}
			if kept := l.filters.count.Load(); text == "wonen samen" && kept == 0 {
				t.Errorf("%q: no filter was kept", text)
			}
			// The memory of one call does not show in the next.
			b.reset(limit, nil)
			l.collect(&b, ofFiche, &s.readings[0], 0)
			if !slices.Equal(b.keys, want) {
				t.Errorf("%q, limit %d, again: %v, want %v", text, limit, b.keys, want)
			}
		}
	}
}

// Of two calls that make one filter at the same time the first keeps it, and it
// counts once.
func TestFiltersAreCountedOnce(t *testing.T) {
	var f filters
	of := filterOf{ofFiche, span{3, 5}}
	first := f.keep(of, bitset{1})
	if second := f.keep(of, bitset{1}); &second[0] != &first[0] {
		t.Error("one filter is kept twice")
	}
	f.keep(filterOf{ofPractice, span{3, 5}}, bitset{2})
	if n := f.count.Load(); n != 2 {
		t.Errorf("two filters count as %d", n)
	}
}

func TestFillFilter(t *testing.T) {
	r := rand.New(rand.NewPCG(31, 3))
	l := tableOf(t, rare(r, 300, 3)).pair[0]
	sp, _ := l.begins([]byte("wonen"))
	var b best
	l.fillFilter(&b, ofFiche, []span{sp})
	for i := range l.shelves[ofFiche].items {
		sh := &l.shelves[ofFiche]
		want := begun(sh.words[sh.begin[i]:sh.begin[i+1]], []span{sp}) >= 0
		if b.filter.has(uint32(i)) != want {
			t.Fatalf("item %d: %v, want %v", i, !want, want)
		}
	}
	if n, size := b.filter.count(), l.size(ofFiche, []span{sp}); n == 0 || n > size {
		t.Errorf("%d items of %d starts", n, size)
	}
}

func TestBegun(t *testing.T) {
	words := []uint32{7, 3, 9, 3, 0}
	tests := []struct {
		what  string
		spans []span
		want  int
	}{
		{"one word", []span{{3, 4}}, 1},
		{"the first number", []span{{0, 1}}, 4},
		{"a range", []span{{8, 12}}, 2},
		{"a range that ends before", []span{{8, 9}}, -1},
		{"two ranges", []span{{0, 1}, {9, 10}}, 2},
		{"two ranges without", []span{{1, 3}, {20, 30}}, -1},
		{"nothing", nil, -1},
		{"an empty range", []span{{3, 3}}, -1},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			if got := begun(words, tt.spans); got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
		})
	}
}

func BenchmarkScattered(b *testing.B) {
	r := rand.New(rand.NewPCG(31, 2))
	t := tableOf(b, rare(r, titles, 5))
	b.ReportAllocs()
	for b.Loop() {
		t.Suggest("samen wonen", 10)
	}
}

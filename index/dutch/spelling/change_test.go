package spelling_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/index/dutch/spelling"
)

func TestWith(t *testing.T) {
	v := spelling.Build(func(yield func(string, int) bool) {
		_ = yield("taal", 3) && yield("taalbad", 1) && yield("aalst", 0) && yield("gent", 2) && yield("gent", 0)
	})
	tests := map[string]struct {
		changes map[string]int
		want    string
	}{
		"nothing":                      {nil, "aalst 0, gent 2, taal 3, taalbad 1"},
		"no difference":                {map[string]int{"taal": 0, "nieuw": 0, "": 4}, "aalst 0, gent 2, taal 3, taalbad 1"},
		"more and fewer":               {map[string]int{"taal": -1, "gent": 1}, "aalst 0, gent 3, taal 2, taalbad 1"},
		"new":                          {map[string]int{"nieuw": 2}, "aalst 0, gent 2, nieuw 2, taal 3, taalbad 1"},
		"gone":                         {map[string]int{"taalbad": -1}, "aalst 0, gent 2, taal 3"},
		"a name of a place stays":      {map[string]int{"gent": -2}, "aalst 0, gent 0, taal 3, taalbad 1"},
		"a name of a place is used":    {map[string]int{"aalst": 1}, "aalst 1, gent 2, taal 3, taalbad 1"},
		"fewer than there are":         {map[string]int{"gent": -9, "taal": -9}, "aalst 0, gent 0, taalbad 1"},
		"fewer of what is not known":   {map[string]int{"nieuw": -1}, "aalst 0, gent 2, taal 3, taalbad 1"},
		"more than a count can be big": {map[string]int{"taal": 1 << 40}, "aalst 0, gent 2, taal 1073741823, taalbad 1"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			before := list(v)
			changed := v.With(tt.changes)
			if got := strings.Join(list(changed), ", "); got != tt.want {
				t.Errorf("%s\nwant %s", got, tt.want)
			}
			if n := len(list(changed)); changed.Len() != n {
				t.Errorf("Len is %d of %d words", changed.Len(), n)
			}
			if diff := cmp.Diff(before, list(v)); diff != "" {
				t.Errorf("the vocabulary itself changed:\n%s", diff)
			}
		})
	}
}

// After any changes, one by one, a vocabulary answers as one built anew.
func TestWithAgainstBuild(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	var pool []string
	for form := range large(6000) {
		pool = append(pool, form)
	}
	pinned := pool[:20]
	counts := map[string]int{}
	for _, form := range pool[:4000] {
		counts[form] = 1 + r.IntN(4)
	}
	build := func() *spelling.Vocabulary {
		return spelling.Build(func(yield func(string, int) bool) {
			for form, n := range counts {
				if !yield(form, n) {
					return
				}
			}
			for _, form := range pinned {
				if !yield(form, 0) {
					return
				}
			}
		})
	}
	v := build()
	for round := range 60 {
		changes := map[string]int{}
		for range 1 + r.IntN(60) {
			form := pool[r.IntN(len(pool))]
			if n := r.IntN(7) - 3; counts[form]+n >= 0 {
				changes[form] = n
			}
		}
		for form, n := range changes {
			if counts[form] += n; counts[form] == 0 {
				delete(counts, form)
			}
		}
		v = v.With(changes)
		if round%6 != 5 {
			continue
		}
		anew := build()
		if diff := cmp.Diff(list(anew), list(v)); diff != "" || v.Len() != anew.Len() {
			t.Fatalf("round %d, %d and %d words:\n%s", round, anew.Len(), v.Len(), diff)
		}
		for _, form := range misspelled(r, slices.Sorted(maps.Keys(changes)), 100) {
			if v.Known(form) != anew.Known(form) || v.Count(form) != anew.Count(form) {
				t.Fatalf("%s is in %d documents, want %d", form, v.Count(form), anew.Count(form))
			}
			if diff := cmp.Diff(forms(anew.Correct(form)), forms(v.Correct(form))); diff != "" {
				t.Fatalf("round %d, %s:\n%s", round, form, diff)
			}
			if diff := cmp.Diff(anew.Correct(form), v.Correct(form), cmp.Comparer(func(a, b spelling.Candidate) bool { return a == b })); diff != "" {
				t.Fatalf("round %d, %s:\n%s", round, form, diff)
			}
			a, b, ok := v.Split(form)
			if x, y, fits := anew.Split(form); a != x || b != y || ok != fits {
				t.Fatalf("%s splits in %s and %s, want %s and %s", form, a, b, x, y)
			}
		}
	}
}

// misspelled makes n words with an error or two of those given.
func misspelled(r *rand.Rand, words []string, n int) []string {
	out := make([]string, n)
	for i := range out {
		w := []byte(words[r.IntN(len(words))])
		for range 1 + r.IntN(2) {
			switch at := r.IntN(len(w)); r.IntN(4) {
			case 0:
				w = slices.Insert(w, at, byte('a'+r.IntN(26)))
			case 1:
				if len(w) > 3 {
					w = slices.Delete(w, at, at+1)
				}
			case 2:
				w[at] = byte('a' + r.IntN(26))
			case 3:
				w[at], w[max(at-1, 0)] = w[max(at-1, 0)], w[at]
			}
		}
		out[i] = string(w)
	}
	return out
}

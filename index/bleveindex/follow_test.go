package bleveindex

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

// edit changes some fiches, takes some away and adds some.
func edit(r *rand.Rand, fs []corpus.Fiche, round int) []corpus.Fiche {
	fs = slices.Clone(fs)
	for range 1 + r.IntN(4) {
		f := &fs[r.IntN(len(fs))]
		switch r.IntN(5) {
		case 0:
			f.Title = []string{"Aa eerst", "Zz laatst", f.Title + " anders", "élan", fs[r.IntN(len(fs))].Title}[r.IntN(5)]
		case 1:
			f.Summary = fmt.Sprintf("Zeldzaam%d woord en taalbeleid.", r.IntN(4))
		case 2:
			f.Categories = []string{fmt.Sprintf("soort %d", r.IntN(9))}
		case 3:
			f.Practices = []corpus.LocalPractice{in("Gent", "Aalst")}
			f.Practices[0].Examples = []corpus.Example{{Name: fmt.Sprintf("Praatcafé %d", r.IntN(3))}}
		case 4:
			f.Description = strings.ToUpper(f.Description)
		}
	}
	for range r.IntN(3) {
		i := r.IntN(len(fs))
		fs = slices.Delete(fs, i, i+1)
	}
	for i := range r.IntN(3) {
		f := fs[r.IntN(len(fs))]
		f.ID = fmt.Sprintf("nieuw-%d-%d", round, i)
		fs = append(fs, f)
	}
	r.Shuffle(len(fs), func(i, j int) { fs[i], fs[j] = fs[j], fs[i] })
	return fs
}

// sameContents compares what two indexes of the same fiches answer. The number of
// segments tells in the last bits of a score, so that hits are compared in an
// order that does not depend on it.
func sameContents(t *testing.T, want, got *Index, r *rand.Rand, fs []corpus.Fiche) {
	t.Helper()
	for _, q := range append(questions(r, 12), index.Query{Text: "taalbelied zeldzaam1"}, index.Query{Text: "vrijwiligers zeldzam2"}) {
		if q.Sort == index.Relevance {
			q.Sort = index.Title
		}
		a, b := searchFor(t, want, q), searchFor(t, got, q)
		for _, res := range []*index.Results{a, b} {
			for i := range res.Hits {
				res.Hits[i].Score = 0
			}
		}
		if diff := cmp.Diff(a, b); diff != "" {
			t.Fatalf("%+v (-anew +changed):\n%s", q, diff)
		}
	}
	for _, typed := range []string{"t", "ta", "aa", "zeld", "taal bel", "praat", "praatc gent", "soort", "gen", "elan", "zeldzam1", "partnr"} {
		if diff := cmp.Diff(suggestionsFor(t, want, typed), suggestionsFor(t, got, typed)); diff != "" {
			t.Fatalf("suggestions for %q (-anew +changed):\n%s", typed, diff)
		}
	}
	for range 3 {
		id := fs[r.IntN(len(fs))].ID
		var sets [2][]string
		for i, x := range []*Index{want, got} {
			hits, err := x.Related(t.Context(), id, index.MaxLimit)
			if err != nil {
				t.Fatal(err)
			}
			for _, h := range hits {
				sets[i] = append(sets[i], h.Fiche.ID)
			}
			slices.Sort(sets[i])
		}
		if diff := cmp.Diff(sets[0], sets[1]); diff != "" {
			t.Fatalf("related to %s (-anew +changed):\n%s", id, diff)
		}
	}
	var words [2]wordCounts
	for i, x := range []*Index{want, got} {
		words[i] = wordCounts{}
		v, done, err := x.acquire(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for form, n := range v.vocabulary.All() {
			words[i][form] = n
		}
		done()
	}
	if diff := cmp.Diff(words[0], words[1]); diff != "" {
		t.Fatalf("vocabulary (-anew +changed):\n%s", diff)
	}
}

// reopened closes x, which is in dir, and opens it again.
func reopened(t *testing.T, x *Index, dir string, options Options) *Index {
	t.Helper()
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	x, err := Open(dir, options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = x.Close() })
	return x
}

// TestFollowingEqualsBuildingAnew changes contents again and again: the views,
// each made from the one before, answer as an index that is built anew does; so
// does one that is opened again in between.
func TestFollowingEqualsBuildingAnew(t *testing.T) {
	for name, onDisk := range map[string]bool{"memory": false, "disk": true} {
		t.Run(name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(4, 7))
			dir := ""
			if onDisk {
				dir = t.TempDir()
			}
			fs := manyFiches(70)
			x := openIn(t, dir, Options{HotFiches: 5}, fs...)
			followed := 0
			for round := range 14 {
				fs = edit(r, fs, round)
				replaceWith(t, x, fs...)
				if onDisk && round%5 == 4 {
					x = reopened(t, x, dir, Options{HotFiches: 5})
				}
				v, done, err := x.acquire(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				if v.followed {
					followed++
				}
				sorted := view{segments: v.segments, live: v.live}
				if err := sorted.sortByTitle(); err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(sorted.order, v.order); diff != "" {
					t.Fatalf("round %d: order by title (-rows +view):\n%s", round, diff)
				}
				if diff := cmp.Diff(sorted.rank, v.rank); diff != "" {
					t.Fatalf("round %d: rank by title (-rows +view):\n%s", round, diff)
				}
				done()
				sameContents(t, openWith(t, Options{HotFiches: 5}, fs...), x, r, fs)
			}
			if followed < 8 {
				t.Errorf("%d of 14 views follow from the one before: the test says little", followed)
			}
		})
	}
}

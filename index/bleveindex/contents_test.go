package bleveindex

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// roundOf meets fiches, given as ID and content, and returns what each was.
func (c *contents) roundOf(fiches ...string) (met []novelty, gone []string) {
	c.begin()
	for _, f := range fiches {
		met = append(met, c.meet(f[:1], hash{f[1]}))
	}
	gone = c.gone()
	slices.Sort(gone)
	return met, gone
}

func TestContentsRounds(t *testing.T) {
	c := newContents()
	for _, step := range []struct {
		name   string
		fiches []string
		met    []novelty
		gone   []string
		fails  bool
	}{
		{"all new", []string{"a1", "b1", "c1"}, []novelty{newFiche, newFiche, newFiche}, nil, false},
		{"the same in another order", []string{"c1", "a1", "b1"}, []novelty{sameFiche, sameFiche, sameFiche}, nil, false},
		{"one of each, but it fails", []string{"a2", "d1"}, []novelty{changedFiche, newFiche}, []string{"b", "c"}, true},
		{"once more", []string{"a2", "d1", "c1"}, []novelty{changedFiche, newFiche, sameFiche}, []string{"b"}, false},
		{"known now", []string{"a2", "d1", "c1", "b1"}, []novelty{sameFiche, sameFiche, sameFiche, newFiche}, nil, false},
		{"twice, known", []string{"a2", "a2"}, []novelty{sameFiche, metBefore}, []string{"b", "c", "d"}, true},
		{"twice, changed", []string{"a3", "a2"}, []novelty{changedFiche, metBefore}, []string{"b", "c", "d"}, true},
		{"twice, new", []string{"e1", "e2"}, []novelty{newFiche, metBefore}, []string{"a", "b", "c", "d"}, true},
		{"nothing", nil, nil, []string{"a", "b", "c", "d"}, false},
		{"all new again", []string{"a2"}, []novelty{newFiche}, nil, false},
	} {
		met, gone := c.roundOf(step.fiches...)
		if diff := cmp.Diff(step.met, met); diff != "" {
			t.Fatalf("%s (-want +got):\n%s", step.name, diff)
		}
		if diff := cmp.Diff(step.gone, gone); diff != "" {
			t.Fatalf("%s: gone (-want +got):\n%s", step.name, diff)
		}
		if !step.fails {
			c.commit(gone)
		}
	}
}

// Changes that are many are not put in order one by one, and so many words are
// counted anew; what comes of it is the same.
func TestManyChangesAtOnce(t *testing.T) {
	fs := manyFiches(400)
	x := openIn(t, t.TempDir(), Options{}, fs...)
	for round, many := range []int{3, maxPlaced + 20, 5} {
		for i := range many {
			fs[i].Title = fmt.Sprintf("%d %s", (i*37+round)%many, fs[i].Title)
			fs[i].Summary = fmt.Sprintf("Nieuwwoord%d en anderwoord%d en derdewoord%d.", i+1000*round, i, 7*i)
		}
		replaceWith(t, x, fs...)
		v, done, err := x.acquire(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if !v.followed {
			t.Errorf("%d changes: the view is made anew", many)
		}
		if all := len(v.changedWords) == 0; all != (many > maxPlaced) {
			t.Errorf("%d changes: all words counted: %v, %d changed", many, all, len(v.changedWords))
		}
		sorted := view{segments: v.segments, live: v.live}
		if err := sorted.sortByTitle(); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(sorted.order, v.order); diff != "" {
			t.Errorf("%d changes: order (-rows +view):\n%s", many, diff)
		}
		done()
		if diff := cmp.Diff(storedWords(t, openWith(t, Options{}, fs...)), storedWords(t, x)); diff != "" {
			t.Fatalf("%d changes (-anew +kept):\n%s", many, diff)
		}
	}
}

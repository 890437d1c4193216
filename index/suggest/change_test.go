package suggest

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
)

// fichesOf takes what can be suggested from fiches, words of their titles as
// their terms.
func fichesOf(fiches []corpus.Fiche) []Fiche {
	out := make([]Fiche, len(fiches))
	for i := range fiches {
		out[i] = FicheOf(&fiches[i], strings.Fields(strings.ToLower(fiches[i].Title)))
	}
	return out
}

func each(fiches []Fiche) iter.Seq2[Fiche, error] {
	return func(yield func(Fiche, error) bool) {
		for _, f := range fiches {
			if !yield(f, nil) {
				return
			}
		}
	}
}

func tableOf(t testing.TB, fiches []Fiche) *Table {
	t.Helper()
	table, err := New(each(fiches), partsOf)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// TestWithAgainstNew changes fiches at random, some at a time, and compares
// every answer with that of a table built anew, whatever the order of its
// fiches.
func TestWithAgainstNew(t *testing.T) {
	for seed := range uint64(3) {
		r := rand.New(rand.NewPCG(seed, 11))
		contents, _ := generated(seed, 700)
		pool := fichesOf(contents)
		for i := range pool { // equal titles, of which the ID decides
			if r.IntN(8) == 0 {
				pool[i].Title = pool[r.IntN(20)].Title
			}
		}
		now := map[string]Fiche{}
		for _, f := range pool[:500] {
			now[f.ID] = f
		}
		sorted := func() []Fiche {
			var all []Fiche
			for _, f := range now {
				all = append(all, f)
			}
			r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
			return all
		}
		table := tableOf(t, sorted())
		bases := map[*layer]bool{}
		for round := range 40 {
			var removed []string
			var added []Fiche
			for range 1 + r.IntN(6) {
				f := pool[r.IntN(len(pool))]
				switch r.IntN(3) {
				case 0:
					removed = append(removed, f.ID)
				case 1: // new, or with other contents
					other := pool[r.IntN(len(pool))]
					other.ID = f.ID
					added = append(added, other)
				default:
					added = append(added, f)
				}
			}
			for _, id := range removed {
				delete(now, id)
			}
			for _, f := range added {
				now[f.ID] = f
			}
			before := table
			kept := before.Suggest("t", 20)
			if r.IntN(3) == 0 && before.next != nil { // else it comes when it comes
				<-before.next.there
			}
			table = table.With(removed, added)
			if diff := cmp.Diff(kept, before.Suggest("t", 20)); diff != "" {
				t.Fatalf("the table itself changed:\n%s", diff)
			}
			bases[table.pair[0]] = true
			if round%4 != 3 {
				continue
			}
			fiches := sorted()
			anew := tableOf(t, fiches)
			for i, text := range keystrokes(seed+uint64(round), contents, 150) {
				limit := 1 + i%25
				if diff := cmp.Diff(anew.Suggest(text, limit), table.Suggest(text, limit)); diff != "" {
					t.Fatalf("seed %d, round %d, %q, limit %d:\n%s", seed, round, text, limit, diff)
				}
			}
		}
		if len(bases) < 2 {
			t.Errorf("seed %d: the changes never made a new base", seed)
		}
	}
}

func TestWithSteps(t *testing.T) {
	one := Fiche{ID: "1", Title: "Taalbeleid", Categories: []string{"Taal"}, Terms: []string{"taalbeleid"}}
	two := Fiche{ID: "2", Title: "Taalbad", Municipalities: []string{"Gent", "Gent", "Mol"}, Terms: []string{"taalbeleid"},
		Practices: []Practice{{"Bad", "Mol", "Mol"}, {"Bad", "Mol", "Mol"}}}
	other := Fiche{ID: "1", Title: "Buurthuis", Categories: []string{"Taal", "Wonen"}}
	said := func(table *Table) string {
		var out []string
		for _, text := range []string{"ta", "b", "w", "m"} {
			for _, s := range table.Suggest(text, 20) {
				out = append(out, fmt.Sprintf("%s %s %d", s.ID, s.Text, s.Count))
			}
		}
		return strings.Join(out, ", ")
	}
	tests := []struct {
		what    string
		removed []string
		added   []Fiche
		left    []Fiche
	}{
		{"nothing", nil, nil, []Fiche{one, two}},
		{"removed", []string{"2"}, nil, []Fiche{one}},
		{"removed twice", []string{"2", "2"}, nil, []Fiche{one}},
		{"unknown", []string{"9"}, nil, []Fiche{one, two}},
		{"all", []string{"1", "2"}, nil, nil},
		{"replaced", nil, []Fiche{other}, []Fiche{other, two}},
		{"removed and added", []string{"1"}, []Fiche{other}, []Fiche{other, two}},
		{"the same again", []string{"1"}, []Fiche{one}, []Fiche{one, two}},
		{"added twice", nil, []Fiche{one, other}, []Fiche{other, two}},
		{"nothing to suggest", nil, []Fiche{{ID: "1", Title: "?!"}}, []Fiche{two}},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			want := said(tableOf(t, tt.left))
			table := tableOf(t, []Fiche{one, two})
			if got := said(table.With(tt.removed, tt.added)); got != want {
				t.Errorf("%s\nwant %s", got, want)
			}
			above := tableOf(t, nil).With(nil, []Fiche{one, two})
			if got := said(above.With(tt.removed, tt.added)); got != want {
				t.Errorf("above an empty base: %s\nwant %s", got, want)
			}
		})
	}
}

// A fiche that is read back from a base is the one that was given, but for
// what is never suggested.
func TestFicheReadBack(t *testing.T) {
	contents, _ := generated(2, 50)
	given := fichesOf(contents)
	l := tableOf(t, given).pair[0]
	for i := range given {
		want := given[i]
		for _, list := range []*[]string{&want.Categories, &want.Domains, &want.TargetGroups, &want.Terms} {
			var once []string
			for _, v := range *list {
				if !slices.Contains(once, v) {
					once = append(once, v)
				}
			}
			*list = once
		}
		if diff := cmp.Diff(want, l.fiche(i)); diff != "" {
			t.Fatal(diff)
		}
	}
}

// TestWithGivenTerms changes a table whose terms came counted.
func TestWithGivenTerms(t *testing.T) {
	contents, words := generated(4, 100)
	table, err := Build(all(contents), counted(words), partsOf)
	if err != nil {
		t.Fatal(err)
	}
	want, err := Build(all(contents[50:]), counted(words), partsOf)
	if err != nil {
		t.Fatal(err)
	}
	var first []string
	for _, f := range contents[:50] {
		first = append(first, f.ID)
	}
	few, many := table, table.With(first, nil)
	for _, id := range first {
		few = few.With([]string{id}, nil)
	}
	extra := make([]Fiche, 2*leastChanged)
	for i := range extra {
		extra[i].ID = fmt.Sprint("extra ", i)
	}
	for _, text := range keystrokes(4, contents, 200) {
		for _, got := range []*Table{few, many, many.With(nil, extra)} {
			if diff := cmp.Diff(want.Suggest(text, 9), got.Suggest(text, 9)); diff != "" {
				t.Fatalf("%q:\n%s", text, diff)
			}
		}
	}
}

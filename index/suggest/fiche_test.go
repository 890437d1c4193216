package suggest

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/places"
)

func TestFicheOf(t *testing.T) {
	place := func(written string, examples ...string) corpus.LocalPractice {
		p := corpus.LocalPractice{AsWritten: written, Municipalities: places.Resolve(written).Places()}
		for _, name := range examples {
			p.Examples = append(p.Examples, corpus.Example{Name: name, Text: "Elke week."})
		}
		return p
	}
	tests := []struct {
		what  string
		fiche corpus.Fiche
		want  Fiche
	}{
		{"nothing", corpus.Fiche{}, Fiche{}},
		{"labels", corpus.Fiche{ID: "a", Title: "A", Categories: []string{"c"}, Domains: []string{"d", "e"}, TargetGroups: []string{"t"}},
			Fiche{ID: "a", Title: "A", Categories: []string{"c"}, Domains: []string{"d", "e"}, TargetGroups: []string{"t"}}},
		{"a place without examples", corpus.Fiche{Practices: []corpus.LocalPractice{place("Gent")}}, Fiche{Municipalities: []string{"Gent"}}},
		{"an example in one place", corpus.Fiche{Practices: []corpus.LocalPractice{place("Gent", "Buurtsoep", "")}},
			Fiche{Municipalities: []string{"Gent"}, Practices: []Practice{{"Buurtsoep", "Gent", "Gent / Gent"}}}},
		{"an example in two places", corpus.Fiche{Practices: []corpus.LocalPractice{place("Gent, Temste", "Buurtsoep")}},
			Fiche{Municipalities: []string{"Gent", "Temse"}, Practices: []Practice{{"Buurtsoep", "Gent, Temste", "Gent, Temste / Gent / Temse"}}}},
		{"the same place twice", corpus.Fiche{Practices: []corpus.LocalPractice{place("Mol", "Soep"), place("Mol", "Thee")}},
			Fiche{Municipalities: []string{"Mol"}, Practices: []Practice{{"Soep", "Mol", "Mol / Mol"}, {"Thee", "Mol", "Mol / Mol"}}}},
		{"no municipality", corpus.Fiche{Practices: []corpus.LocalPractice{{AsWritten: "Overal", Examples: []corpus.Example{{Name: "Soep"}}}}},
			Fiche{Practices: []Practice{{"Soep", "Overal", "Overal"}}}},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			terms := []string{"soep"}
			tt.want.Terms = terms
			if diff := cmp.Diff(tt.want, FicheOf(&tt.fiche, terms)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A term of one fiche is not suggested, nor is one that a fiche has twice.
func TestLeastTermFiches(t *testing.T) {
	table := tableOf(t, []Fiche{
		{ID: "1", Terms: []string{"soep", "soep", "thee"}},
		{ID: "2", Terms: []string{"thee", "koffie"}},
		{ID: "3", Terms: []string{"thee"}},
	})
	for text, want := range map[string]int{"soep": 0, "thee": 3, "koffie": 0} {
		got := 0
		for _, s := range table.Suggest(text, 5) {
			got = s.Count
		}
		if got != want {
			t.Errorf("%s is suggested for %d fiches, want %d", text, got, want)
		}
	}
	if got := table.With([]string{"3"}, []Fiche{{ID: "4", Terms: []string{"soep"}}}).Suggest("soep", 5); len(got) != 1 || got[0].Count != 2 {
		t.Errorf("after a second fiche: %+v", got)
	}
}

func TestWeight(t *testing.T) {
	most := log1p(100_000)
	for kind := range kinds {
		last := float32(-1)
		for _, used := range []uint32{0, 1, 2, 255, 256, 1000, 99_999, 100_000} {
			w := weight(kind, log1p(used), most)
			if w <= last || w < base[kind] || w > base[kind]+1 {
				t.Errorf("kind %d, used %d weighs %v, after %v", kind, used, w, last)
			}
			last = w
		}
		if w := weight(kind, 0, 0); w != base[kind] {
			t.Errorf("kind %d, never used, weighs %v", kind, w)
		}
	}
}

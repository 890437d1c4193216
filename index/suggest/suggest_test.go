package suggest_test

import (
	"errors"
	"fmt"
	"iter"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/places"
	"praktijkzoeker/index"
	"praktijkzoeker/index/suggest"
)

func sequence(fiches ...corpus.Fiche) iter.Seq2[corpus.Fiche, error] {
	return func(yield func(corpus.Fiche, error) bool) {
		for _, f := range fiches {
			if !yield(f, nil) {
				return
			}
		}
	}
}

// in is a local practice with examples of these names.
func in(written string, names ...string) corpus.LocalPractice {
	p := corpus.LocalPractice{AsWritten: written, Municipalities: places.Resolve(written).Places()}
	for _, n := range names {
		p.Examples = append(p.Examples, corpus.Example{Name: n, Text: "Elke maand."})
	}
	return p
}

var some = []corpus.Fiche{
	{ID: "werkvloer", Title: "Taalbeleid op de werkvloer", Categories: []string{"Taalbeleid"}, Domains: []string{"Werk"}},
	{ID: "lokaal", Title: "Lokaal taalbeleid", Categories: []string{"Taalbeleid", "Visie, organisatie & samenwerking"},
		Practices: []corpus.LocalPractice{in("Ternat", "PRAATCAFÉ", "Babbelbank"), in("Sint-Niklaas")}},
	{ID: "werk", Title: "Vrijwilligerswerk", TargetGroups: []string{"Vrijwilligers"}, Domains: []string{"Vrijwilligerwerk", "Werk"},
		Practices: []corpus.LocalPractice{in("Gent, Temste", "AD REM"), in("Gent")}},
	{ID: "baby", Title: "Baby's in de bib", Practices: []corpus.LocalPractice{in("Mol", "CHILL'OP", ""), in("Mol", "CHILL'OP")}},
	{ID: "praat", Title: "Praatcafés voor ouders", Practices: []corpus.LocalPractice{in("Aalst", "Praatcafé voor papa's")}},
}

func parts(form string) []int {
	switch form {
	case "vrijwilligerswerk":
		return []int{13}
	case "taalbeleid":
		return []int{4}
	}
	return nil
}

func build(t testing.TB, fiches ...corpus.Fiche) *suggest.Table {
	t.Helper()
	terms := func(yield func(string, int) bool) {
		_ = yield("vrijwilliger", 3) && yield("vrijwilligerswerk", 2) && yield("taalbeleid", 2) && yield("vrijwilliger", 1)
	}
	table, err := suggest.Build(sequence(fiches...), terms, parts)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// said writes suggestions in short.
func said(ss []index.Suggestion) []string {
	var out []string
	for _, s := range ss {
		w := string(s.Kind) + ":" + s.Text
		if s.Place != "" {
			w += " @" + s.Place
		}
		if s.Count > 0 {
			w += fmt.Sprintf(" %d", s.Count)
		}
		out = append(out, w)
	}
	return out
}

func TestSuggest(t *testing.T) {
	table := build(t, some...)
	tests := []struct {
		what, text string
		want       []string
	}{
		{"a whole label, then beginnings, then words, then parts", "taalbeleid",
			[]string{"category:Taalbeleid 2", "term:taalbeleid 2", "fiche:Taalbeleid op de werkvloer", "fiche:Lokaal taalbeleid"}},
		{"a part of a compound", "beleid", []string{"fiche:Lokaal taalbeleid", "category:Taalbeleid 2", "fiche:Taalbeleid op de werkvloer", "term:taalbeleid 2"}},
		{"words in any order", "werkvl taalb", []string{"fiche:Taalbeleid op de werkvloer"}},
		{"a word and a part", "beleid lokaal", []string{"fiche:Lokaal taalbeleid"}},
		{"split compound", "taal beleid lok", []string{"fiche:Lokaal taalbeleid"}},
		{"a comma in a label", "visie sam", []string{"category:Visie, organisatie & samenwerking 1"}},
		{"hyphen", "sint niklaas", []string{"municipality:Sint-Niklaas 1"}},
		{"no hyphen at all", "sintnik", []string{"municipality:Sint-Niklaas 1"}},
		{"apostrophe left out", "babys", []string{"fiche:Baby's in de bib"}},
		{"curly apostrophe", "Baby’s IN", []string{"fiche:Baby's in de bib"}},
		{"behind an apostrophe", "op", []string{"fiche:Taalbeleid op de werkvloer", "practice:CHILL'OP @Mol"}},
		{"accents, and the place of an example", "praatcafé ternat", []string{"practice:PRAATCAFÉ @Ternat"}},
		{"a place", "ternat", []string{"municipality:Ternat 1", "practice:Babbelbank @Ternat", "practice:PRAATCAFÉ @Ternat"}},
		{"an example in several places, once", "ad rem", []string{"practice:AD REM @Gent, Temste"}},
		{"the official name finds what is misspelled", "ad temse", []string{"practice:AD REM @Gent, Temste"}},
		{"the same example twice", "chill", []string{"practice:CHILL'OP @Mol"}},
		{"typo: neighbours swapped", "lokaal taalbelied", []string{"fiche:Lokaal taalbeleid"}},
		{"typo: a letter too few", "vrijwiligersw", []string{"fiche:Vrijwilligerswerk", "term:vrijwilligerswerk 2"}},
		{"typo: a letter too many", "babbbel", []string{"practice:Babbelbank @Ternat"}},
		{"no typo where something fits", "werk", []string{"domain:Werk 2", "fiche:Taalbeleid op de werkvloer", "fiche:Vrijwilligerswerk", "term:vrijwilligerswerk 2"}},
		{"no typo in a short word", "bby", nil},
		{"no typo in the first letter", "vaalbeleid", nil},
		{"a typo in each of two words", "taalbelid op de werkvlor", []string{"fiche:Taalbeleid op de werkvloer"}},
		{"two typos in a word", "taolbelied", nil},
		{"a word that fits nowhere", "taalbeleid qqqq", nil},
		{"nothing to go by", " -'&", nil},
		{"no text", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, said(table.Suggest(tt.text, 10))); diff != "" {
				t.Error(diff)
			}
		})
	}
	if got := table.Suggest("lokaal", 1); len(got) != 1 || got[0] != (index.Suggestion{Kind: index.KindFiche, Text: "Lokaal taalbeleid", ID: "lokaal"}) {
		t.Errorf("a fiche: %+v", got)
	}
	want := index.Suggestion{Kind: index.KindPractice, Text: "Babbelbank", ID: "lokaal", Place: "Ternat"}
	if got := table.Suggest("babbel", 1); len(got) != 1 || got[0] != want {
		t.Errorf("an example: %+v", got)
	}
}

func TestKindsShareTheList(t *testing.T) {
	var fiches []corpus.Fiche
	for i := range 50 {
		fiches = append(fiches, corpus.Fiche{
			ID: fmt.Sprint(i), Title: fmt.Sprintf("Buddywerking %02d", i),
			Categories: []string{"Onthaal voor buddy's"},
			Practices:  []corpus.LocalPractice{in("Gent", fmt.Sprintf("Buddy %02d", i))},
		})
	}
	table := build(t, fiches...)
	counts := func(limit int) map[index.Kind]int {
		n := map[index.Kind]int{}
		for _, s := range table.Suggest("buddy", limit) {
			n[s.Kind]++
		}
		return n
	}
	want := map[index.Kind]int{index.KindFiche: 5, index.KindPractice: 4, index.KindCategory: 1}
	if diff := cmp.Diff(want, counts(10)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[index.Kind]int{index.KindFiche: 1, index.KindPractice: 1, index.KindCategory: 1}, counts(3)); diff != "" {
		t.Error(diff)
	}
	only := build(t, fiches[0], corpus.Fiche{ID: "x", Title: "Buddy twee"}, corpus.Fiche{ID: "y", Title: "Buddy drie"})
	if got := only.Suggest("buddy", 3); len(got) != 3 {
		t.Errorf("got %q, want the list filled", said(got))
	}
}

func TestBuildEmptyAndErrors(t *testing.T) {
	table, err := suggest.Build(nil, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := table.Suggest("taal", 10); len(got) != 0 {
		t.Errorf("got %v", got)
	}
	broken := errors.New("kapot")
	_, err = suggest.Build(func(yield func(corpus.Fiche, error) bool) { yield(corpus.Fiche{}, broken) }, nil, nil)
	if !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

func TestLimits(t *testing.T) {
	table := build(t, some...)
	for _, limit := range []int{-1, 0, 1, 2, 1 << 30} {
		for _, text := range []string{"t", "taal", strings.Repeat("taal ", 5000), strings.Repeat("é", 9000), "\xff", "\x00ta"} {
			if got := table.Suggest(text, limit); len(got) > max(limit, 0) {
				t.Errorf("%.10q: %d suggestions, limit %d", text, len(got), limit)
			}
		}
	}
}

func TestHeapBytes(t *testing.T) {
	empty, one, all := build(t).HeapBytes(), build(t, some[0]).HeapBytes(), build(t, some...).HeapBytes()
	if !(0 < empty && empty < one && one < all && all < 10_000) {
		t.Errorf("%d, %d and %d bytes for 0, 1 and %d fiches", empty, one, all, len(some))
	}
}

func TestConcurrent(t *testing.T) {
	table := build(t, some...)
	want := said(table.Suggest("taal", 10))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 200 {
				table.Suggest("vrijwiligersw", 3)
				if diff := cmp.Diff(want, said(table.Suggest("taal", 10))); diff != "" {
					t.Error(diff)
					return
				}
			}
		})
	}
	wg.Wait()
}

func FuzzSuggest(f *testing.F) {
	for _, s := range []string{"taal", "sint-nik", "praatcafé ternat", "'op", "é\u0301", "\xff\xfe", "taalbelied", "a b c d e f g h i j k l m n o p q r"} {
		f.Add(s, 5)
	}
	table := build(f, some...)
	f.Fuzz(func(t *testing.T, text string, limit int) {
		got := table.Suggest(text, limit)
		if len(got) > max(limit, 0) {
			t.Fatalf("%d suggestions, limit %d", len(got), limit)
		}
		seen := map[index.Suggestion]bool{}
		for _, s := range got {
			if seen[s] {
				t.Fatalf("twice: %+v", s)
			}
			seen[s] = true
		}
		// A text that is suggested is found by itself.
		for _, s := range got {
			if len(table.Suggest(s.Text, 1)) != 1 {
				t.Fatalf("%q does not find itself", s.Text)
			}
		}
	})
}

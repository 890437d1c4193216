package server

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/places"
	"praktijkzoeker/index"
)

// The answer to nothing at all has every key, and no list is null.
func TestEmptyAnswer(t *testing.T) {
	got, err := json.Marshal(NewAnswer(index.Query{}, &index.Results{}))
	if err != nil {
		t.Fatal(err)
	}
	wanted := `{"query":"","total":0,"page":1,"size":10,"hits":[],` +
		`"facets":{"category":[],"domain":[],"municipality":[],"target_group":[]},"corrected":"","relaxed":[]}`
	if diff := cmp.Diff(wanted, string(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	got, err = json.Marshal(NewAnswer(index.Query{}, &index.Results{Hits: []index.Hit{{}}}).Hits[0])
	if err != nil || strings.Contains(string(got), "null") {
		t.Errorf("empty hit: %s %v", got, err)
	}
	if got, err := json.Marshal(NewSuggestAnswer("x", nil)); err != nil || string(got) != `{"query":"x","suggestions":[]}` {
		t.Errorf("no suggestions: %s %v", got, err)
	}
}

func TestAnswerPage(t *testing.T) {
	a := NewAnswer(index.Query{Offset: 40, Limit: 20}, &index.Results{Total: 50})
	if a.Page != 3 || a.Size != 20 {
		t.Errorf("page %d of size %d, want 3 of 20", a.Page, a.Size)
	}
}

func TestAnswerRelaxed(t *testing.T) {
	q := index.Query{Text: "a b", Filters: map[index.Facet][]string{index.Domain: {"x, y"}}, Sort: index.Title, Offset: 10, Limit: 10}
	without := q
	without.Text = "a"
	a := NewAnswer(q, &index.Results{Relaxed: []index.Relaxation{{Word: "b", Query: without, Total: 4}}})
	wanted := []RelaxationJSON{{Word: "b", Total: 4, URL: "/?q=a&domain=x%2C+y&sort=title"}}
	if diff := cmp.Diff(wanted, a.Relaxed); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSuggestionLeadsSomewhere(t *testing.T) {
	for _, tc := range []struct {
		s    index.Suggestion
		want string
	}{
		{index.Suggestion{Kind: index.KindFiche, ID: "a b"}, "/praktijk/a%20b"},
		{index.Suggestion{Kind: index.KindPractice, ID: "a", Place: "Sint-Niklaas, Gent"}, "/praktijk/a#in-sint-niklaas"},
		{index.Suggestion{Kind: index.KindCategory, Text: "a & b, c"}, "/?category=a+%26+b%2C+c"},
		{index.Suggestion{Kind: index.KindDomain, Text: "x"}, "/?domain=x"},
		{index.Suggestion{Kind: index.KindMunicipality, Text: "Gent"}, "/?municipality=Gent"},
		{index.Suggestion{Kind: index.KindTargetGroup, Text: "x"}, "/?target_group=x"},
		{index.Suggestion{Kind: index.KindTerm, Text: "één"}, "/?q=%C3%A9%C3%A9n"},
	} {
		if got := suggestionURL(tc.s); got != tc.want {
			t.Errorf("%s: %s, want %s", tc.s.Kind, got, tc.want)
		}
	}
}

func TestResultView(t *testing.T) {
	in := func(names ...string) (ps []corpus.LocalPractice) {
		for _, n := range names {
			ps = append(ps, corpus.LocalPractice{AsWritten: n, Municipalities: places.Resolve(n).Places()})
		}
		return ps
	}
	f := corpus.Fiche{ID: "x", Title: "X", Summary: "Een **kort** begin.", Practices: in("Aalst", "Brugge", "Gent", "Halle", "Lier", "Mol", "Ternat")}
	h := index.Hit{Fiche: f, Practices: []index.PracticeHit{{Municipality: "Mol"}, {Municipality: "Mol"}, {Municipality: "Mol"}, {Municipality: "Mol"}, {Municipality: "Mol"}}}
	v := newResult(&h, []string{"Gent"})
	if diff := cmp.Diff([]string{"Gent", "Mol", "Aalst", "Brugge"}, v.Municipalities); diff != "" || v.More != 3 {
		t.Errorf("municipalities, %d more (-want +got):\n%s", v.More, diff)
	}
	if len(v.Examples) != 3 || v.MoreExamples != 2 {
		t.Errorf("%d examples and %d more", len(v.Examples), v.MoreExamples)
	}
	if diff := cmp.Diff([]index.Span{{Text: "Een kort begin."}}, v.Excerpt); diff != "" {
		t.Errorf("excerpt (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]index.Span{{Text: "X"}}, v.Title); diff != "" {
		t.Errorf("title (-want +got):\n%s", diff)
	}
	// The fiche of the index is not ours to sort.
	if got := f.Practices[0].AsWritten; got != "Aalst" {
		t.Errorf("the fiche changed: %s first", got)
	}
}

func TestFilterGroupsByName(t *testing.T) {
	var counts []index.Count
	for _, c := range "zyxwvutsrqponmlkjihgfedcba" {
		counts = append(counts, index.Count{Value: string(c), N: 1})
	}
	groups := filterGroups(newState(), map[index.Facet][]index.Count{index.Municipality: counts})
	if len(groups) != 1 || len(groups[0].Open) != openChoices || groups[0].Open[0].Value != "z" {
		t.Fatalf("groups %+v", groups)
	}
	if rest := groups[0].Rest; len(rest) != 20 || rest[0].Value != "a" || rest[19].Value != "t" {
		t.Errorf("a long rest is not by name: %v", rest)
	}
	seen := map[string]bool{}
	for _, c := range append(groups[0].Open, groups[0].Rest...) {
		if seen[c.ID] {
			t.Errorf("id %s twice", c.ID)
		}
		seen[c.ID] = true
	}
}

func TestOverviewZeroes(t *testing.T) {
	o := &overview{facets: map[index.Facet][]index.Count{index.Domain: {{Value: "a", N: 3}, {Value: "b", N: 2}}}}
	counts := map[index.Facet][]index.Count{index.Domain: {{Value: "b", N: 1}, {Value: "onbekend", Selected: true}}}
	got := o.withZeroes(counts)
	wanted := []index.Count{{Value: "b", N: 1}, {Value: "onbekend", Selected: true}, {Value: "a"}}
	if diff := cmp.Diff(wanted, got[index.Domain]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(counts[index.Domain]) != 2 {
		t.Error("the counts of the index changed")
	}
}

package stock_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/index/bleveindex/stock"
)

func open(t *testing.T) *stock.Index {
	x, err := stock.Open("")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	err = x.Add([]corpus.Fiche{
		{ID: "a", Title: "Praatgroep", Description: "Koffie met buren.", Categories: []string{"Taal"}, Domains: []string{"Cultuur"}},
		{ID: "b", Title: "Koffie en taal", Description: "Samen oefenen met buren.", Categories: []string{"Taal", "Vrije tijd"}},
		{ID: "c", Title: "Fietsles", Summary: "Leren fietsen.", Categories: []string{"Vrije tijd"}, Domains: []string{"Cultuur"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestAsk(t *testing.T) {
	x := open(t)
	for _, test := range []struct {
		name    string
		query   index.Query
		options stock.Options
		ids     []string
	}{
		{"a word in any field", index.Query{Text: "koffie"}, stock.Options{}, []string{"a", "b"}},
		{"every word, each in its own field", index.Query{Text: "koffie buren"}, stock.Options{}, []string{"a", "b"}},
		{"words that no fiche has together", index.Query{Text: "koffie fietsles"}, stock.Options{}, []string{}},
		{"any of them", index.Query{Text: "koffie fietsles", Any: true}, stock.Options{}, []string{"a", "b", "c"}},
		{"nothing asked", index.Query{}, stock.Options{}, []string{"a", "b", "c"}},
		{"a filter", index.Query{Filters: map[index.Facet][]string{index.Domain: {"Cultuur"}}}, stock.Options{}, []string{"a", "c"}},
		{"values are alternatives", index.Query{Filters: map[index.Facet][]string{index.Category: {"Taal", "Vrije tijd", "Taal"}}}, stock.Options{}, []string{"a", "b", "c"}},
		{"a word and a filter", index.Query{Text: "koffie", Filters: map[index.Facet][]string{index.Domain: {"Cultuur"}}}, stock.Options{}, []string{"a"}},
		{"a slip", index.Query{Text: "kofie"}, stock.Options{}, []string{}},
		{"a slip, with one edit", index.Query{Text: "kofie"}, stock.Options{Fuzzy: true}, []string{"a", "b"}},
		{"a phrase", index.Query{Text: `"koffie met buren"`}, stock.Options{}, []string{"a"}},
		{"a phrase whose words are no neighbours", index.Query{Text: `"koffie buren"`}, stock.Options{}, []string{}},
		{"a phrase whose words stand in two fields", index.Query{Text: `"taal samen"`}, stock.Options{}, []string{}},
		{"a phrase in another form", index.Query{Text: `"koffie met buur"`}, stock.Options{}, []string{"a"}},
		{"a phrase in the title", index.Query{Text: `"koffie en taal"`}, stock.Options{}, []string{"b"}},
		{"a phrase and a word", index.Query{Text: `buren "samen oefenen" koffie`}, stock.Options{}, []string{"b"}},
		{"a phrase and a word that no fiche has together", index.Query{Text: `"koffie met buren" fietsles`}, stock.Options{}, []string{}},
		{"one of a phrase and a word", index.Query{Text: `"koffie met buren" fietsles`, Any: true}, stock.Options{}, []string{"a", "c"}},
		{"two phrases", index.Query{Text: `"samen oefenen""oefenen met buren"`}, stock.Options{}, []string{"b"}},
		{"a quote that is not closed", index.Query{Text: `koffie "buren`}, stock.Options{}, []string{"a", "b"}},
		{"nothing in quotes", index.Query{Text: `"" " " koffie`}, stock.Options{}, []string{"a", "b"}},
		{"no edit in the first letter", index.Query{Text: "boffie"}, stock.Options{Fuzzy: true}, []string{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.query.Limit = 10
			got, err := x.Ask(t.Context(), test.query, test.options)
			if err != nil {
				t.Fatal(err)
			}
			slices.Sort(got.IDs)
			if d := cmp.Diff(test.ids, got.IDs); d != "" || got.Total != len(test.ids) {
				t.Errorf("total %d\n%s", got.Total, d)
			}
		})
	}
}

func TestAskCountsEachFacetWithoutItsOwnFilter(t *testing.T) {
	q := index.Query{Filters: map[index.Facet][]string{index.Category: {"Taal"}}, Limit: 10}
	got, err := open(t).Ask(t.Context(), q, stock.Options{Facets: true})
	if err != nil {
		t.Fatal(err)
	}
	want := map[index.Facet]map[string]int{
		index.Category: {"Taal": 2, "Vrije tijd": 2}, index.Domain: {"Cultuur": 1}, index.Municipality: {},
	}
	if d := cmp.Diff(want, got.Facets); d != "" {
		t.Error(d)
	}
	if got.Total != 2 {
		t.Errorf("total %d, want 2", got.Total)
	}
}

func TestTitles(t *testing.T) {
	x := open(t)
	for text, want := range map[string][]string{"K": {"b"}, "koffie ta": {"b"}, "fie": {"c"}, "buren": {}, "": nil} {
		got, err := x.Titles(t.Context(), text, 10)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%q:\n%s", text, d)
		}
	}
}

func TestReopen(t *testing.T) {
	dir := t.TempDir() + "/stock"
	x, err := stock.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Add([]corpus.Fiche{{ID: "a", Title: "Praatgroep"}}); err != nil {
		t.Fatal(err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := stock.Reopen(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if n, err := again.Count(); err != nil || n != 1 {
		t.Errorf("%d fiches, %v; want 1", n, err)
	}
	if _, err := stock.Reopen(t.TempDir() + "/nothing"); err == nil {
		t.Error("a folder that is not there can be opened")
	}
}

func TestReopenRefusesOtherFields(t *testing.T) {
	dir := t.TempDir() + "/stock"
	other, err := bleve.NewUsing(dir, bleve.NewIndexMapping(), scorch.Name, scorch.Name, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	for range 2 { // the first has let go of the folder
		if _, err := stock.Reopen(dir); err == nil || !strings.Contains(err.Error(), "other fields") {
			t.Errorf("got %v", err)
		}
	}
}

func TestSearchTakesAnyWordWhereNoFicheHasAll(t *testing.T) {
	got, err := open(t).Search(t.Context(), "koffie fietsles", 10)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 3 {
		t.Errorf("got %v, want all three", got)
	}
}

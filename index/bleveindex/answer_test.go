package bleveindex

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

func TestWhy(t *testing.T) {
	x := openWith(t, Options{Synonyms: parseSynonyms(t, "maatje, buddy")},
		corpus.Fiche{
			ID: "a", Title: "Onthaal van gezinnen", Domains: []string{"Welzijn"}, Summary: "Samen op weg.",
			Description: "Een buddy gaat mee. Het taalbeleid groeit.",
			Practices:   []corpus.LocalPractice{{AsWritten: "Gent", Municipalities: in("Gent").Municipalities, Examples: []corpus.Example{{Name: "Praatcafé"}}}},
		})
	for text, want := range map[string][]index.Reason{
		"onthaal":     {{Word: "onthaal", Text: "staat in de titel"}},
		"ONTHAAL":     {{Word: "onthaal", Text: "staat in de titel"}},
		"gezin":       {{Word: "gezin", Text: "staat als “gezinnen” in de titel"}},
		"welzijn":     {{Word: "welzijn", Text: "staat bij de categorieën, domeinen of doelgroepen"}},
		"praatcafe":   {{Word: "praatcafe", Text: "staat in de naam van een lokaal voorbeeld"}},
		"samen":       {{Word: "samen", Text: "staat in de samenvatting"}},
		"maatje":      {{Word: "maatje", Text: "staat als “buddy” in de tekst"}},
		"beleid":      {{Word: "beleid", Text: "komt overeen met “taalbeleid” in de tekst"}},
		"gent":        {{Word: "gent", Text: "staat bij de gemeenten"}},
		"samen gezin": {{Word: "samen", Text: "staat in de samenvatting"}, {Word: "gezin", Text: "staat als “gezinnen” in de titel"}},
		"":            nil,
	} {
		t.Run(text, func(t *testing.T) {
			hits := searchFor(t, x, index.Query{Text: text, Explain: true, Limit: 1}).Hits
			if len(hits) != 1 {
				t.Fatal("not found")
			}
			if diff := cmp.Diff(want, hits[0].Why); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if hits := searchFor(t, x, index.Query{Text: text, Limit: 1}).Hits; hits[0].Why != nil {
				t.Errorf("reasons that nobody asked for: %v", hits[0].Why)
			}
		})
	}
}

func TestRelaxation(t *testing.T) {
	a, b := someFiche("a", "Appel en peer."), someFiche("b", "Appel.")
	a.Categories, b.Categories, b.Domains = []string{"Rood"}, []string{"Groen"}, []string{"Markt"}
	x := openWith(t, Options{}, a, b)
	type drop struct {
		Facet       index.Facet
		Value, Word string
		Total       int
	}
	for _, c := range []struct {
		name string
		q    index.Query
		want []drop
	}{
		{"a filter", index.Query{Text: "peer", Filters: map[index.Facet][]string{index.Category: {"Groen"}}},
			[]drop{{Facet: index.Category, Value: "Groen", Total: 1}}},
		{"either filter, more first", index.Query{Text: "appel", Filters: map[index.Facet][]string{index.Category: {"Rood"}, index.Domain: {"Markt"}}},
			[]drop{{Facet: index.Category, Value: "Rood", Total: 1}, {Facet: index.Domain, Value: "Markt", Total: 1}}},
		{"a word", index.Query{Text: "appel peer", Filters: map[index.Facet][]string{index.Category: {"Groen"}}},
			[]drop{{Facet: index.Category, Value: "Groen", Total: 1}, {Word: "peer", Total: 1}}},
		{"an exclusion", index.Query{Text: "peer -appel"}, []drop{{Word: "-appel", Total: 1}}},
		{"a phrase", index.Query{Text: `appel "groene kers"`}, []drop{{Word: `"groene kers"`, Total: 2}}},
		{"nothing helps", index.Query{Text: "xqzwvk"}, nil},
		{"something was found", index.Query{Text: "peer"}, nil},
		{"bare", index.Query{Text: "peer -appel", Bare: true}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.q.Limit, c.q.Offset = 7, 1
			var got []drop
			for _, r := range searchFor(t, x, c.q).Relaxed {
				got = append(got, drop{r.Facet, r.Value, r.Word, r.Total})
				if r.Query.Limit != 7 || r.Query.Offset != 0 {
					t.Errorf("query %+v does not begin at the first hit", r.Query)
				}
				if res := searchFor(t, x, r.Query); res.Total != r.Total || res.Total == 0 {
					t.Errorf("promises %d and gives %d", r.Total, res.Total)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestWithout(t *testing.T) {
	filters := map[index.Facet][]string{index.Category: {"a", "b", "a"}, index.Domain: {"a"}}
	want := map[index.Facet][]string{index.Category: {"b"}, index.Domain: {"a"}}
	if diff := cmp.Diff(want, without(filters, index.Category, "a")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(filters[index.Category]) != 3 {
		t.Error("the filters of the query changed")
	}
}

func TestRelated(t *testing.T) {
	x := openWith(t, Options{},
		corpus.Fiche{ID: "buddy", Title: "Samen op weg", Description: "Een buddywerking koppelt nieuwkomers aan een vrijwilliger, die samen sporten."},
		corpus.Fiche{ID: "buddies", Title: "Wegwijs", Description: "Buddywerking: nieuwkomers en een vrijwilliger gaan samen sporten."},
		corpus.Fiche{ID: "sport", Title: "Bewegen", Description: "Sporten in de buurt, met een trainer."},
		corpus.Fiche{ID: "afval", Title: "Propere straten", Description: "De containers worden elke week leeggemaakt."})
	hits, err := x.Related(t.Context(), "buddy", 10)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for i, h := range hits {
		ids = append(ids, h.Fiche.ID)
		if i > 0 && h.Score > hits[i-1].Score {
			t.Errorf("%s scores %v after %v", h.Fiche.ID, h.Score, hits[i-1].Score)
		}
	}
	if len(ids) == 0 || ids[0] != "buddies" || slices.Contains(ids, "afval") || slices.Contains(ids, "buddy") {
		t.Errorf("related: %v", ids)
	}
	if hits, err := x.Related(t.Context(), "buddy", 1); err != nil || len(hits) != 1 || hits[0].Fiche.ID != "buddies" {
		t.Errorf("limit 1 gives %d hits, %v", len(hits), err)
	}
	for _, limit := range []int{0, -5} {
		if hits, err := x.Related(t.Context(), "buddy", limit); err != nil || len(hits) != 0 {
			t.Errorf("limit %d gives %d hits, %v", limit, len(hits), err)
		}
	}
	if _, err := x.Related(t.Context(), "bestaat-niet", 3); !errors.Is(err, index.ErrNotFound) {
		t.Errorf("unknown: %v", err)
	}
	replaceWith(t, x, someFiche("buddy", "Een buddywerking koppelt nieuwkomers."))
	if hits, err := x.Related(t.Context(), "buddy", 3); err != nil || len(hits) != 0 {
		t.Errorf("alone, it has %d related, %v", len(hits), err)
	}
	if _, err := x.Related(t.Context(), "sport", 3); !errors.Is(err, index.ErrNotFound) {
		t.Errorf("what is gone: %v", err)
	}
}

func TestSuggestionsOfTheContents(t *testing.T) {
	a, b := someFiche("a", "x"), someFiche("b", "x")
	a.Title, b.Title = "Zwembadwerking", "Samen zwemmen"
	a.Summary, b.Summary = "De jongerenwerking van de stad. Uniek.", "Ook met Jongerenwerking, hoe dan ook."
	a.Categories = []string{"Vrije tijd & sport"}
	a.Practices = []corpus.LocalPractice{in("Gent")}
	x := openWith(t, Options{}, a, b)
	texts := func(typed string) (out []string) {
		for _, s := range suggestionsFor(t, x, typed) {
			out = append(out, string(s.Kind)+" "+s.Text)
		}
		return out
	}
	for typed, want := range map[string]string{
		"jonger": "term jongerenwerking", // in two fiches
		"zwem":   "fiche Zwembadwerking",
		"vrije":  "category Vrije tijd & sport",
		"gent":   "municipality Gent",
	} {
		if got := texts(typed); !slices.Contains(got, want) {
			t.Errorf("%s suggests %q, want %q", typed, got, want)
		}
	}
	for _, typed := range []string{"uniek", "dan"} { // in one fiche; a stop word
		if got := texts(typed); len(got) != 0 {
			t.Errorf("%s suggests %q", typed, got)
		}
	}
	replaceWith(t, x, b)
	for _, typed := range []string{"jonger", "vrije", "gent"} {
		if got := texts(typed); len(got) != 0 {
			t.Errorf("%s suggests %q of fiches that are gone", typed, got)
		}
	}
	if got := texts("zwem"); !slices.Equal(got, []string{"fiche Samen zwemmen"}) {
		t.Errorf("zwem suggests %q", got)
	}
}

// A bare answer is the same answer without what a page shows.
func TestBare(t *testing.T) {
	x := openWith(t, Options{}, shippedFiches(t)...)
	for _, text := range []string{"taalbeleid", "hoe vind ik een buddy in Gent", "", "vrijwilleger"} {
		whole := searchFor(t, x, index.Query{Text: text, Limit: 20})
		bare := searchFor(t, x, index.Query{Text: text, Limit: 20, Bare: true})
		for i := range whole.Hits {
			whole.Hits[i] = index.Hit{Fiche: corpus.Fiche{ID: whole.Hits[i].Fiche.ID}, Score: whole.Hits[i].Score, Partial: whole.Hits[i].Partial}
		}
		if diff := cmp.Diff(whole, bare); diff != "" {
			t.Errorf("%q (-whole +bare):\n%s", text, diff)
		}
	}
}

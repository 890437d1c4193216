package indextest

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

var restCases = []testCase{
	{"16 spans give the text they mark", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		for _, text := range []string{"taalbeleid", "samen oefenen", "kind", "élan", "coordinator", `"op de werkvloer"`, "werk"} {
			for _, h := range search(t, x, index.Query{Text: text, Limit: 10, Explain: true}).Hits {
				if got := index.MarkedText(h.Title); got != h.Fiche.Title {
					t.Errorf("%q: title spans give %q, want %q", text, got, h.Fiche.Title)
				}
				marked := false
				for _, s := range h.Excerpt {
					marked = marked || s.Match
				}
				if len(h.Excerpt) > 0 && !marked {
					t.Errorf("%q: an excerpt without a match: %v", text, h.Excerpt)
				}
				if len(h.Why) == 0 {
					t.Errorf("%q: no reason for %s", text, h.Fiche.ID)
				}
			}
		}
	}},
	{"16 marks show the word as it is written", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		for text, want := range map[string]string{
			"nederlands": "Collega's oefenen samen [Nederlands].", "coordinator": "Een taalcoach begeleidt de ploeg. De [coördinator] plant de lessen.",
			"samen oefenen": "Collega's [oefenen] [samen] Nederlands.",
		} {
			hits := search(t, x, index.Query{Text: text, Limit: 1}).Hits
			if len(hits) == 0 {
				t.Errorf("%q finds nothing", text)
				continue
			}
			if diff := cmp.Diff(want, bracketed(hits[0].Excerpt)); diff != "" {
				t.Errorf("%q: %s", text, diff)
			}
		}
	}},
	{"16 nothing becomes HTML", func(t *testing.T, x index.Index) {
		evil := `<script>alert("taal")</script> & <b>taal</b>`
		replace(t, x, corpus.Fiche{ID: "x", Title: evil, Summary: evil, Categories: []string{evil}})
		h := search(t, x, index.Query{Text: "taal", Limit: 1}).Hits[0]
		if got := index.MarkedText(h.Title); got != evil {
			t.Errorf("title %q", got)
		}
		if got := index.MarkedText(h.Excerpt); !strings.Contains(evil, got) {
			t.Errorf("excerpt %q", got)
		}
	}},
	{"16 local examples that match, or lie in a chosen place", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		h := search(t, x, index.Query{Text: "praatcafe", Limit: 1}).Hits[0]
		if len(h.Practices) != 1 || h.Practices[0].Municipality != "Ternat" || bracketed(h.Practices[0].Name) != "[PRAATCAFÉ]" {
			t.Errorf("got %+v", h.Practices)
		}
		h = search(t, x, index.Query{Limit: 1, Filters: filters{index.Municipality: {"Aalst"}, index.Domain: {"Werk"}}}).Hits[0]
		if len(h.Practices) != 1 || h.Practices[0].Municipality != "Aalst" || index.MarkedText(h.Practices[0].Name) != "Stuurgroep" {
			t.Errorf("got %+v", h.Practices)
		}
	}},
	{"17 suggestions complete what is typed", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		for typed, want := range map[string]index.Suggestion{
			"buddyw": {Kind: index.KindFiche, Text: "Buddywerking voor gezinnen", ID: "buddy"},
			"gezin":  {Kind: index.KindFiche, Text: "Buddywerking voor gezinnen", ID: "buddy"},
			"elan":   {Kind: index.KindFiche, Text: "Élan in de wijk", ID: "elan"},
			"ge":     {Kind: index.KindMunicipality, Text: "Gent", Count: 2},
			"integ":  {Kind: index.KindDomain, Text: "Integratie", Count: 2},
			"visie":  {Kind: index.KindCategory, Text: "Visie, organisatie & samenwerking", Count: 1},
			"vrijw":  {Kind: index.KindTargetGroup, Text: "Vrijwilligers", Count: 2},
			"praatc": {Kind: index.KindPractice, Text: "PRAATCAFÉ", ID: "taalbeleid", Place: "Ternat"},
		} {
			got, err := x.Suggest(t.Context(), typed, 10)
			if err != nil {
				t.Fatal(err)
			}
			found := false
			for _, s := range got {
				found = found || s == want
			}
			if !found {
				t.Errorf("%q: %+v lacks %+v", typed, got, want)
			}
		}
	}},
	{"17 suggestions: none twice, at most the limit, any text", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		for _, typed := range []string{"", " ", "-", "\x00", "\xff", "t", "ta", "taal", "e", strings.Repeat("taal ", 2000), strings.Repeat("x", 10000), `"`, "*"} {
			for _, limit := range []int{-1, 0, 1, 3, 1 << 30} {
				got, err := x.Suggest(t.Context(), typed, limit)
				if err != nil {
					t.Fatalf("%.20q: %v", typed, err)
				}
				seen := map[index.Suggestion]bool{}
				for _, s := range got {
					if seen[s] {
						t.Errorf("%.20q: twice %+v", typed, s)
					}
					seen[s] = true
				}
				if len(got) > max(limit, 0) {
					t.Errorf("%.20q: %d suggestions, limit %d", typed, len(got), limit)
				}
				if !strings.ContainsFunc(typed, func(r rune) bool { return r >= 'a' && r <= 'z' }) && len(got) != 0 {
					t.Errorf("%.20q suggests %+v", typed, got)
				}
			}
		}
	}},
	{"18 a context that has ended ends the call", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		_, searchErr := x.Search(ctx, index.Query{Text: "taal"})
		_, suggestErr := x.Suggest(ctx, "taal", 5)
		_, ficheErr := x.Fiche(ctx, "taalbeleid")
		_, relatedErr := x.Related(ctx, "taalbeleid", 5)
		for _, err := range []error{searchErr, suggestErr, ficheErr, relatedErr} {
			if !errors.Is(err, context.Canceled) {
				t.Errorf("got %v, want context.Canceled", err)
			}
		}
	}},
	{"19 related fiches", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		got, err := x.Related(t.Context(), "taalbeleid", 10)
		if err != nil {
			t.Fatal(err)
		}
		if len(got) == 0 || got[0].Fiche.ID != "overleg" {
			t.Errorf("got %v, want overleg first", hitIDs(got))
		}
		seen := map[string]bool{"taalbeleid": true}
		for _, h := range got {
			if seen[h.Fiche.ID] {
				t.Errorf("%s in %v", h.Fiche.ID, hitIDs(got))
			}
			seen[h.Fiche.ID] = true
		}
		if got, err := x.Related(t.Context(), "taalbeleid", 0); err != nil || len(got) != 0 {
			t.Errorf("limit 0 gives %v, %v", hitIDs(got), err)
		}
		if _, err := x.Related(t.Context(), "bestaat-niet", 3); !errors.Is(err, index.ErrNotFound) {
			t.Errorf("an unknown ID: %v", err)
		}
	}},
	{"20 closed is an error, never a panic", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := x.Search(t.Context(), index.Query{}); err == nil {
			t.Error("Search after Close")
		}
		if _, err := x.Fiche(t.Context(), "buddy"); err == nil {
			t.Error("Fiche after Close")
		}
		if err := x.Replace(t.Context(), Fiches()); err == nil {
			t.Error("Replace after Close")
		}
		if err := x.Close(); err != nil {
			t.Errorf("Close twice: %v", err)
		}
	}},
}

func bracketed(spans []index.Span) string {
	var b strings.Builder
	for _, s := range spans {
		if s.Match {
			b.WriteString("[" + s.Text + "]")
		} else {
			b.WriteString(s.Text)
		}
	}
	return b.String()
}

func hitIDs(hits []index.Hit) []string {
	var out []string
	for _, h := range hits {
		out = append(out, h.Fiche.ID)
	}
	return out
}

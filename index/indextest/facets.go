package indextest

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

type filters = map[index.Facet][]string

var facetCases = []testCase{
	{"10 values of a facet are alternatives, facets narrow one another", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		for _, c := range []struct {
			name string
			q    index.Query
			want []string
		}{
			{"one value", index.Query{Filters: filters{index.Domain: {"Werk"}}}, []string{"overleg", "taalbeleid"}},
			{"two values", index.Query{Filters: filters{index.Domain: {"Taalbeleid", "Integratie"}}}, []string{"buddy", "overleg", "taalbeleid"}},
			{"two facets", index.Query{Filters: filters{index.Domain: {"Integratie"}, index.Municipality: {"Gent"}}}, []string{"overleg"}},
			{"a comma in a value", index.Query{Filters: filters{index.Category: {"Visie, organisatie & samenwerking"}}}, []string{"overleg"}},
			{"with words", index.Query{Text: "taalbeleid", Filters: filters{index.Municipality: {"Aalst"}}}, []string{"overleg"}},
			{"empty and repeated values", index.Query{Filters: filters{index.Domain: {"", "Werk", "Werk"}, index.Category: {}, index.TargetGroup: {""}}}, []string{"overleg", "taalbeleid"}},
			{"a place without examples", index.Query{Filters: filters{index.Municipality: {"Gent"}}}, []string{"overleg", "taalbeleid"}},
		} {
			c.q.Limit, c.q.Sort = 100, index.Title
			if diff := cmp.Diff(c.want, ids(search(t, x, c.q))); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.name, diff)
			}
		}
	}},
	{"10 filters never change the score", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		plain := search(t, x, index.Query{Text: "taalbeleid", Limit: 100})
		scores := map[string]float64{}
		for _, h := range plain.Hits {
			scores[h.Fiche.ID] = h.Score
		}
		narrow := search(t, x, index.Query{Text: "taalbeleid", Limit: 100, Filters: filters{
			index.Municipality: {"Ternat", "Gent"}, index.Domain: {"Werk"}, index.Category: {"Taalbeleid"},
		}})
		if len(narrow.Hits) != 1 {
			t.Fatalf("%d hits, want 1", len(narrow.Hits))
		}
		for _, h := range narrow.Hits {
			if h.Score != scores[h.Fiche.ID] {
				t.Errorf("%s scores %v with filters, %v without", h.Fiche.ID, h.Score, scores[h.Fiche.ID])
			}
		}
	}},
	{"11 a facet is counted as if it had no filter of its own", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		res := search(t, x, index.Query{Filters: filters{index.Domain: {"Werk"}, index.Municipality: {"Gent"}}})
		if res.Total != 2 {
			t.Errorf("Total %d, want 2", res.Total)
		}
		for f, want := range map[index.Facet]map[string]int{
			index.Domain:       {"Werk": 2, "Integratie": 1, "Taalbeleid": 1},
			index.Municipality: {"Gent": 2, "Aalst": 1, "Ternat": 1},
			index.Category:     {"Taalbeleid": 1, "Visie, organisatie & samenwerking": 1},
			index.TargetGroup:  {"Anderstaligen": 1, "Vrijwilligers": 1},
		} {
			if diff := cmp.Diff(want, counts(res, f)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", f, diff)
			}
		}
	}},
	{"11 without filters every value counts", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		res := search(t, x, index.Query{})
		if diff := cmp.Diff(map[string]int{"Gent": 2, "Aalst": 2, "Ternat": 1}, counts(res, index.Municipality)); diff != "" {
			t.Error(diff)
		}
		res = search(t, x, index.Query{Text: "tuinieren"})
		if diff := cmp.Diff(map[string]int{"Inclusieve vrije tijd": 1}, counts(res, index.Category)); diff != "" {
			t.Error(diff)
		}
	}},
	{"11 counts hold after changes and deletions", func(t *testing.T, x index.Index) {
		fs := numbered(50)
		replace(t, x, fs...)
		for i := range fs[:20] {
			fs[i].Categories = []string{"Verhuisd"}
		}
		replace(t, x, fs[:40]...)
		want := map[string]int{"Verhuisd": 20}
		for i := 20; i < 40; i++ {
			want[fs[i].Categories[0]]++
		}
		for _, text := range []string{"", "gemeenschappelijk"} {
			if diff := cmp.Diff(want, counts(search(t, x, index.Query{Text: text}), index.Category)); diff != "" {
				t.Errorf("%q (-want +got):\n%s", text, diff)
			}
		}
	}},
	{"12 chosen values are always there", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		res := search(t, x, index.Query{Text: "zomerschool", Limit: 10, Filters: filters{index.Domain: {"Integratie", "Bestaat niet"}}})
		want := []index.Count{{Value: "Bestaat niet", Selected: true}, {Value: "Integratie", Selected: true}}
		got := map[string]index.Count{}
		for _, c := range res.Facets[index.Domain] {
			got[c.Value] = c
		}
		for _, w := range want {
			if got[w.Value] != w {
				t.Errorf("%q: got %+v, want %+v", w.Value, got[w.Value], w)
			}
		}
		if res.Total != 0 || len(res.Hits) != 0 {
			t.Errorf("total %d, %d hits", res.Total, len(res.Hits))
		}
		res = search(t, x, index.Query{Filters: filters{index.Domain: {"Werk"}}})
		for _, c := range res.Facets[index.Domain] {
			if c.Selected != (c.Value == "Werk") {
				t.Errorf("%+v", c)
			}
		}
	}},
	{"12 an unknown facet finds nothing", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		if got := search(t, x, index.Query{Filters: filters{"colour": {"red"}}}).Total; got != 0 {
			t.Errorf("total %d", got)
		}
	}},
	{"12 highest count first, then by collation", func(t *testing.T, x index.Index) {
		replace(t, x,
			corpus.Fiche{ID: "a", Title: "A", Domains: []string{"zorg", "Één", "ezel"}},
			corpus.Fiche{ID: "b", Title: "B", Domains: []string{"zorg", "Appel", "ezel"}},
			corpus.Fiche{ID: "c", Title: "C", Domains: []string{"zorg"}})
		var got []string
		for _, c := range search(t, x, index.Query{}).Facets[index.Domain] {
			got = append(got, c.Value)
		}
		if diff := cmp.Diff([]string{"zorg", "ezel", "Appel", "Één"}, got); diff != "" {
			t.Error(diff)
		}
	}},
	{"12 nothing found tells what to drop", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		res := search(t, x, index.Query{Text: "zomerschool", Limit: 10, Filters: filters{index.Domain: {"Werk"}}})
		if len(res.Relaxed) == 0 {
			t.Fatal("nothing to drop")
		}
		for _, r := range res.Relaxed {
			if r.Total < 1 {
				t.Errorf("%+v gives nothing", r)
			}
			if got := search(t, x, r.Query).Total; got != r.Total {
				t.Errorf("%+v promises %d and gives %d", r, r.Total, got)
			}
		}
		if r := res.Relaxed[0]; r.Facet != index.Domain || r.Value != "Werk" {
			t.Errorf("got %+v, want the domain to drop", r)
		}
	}},
}

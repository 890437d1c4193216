package server_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/server"
)

func decode[T any](tb testing.TB, w *httptest.ResponseRecorder) T {
	tb.Helper()
	want(tb, w, http.StatusOK)
	if got := w.Header().Get("Content-Type"); got != "application/json" {
		tb.Errorf("content type %q", got)
	}
	var v T
	if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
		tb.Fatalf("%v:\n%s", err, w.Body)
	}
	return v
}

func TestAPISearch(t *testing.T) {
	h := site(t)
	a := decode[server.Answer](t, get(t, h, "/api/v1/search?q=praatcafe&explain=1"))
	if a.Total != 1 || len(a.Hits) != 1 {
		t.Fatalf("total %d, hits %d", a.Total, len(a.Hits))
	}
	hit := a.Hits[0]
	if hit.ID != "taalbeleid-op-de-werkvloer" || hit.URL != "/praktijk/taalbeleid-op-de-werkvloer" || hit.Score <= 0 {
		t.Errorf("hit %s %s %g", hit.ID, hit.URL, hit.Score)
	}
	if hit.Summary != "Collega's leren samen Nederlands. Zie de gids." {
		t.Errorf("summary is not plain: %q", hit.Summary)
	}
	if diff := cmp.Diff([]string{"Ternat", "Oudsbergen", "Gent", "Temse", "Oostende"}, hit.Municipalities); diff != "" {
		t.Errorf("municipalities (-want +got):\n%s", diff)
	}
	if len(hit.Why) == 0 {
		t.Error("explain=1 explains nothing")
	}
	wantPractice := []server.PracticeJSON{{Municipality: "Ternat", Name: "PRAATCAFÉ", Text: "elke dinsdag koffie en taal"}}
	if diff := cmp.Diff(wantPractice, hit.Practices); diff != "" {
		t.Errorf("practices (-want +got):\n%s", diff)
	}
}

// The form of the design, byte for byte where it says so: every key there, lists
// never null.
func TestAPISearchHasEveryKey(t *testing.T) {
	h := site(t)
	for _, path := range []string{"/api/v1/search?q=titel", "/api/v1/search?q=onvindbaarwoordzzz", "/api/v1/facets", "/api/v1/suggest?q=zzzz", "/api/v1/fiches?page=99"} {
		body := get(t, h, path).Body.String()
		if strings.Contains(body, "null") && !strings.Contains(path, "fiches") {
			t.Errorf("%s holds null: %s", path, body)
		}
	}
	body := get(t, h, "/api/v1/search?q=titel").Body.String()
	if !strings.HasPrefix(body, `{"query":"titel","total":1,"page":1,"size":10,"hits":[{"id":"alleen-een-titel","url":"/praktijk/alleen-een-titel","score":`) {
		t.Errorf("begins otherwise: %.200s", body)
	}
	if !strings.HasSuffix(body, `"corrected":"","relaxed":[]}`+"\n") {
		t.Errorf("ends otherwise: %s", body)
	}
}

func TestAPIFilters(t *testing.T) {
	h := site(t)
	for _, tc := range []struct {
		name, query string
		total       int
	}{
		{"none", "", 3},
		{"a comma never separates", "category=" + url.QueryEscape("Visie, organisatie & samenwerking"), 1},
		{"values are alternatives", "category=Taalbeleid&category=Onthaalbeleid", 2},
		{"facets narrow", "category=Taalbeleid&category=Onthaalbeleid&municipality=Aalst", 1},
		{"empty means nothing", "category=&q=&sort=&page=&size=", 3},
		{"repeated counts once", "category=Taalbeleid&category=Taalbeleid", 1},
		{"unknown finds nothing", "category=Bestaatniet", 0},
		{"order by words", "sort=relevance", 3},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a := decode[server.Answer](t, get(t, h, "/api/v1/search?"+tc.query))
			if a.Total != tc.total {
				t.Errorf("total %d, want %d", a.Total, tc.total)
			}
		})
	}
	a := decode[server.Answer](t, get(t, h, "/api/v1/search?category=Bestaatniet"))
	if diff := cmp.Diff(server.CountJSON{Value: "Bestaatniet", Count: 0, Selected: true}, a.Facets["category"][len(a.Facets["category"])-1]); diff != "" {
		t.Errorf("chosen value (-want +got):\n%s", diff)
	}
	if len(a.Relaxed) != 1 || a.Relaxed[0].Facet != "category" || a.Relaxed[0].Total != 3 || a.Relaxed[0].URL != "/" {
		t.Errorf("relaxed %+v", a.Relaxed)
	}
}

func TestAPIPages(t *testing.T) {
	h := newServer(t, server.Config{Searcher: newIndex(t, many(25))})
	seen := map[string]bool{}
	for _, page := range []string{"1", "2", "3", "4"} {
		a := decode[server.Answer](t, get(t, h, "/api/v1/search?q=praktijkles&size=10&page="+page))
		if a.Total != 25 || a.Size != 10 {
			t.Errorf("page %s: total %d, size %d", page, a.Total, a.Size)
		}
		for _, hit := range a.Hits {
			if seen[hit.ID] {
				t.Errorf("%s twice", hit.ID)
			}
			seen[hit.ID] = true
		}
	}
	if len(seen) != 25 {
		t.Errorf("%d fiches on all pages, want 25", len(seen))
	}
}

func TestAPIZeroes(t *testing.T) {
	h := site(t)
	type facets struct {
		Facets map[string][]server.CountJSON
	}
	few := decode[facets](t, get(t, h, "/api/v1/facets?q=buddywerking"))
	all := decode[facets](t, get(t, h, "/api/v1/facets?q=buddywerking&zero=1"))
	if diff := cmp.Diff([]server.CountJSON{{Value: "Onthaalbeleid", Count: 1}}, few.Facets["category"]); diff != "" {
		t.Errorf("without zero (-want +got):\n%s", diff)
	}
	if got := all.Facets["category"]; len(got) != 3 || got[0].Count != 1 || got[1].Count != 0 || got[2].Count != 0 {
		t.Errorf("with zero: %+v", got)
	}
	if got := decode[server.Answer](t, get(t, h, "/api/v1/search?q=buddywerking&zero=1")).Facets["category"]; len(got) != 3 {
		t.Errorf("search with zero: %+v", got)
	}
}

func TestAPISuggest(t *testing.T) {
	h := site(t)
	a := decode[server.SuggestAnswer](t, get(t, h, "/api/v1/suggest?q=taal"))
	urls := map[string]string{}
	for _, s := range a.Suggestions {
		urls[string(s.Kind)] = s.URL
	}
	if a.Query != "taal" || urls["fiche"] != "/praktijk/taalbeleid-op-de-werkvloer" || urls["category"] != "/?category=Taalbeleid" {
		t.Errorf("suggestions %+v", a)
	}
	for _, s := range decode[server.SuggestAnswer](t, get(t, h, "/api/v1/suggest?q=praatc")).Suggestions {
		if s.Kind == "practice" && (s.URL != "/praktijk/taalbeleid-op-de-werkvloer#in-ternat" || s.Municipality != "Ternat") {
			t.Errorf("practice %+v", s)
		}
	}
	if got := decode[server.SuggestAnswer](t, get(t, h, "/api/v1/suggest?q=a&limit=1")).Suggestions; len(got) > 1 {
		t.Errorf("limit=1 gives %d", len(got))
	}
}

func TestAPIFiches(t *testing.T) {
	h := site(t)
	list := decode[struct {
		Total, Page, Size int
		Fiches            []corpus.Fiche
	}](t, get(t, h, "/api/v1/fiches?size=2"))
	if list.Total != 3 || len(list.Fiches) != 2 || list.Fiches[0].ID != "alleen-een-titel" {
		t.Errorf("list %+v", list)
	}
	for _, f := range handful() {
		got := decode[corpus.Fiche](t, get(t, h, "/api/v1/fiches/"+f.ID))
		if diff := cmp.Diff(f, got); diff != "" {
			t.Errorf("%s (-put in +answered):\n%s", f.ID, diff)
		}
	}
}

func TestAPIProblems(t *testing.T) {
	h := site(t)
	for _, tc := range []struct {
		name, path string
		code       int
		says       []string
	}{
		{"unknown parameter", "/api/v1/search?categry=Taal", 400, []string{"Bedoel je category?", `"nearest":["category"]`, `"parameter":"categry"`}},
		{"negative page", "/api/v1/search?page=-1", 400, []string{"geheel getal", `"parameter":"page"`}},
		{"no number", "/api/v1/search?page=abc", 400, []string{"geheel getal"}},
		{"number too large for an int", "/api/v1/search?page=99999999999999999999", 400, []string{"geheel getal"}},
		{"huge size", "/api/v1/search?size=1000000", 400, []string{"1 tot en met 100"}},
		{"limit too high", "/api/v1/suggest?limit=21", 400, []string{"1 tot en met 20"}},
		{"unknown order", "/api/v1/search?sort=price", 400, []string{"relevance, title of updated"}},
		{"explain", "/api/v1/search?explain=misschien", 400, []string{"1 (aan)"}},
		{"long text", "/api/v1/search?q=" + strings.Repeat("a", 501), 400, []string{"501 tekens"}},
		{"10 kB", "/api/v1/search?q=" + strings.Repeat("a", 10_000), 400, []string{"10000 tekens"}},
		{"invalid UTF-8", "/api/v1/search?q=%ff%fe", 400, []string{"UTF-8"}},
		{"broken escape", "/api/v1/search?q=%zz", 400, []string{"%25"}},
		{"semicolon", "/api/v1/search?q=a;b", 400, []string{"%3B"}},
		{"two texts", "/api/v1/search?q=a&q=b", 400, []string{"maar één keer"}},
		{"long value", "/api/v1/search?domain=" + strings.Repeat("a", 201), 400, []string{"200 tekens"}},
		{"parameter of another address", "/api/v1/fiches/buddywerking?q=x", 400, []string{"Laat alle parameters weg"}},
		{"unknown fiche", "/api/v1/fiches/taalbeleid-werkvloer", 404, []string{"taalbeleid-werkvloer", `"nearest":["taalbeleid-op-de-werkvloer"]`}},
		{"no address", "/api", 404, []string{"/openapi.yaml"}},
		{"no address, with a slash", "/api/", 404, []string{"/openapi.yaml"}},
		{"unknown address", "/api/v2/search", 404, []string{"/openapi.yaml"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := get(t, h, tc.path)
			want(t, w, tc.code)
			if got := w.Header().Get("Content-Type"); got != "application/problem+json" {
				t.Errorf("content type %q", got)
			}
			for _, s := range tc.says {
				if !strings.Contains(w.Body.String(), s) {
					t.Errorf("does not say %q: %s", s, w.Body)
				}
			}
		})
	}
}

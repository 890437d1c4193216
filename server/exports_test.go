package server_test

import (
	"encoding/csv"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/server"
)

// table reads a table as a spreadsheet program does.
func table(tb testing.TB, w *httptest.ResponseRecorder) [][]string {
	tb.Helper()
	want(tb, w, http.StatusOK)
	body, ok := strings.CutPrefix(w.Body.String(), "\ufeff")
	if !ok {
		tb.Error("no byte order mark: Excel takes é for Ã©")
	}
	rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	if err != nil {
		tb.Fatal(err)
	}
	return rows
}

func TestCSV(t *testing.T) {
	w := get(t, newServer(t, everyState(t)), "/zoeken.csv?category=Taalbeleid")
	rows := table(t, w)
	wantRows := [][]string{
		{"Titel", "Samenvatting", "Categorie", "Beleidsdomein", "Doelgroep", "Gemeente", "Bijgewerkt", "Nagekeken", "Bron", "Adres", "Code"},
		{"Taalbeleid op de werkvloer", "Collega's leren samen Nederlands. Zie de gids.", "Taalbeleid\nVisie, organisatie & samenwerking",
			"Werk\nIntegratie", "Medewerkers\nAnderstaligen", "Ternat\nOudsbergen\nGent\nTemse\nOostende", "2024-05-03", "2025-01-20",
			"https://www.voorbeeld.be/taal?a=1&b=2", "https://praktijken.voorbeeld.be/praktijk/taalbeleid-op-de-werkvloer", "taalbeleid-op-de-werkvloer"},
	}
	if diff := cmp.Diff(wantRows, rows); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := w.Header().Get("Content-Disposition"); got != `attachment; filename="praktijken.csv"` {
		t.Errorf("disposition %q", got)
	}
	if got := w.Header().Get("Content-Type"); !strings.HasPrefix(got, "text/csv; charset=utf-8") {
		t.Errorf("content type %q", got)
	}
}

// No cell starts what a spreadsheet program would compute.
func TestCSVHoldsNoFormula(t *testing.T) {
	for _, formula := range []string{
		`=cmd|' /C calc'!A0`, "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "＝1+1", "＋1", "－1", "＠x",
	} {
		f := corpus.Fiche{ID: "gif", Title: formula, Summary: formula, Categories: []string{formula}, Domains: []string{formula}, TargetGroups: []string{formula}, Source: formula}
		rows := table(t, get(t, newServer(t, server.Config{Searcher: newIndex(t, []corpus.Fiche{f})}), "/zoeken.csv"))
		for _, cell := range rows[1] {
			if strings.IndexAny(strings.TrimLeft(cell, " \u00a0\t\r\n"), "=+-@＝＋－＠") == 0 {
				t.Errorf("%q starts as a formula", cell)
			}
		}
	}
	f := corpus.Fiche{ID: "gewoon", Title: "Gewoon = ook goed"}
	if rows := table(t, get(t, newServer(t, server.Config{Searcher: newIndex(t, []corpus.Fiche{f})}), "/zoeken.csv")); rows[1][0] != f.Title {
		t.Errorf("changed %q", rows[1][0])
	}
}

func TestJSONOfASearch(t *testing.T) {
	w := get(t, site(t), "/zoeken.json?q=buddywerking")
	want(t, w, http.StatusOK)
	var got struct {
		Total  int
		Fiches []corpus.Fiche
	}
	if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.Total != 1 {
		t.Fatalf("%d fiches", got.Total)
	}
	if diff := cmp.Diff(handful()[1], got.Fiches[0]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestExportPages(t *testing.T) {
	h := newServer(t, server.Config{Searcher: newIndex(t, many(1002))})
	w := get(t, h, "/zoeken.csv?q=praktijkles")
	if rows := table(t, w); len(rows) != 1001 {
		t.Errorf("%d rows, want a heading and 1000", len(rows))
	}
	if got := w.Header().Get("Link"); got != `</zoeken.csv?q=praktijkles&page=2>; rel="next"` {
		t.Errorf("link %q", got)
	}
	w = get(t, h, "/zoeken.csv?q=praktijkles&page=2")
	if rows := table(t, w); len(rows) != 3 || w.Header().Get("Link") != "" {
		t.Errorf("second page: %d rows, link %q", len(rows), w.Header().Get("Link"))
	}
	// The page says that a download is not everything.
	if got := texts(t, parse(t, get(t, h, "/?q=praktijkles")), ".take a"); !strings.HasSuffix(got[1], "van de eerste 1.000") {
		t.Errorf("links %q", got)
	}
}

func TestExportErrors(t *testing.T) {
	h := site(t)
	for _, path := range []string{"/zoeken.csv?bestaatniet=1", "/zoeken.json?page=x", "/zoeken.json?sort=onbekend"} {
		want(t, get(t, h, path), http.StatusBadRequest)
	}
	tag := get(t, h, "/zoeken.csv").Header().Get("ETag")
	want(t, get(t, h, "/zoeken.csv", "If-None-Match", tag), http.StatusNotModified)
}

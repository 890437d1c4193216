package server_test

import (
	"bytes"
	"encoding/csv"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/gorilla/mux"

	"praktijkzoeker/corpus"
	"praktijkzoeker/server"
)

// breakers are texts that end what they stand in: a header, a line of the log, a
// cell, an element, a string.
var breakers = []string{
	"a\r\nSet-Cookie: a=b", "a\x00b\x1b[31m\x07", "]]><x/>", "--><script>", "a\u2028b\u2029c\u0085d", "\ufffe\uffff\u202e", "kapot\xff\xfe",
	`\",\"x\":\"`, `</script><script>alert(1)//`, "=HYPERLINK(\"http://kwaad\")", "@SUM(1)", "\t=1", "&amp;lt;b&gt;", "{{printf \"%s\" .}}", "%0d%0aX: y", "../../x",
}

// everyForm are the addresses of what a fiche named gif shows up in, beside the
// pages.
var everyForm = []string{
	"/zoeken.atom", "/zoeken.feed.json", "/zoeken.csv", "/zoeken.json", "/opensearch.xml", "/suggesties.json?q=a", "/sitemap.xml", "/sitemap-1.xml",
	"/robots.txt", "/openapi.yaml", "/id/praktijk/gif", "/api/v1/search?explain=1&q=a", "/api/v1/suggest?q=a", "/api/v1/facets", "/api/v1/fiches", "/api/v1/fiches/gif",
	"/", "/?sort=title", "/?q=a&explain=1", "/?view=map", "/praktijk/gif", "/gemeente/Gent", "/zoektips", "/toegankelijkheid",
}

// Whatever every field of a fiche and every text of the settings holds, each
// answer is sound in its own form.
func TestEveryFormHoldsTextOnly(t *testing.T) {
	for _, attack := range append(breakers, attacks...) {
		t.Run(strings.ToValidUTF8(attack, "?"), func(t *testing.T) {
			var f corpus.Fiche
			poison(reflect.ValueOf(&f).Elem(), attack)
			f.ID = "gif"
			named := corpus.Fiche{ID: strings.NewReplacer("/", "-", "\x00", "-").Replace(attack), Title: "a" + attack}
			h := newServer(t, server.Config{
				Searcher: newIndex(t, []corpus.Fiche{f, named}), Images: fstest.MapFS{attack: {}}, Title: attack, Intro: attack, Footer: attack,
			})
			for _, path := range append(everyForm, "/praktijk/"+url.PathEscape(named.ID), "/?q="+url.QueryEscape(attack), "/zoeken.atom?q="+url.QueryEscape(attack)) {
				w := plainAsk(h, http.MethodGet, path)
				if w.Code >= 400 && (w.Code >= 500 || !strings.Contains(path, "%")) {
					t.Errorf("%s: status %d", path, w.Code)
				}
				checkSound(t, path, w)
			}
		})
	}
}

// No field starts a formula, in whatever cell it comes.
func TestNoFieldIsAFormula(t *testing.T) {
	for _, formula := range []string{"=1+1", "+1", "-1", "@x", "\t=1", "\r\n=1", "\u00a0=1", "＝1"} {
		var f corpus.Fiche
		poison(reflect.ValueOf(&f).Elem(), formula)
		f.ID = formula
		body := plainAsk(newServer(t, server.Config{Searcher: newIndex(t, []corpus.Fiche{f})}), http.MethodGet, "/zoeken.csv").Body.String()
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(body, "\ufeff"))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for i, cell := range rows[1] {
			if strings.IndexAny(strings.TrimLeft(cell, " \u00a0\t\r\n"), "=+-@＝＋－＠") == 0 {
				t.Errorf("%q: column %s holds the formula %q", formula, rows[0][i], cell)
			}
		}
	}
}

// One request is one line of the log, whatever it says of itself.
func TestLogLines(t *testing.T) {
	for name, handler := range map[string]func(*bytes.Buffer) slog.Handler{
		"text": func(b *bytes.Buffer) slog.Handler { return slog.NewTextHandler(b, nil) },
		"json": func(b *bytes.Buffer) slog.Handler { return slog.NewJSONHandler(b, nil) },
	} {
		t.Run(name, func(t *testing.T) {
			var log bytes.Buffer
			h := newServer(t, server.Config{Searcher: newIndex(t, handful()), RateLimit: 1e-6, TrustedProxies: proxies, Log: slog.New(handler(&log))})
			requests := 0
			for _, attack := range append(breakers, attacks...) {
				for _, path := range []string{"/" + attack, "/api/" + attack, "/praktijk/" + attack} {
					r := httptest.NewRequest(http.MethodGet, "/", nil)
					r.URL = &url.URL{Path: path, RawQuery: attack}
					r.Method, r.Host, r.RemoteAddr = http.MethodGet+attack, attack, "10.0.0.1:1"
					for _, header := range []string{"X-Request-Id", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "User-Agent", "Referer"} {
						r.Header.Set(header, attack)
					}
					h.ServeHTTP(httptest.NewRecorder(), r)
					requests++
				}
			}
			got := strings.TrimSuffix(log.String(), "\n")
			if n := strings.Count(got, "\n") + 1; n != requests {
				t.Errorf("%d lines for %d requests", n, requests)
			}
			if strings.ContainsFunc(got, func(r rune) bool { return r < ' ' && r != '\n' || r == 0x7f || r == 0x2028 || r == 0x202e }) {
				t.Error("the log holds control characters")
			}
			for _, told := range []string{"Set-Cookie", "kwaad", "alert"} {
				if strings.Contains(got, told) {
					t.Errorf("the log tells %q of a request", told)
				}
			}
		})
	}
}

// Every route of the table is among those whose headers are tested.
func TestServedKnowsEveryRoute(t *testing.T) {
	source, err := os.ReadFile("routes.go")
	if err != nil {
		t.Fatal(err)
	}
	templates := regexp.MustCompile(`(?m)^\tpath\w+ += "([^"]+)"`).FindAllStringSubmatch(string(source), -1)
	if len(templates) < 25 {
		t.Fatalf("found %d routes only", len(templates))
	}
	for _, m := range templates {
		if m[1] == "/metrics" {
			continue // of the admin handler
		}
		route := mux.NewRouter().NewRoute().Path(m[1])
		known := false
		for _, path := range append([]string{"/static/x", "/afbeelding/x.png"}, slices.Concat(everyForm, served)...) {
			known = known || route.Match(httptest.NewRequest(http.MethodGet, path, nil), &mux.RouteMatch{})
		}
		if !known {
			t.Errorf("no address of %s is tested", m[1])
		}
	}
}

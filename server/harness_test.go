package server_test

import (
	"context"
	"fmt"
	"iter"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/places"
	"praktijkzoeker/index"
	"praktijkzoeker/index/bleveindex"
	"praktijkzoeker/server"
)

// practice is a local practice whose heading is resolved as Parse does.
func practice(written string, examples ...corpus.Example) corpus.LocalPractice {
	return corpus.LocalPractice{AsWritten: written, Municipalities: places.Resolve(written).Places(), Examples: examples}
}

// handful are the fiches of most tests: one with every field, some with few, one
// with only a title.
func handful() []corpus.Fiche {
	return []corpus.Fiche{
		{
			ID: "taalbeleid-op-de-werkvloer", Title: "Taalbeleid op de werkvloer",
			Summary:    "Collega's leren **samen** Nederlands. Zie [de gids](https://voorbeeld.be/gids).",
			Categories: []string{"Taalbeleid", "Visie, organisatie & samenwerking"}, Domains: []string{"Werk", "Integratie"},
			TargetGroups: []string{"Medewerkers", "Anderstaligen"},
			Goals:        []string{"Elkaar beter verstaan.", "Veilig werken."}, SuccessFactors: []string{"Een *taalcoach* per dienst."},
			Challenges: []string{"Tijd vinden."}, Audience: "Wie bij de gemeente werkt.",
			Description: "Elke ploeg oefent tien minuten per dag.\n\n#### Stappen\n\n1. Luisteren\n2. Spreken\n\n![schema](https://elders.be/schema.png)",
			Practices: []corpus.LocalPractice{
				practice("Ternat", corpus.Example{Name: "PRAATCAFÉ", Text: "elke dinsdag koffie en taal"}),
				practice("Meeuwen-Gruitrode (en andere gemeenten)", corpus.Example{Text: "een taalbad voor poetshulpen"}),
				practice("Gent, Temste, Oostende"),
				practice("Wegwijzer: Her", corpus.Example{Name: "Infopunt"}),
			},
			Extra:  []corpus.Section{{Heading: "Partners", Text: "De **bibliotheek**."}},
			Image:  &corpus.Image{File: "koffie.png", Credit: "An Peeters", Alt: "Twee collega's met koffie"},
			Source: "https://www.voorbeeld.be/taal?a=1&b=2", Updated: time.Date(2024, 5, 3, 0, 0, 0, 0, time.UTC),
			Reviewed: time.Date(2025, 1, 20, 0, 0, 0, 0, time.UTC),
		},
		{
			ID: "buddywerking", Title: "Buddywerking voor nieuwkomers", Summary: "Een inwoner trekt op met een nieuwkomer.",
			Categories: []string{"Onthaalbeleid"}, Domains: []string{"Integratie"}, TargetGroups: []string{"Nieuwkomers"},
			Practices: []corpus.LocalPractice{practice("Aalst", corpus.Example{Name: "Samen op stap", Text: "buddy's bezoeken de stad"}), practice("Gent")},
			Updated:   time.Date(2023, 1, 2, 0, 0, 0, 0, time.UTC),
		},
		{ID: "alleen-een-titel", Title: "Alleen een titel"},
	}
}

// many returns n fiches that all hold the word praktijkles.
func many(n int) []corpus.Fiche {
	out := make([]corpus.Fiche, n)
	for i := range out {
		out[i] = corpus.Fiche{
			ID: fmt.Sprintf("les-%03d", i), Title: fmt.Sprintf("Les %03d", i), Summary: "Een praktijkles.",
			Categories: []string{"Groep " + string(rune('A'+i%12))},
		}
	}
	return out
}

func sequence(fiches []corpus.Fiche) iter.Seq2[corpus.Fiche, error] {
	return func(yield func(corpus.Fiche, error) bool) {
		for _, f := range fiches {
			if !yield(f, nil) {
				return
			}
		}
	}
}

// newIndex is the real engine, in memory.
func newIndex(tb testing.TB, fiches []corpus.Fiche) index.Index {
	tb.Helper()
	x, err := bleveindex.Open("", bleveindex.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := x.Close(); err != nil {
			tb.Error(err)
		}
	})
	if err := x.Replace(context.Background(), sequence(fiches)); err != nil {
		tb.Fatal(err)
	}
	return x
}

func newServer(tb testing.TB, c server.Config) *server.Handler {
	tb.Helper()
	h, err := server.New(c)
	if err != nil {
		tb.Fatal(err)
	}
	return h
}

// site is a server of the handful.
func site(tb testing.TB) http.Handler {
	return newServer(tb, server.Config{Searcher: newIndex(tb, handful()), Version: "1.2.3"})
}

// get asks for a path; headers are pairs of name and value. Answers of the API
// are held against openapi.yaml.
func get(tb testing.TB, h http.Handler, path string, headers ...string) *httptest.ResponseRecorder {
	return ask(tb, h, http.MethodGet, path, headers...)
}

func ask(tb testing.TB, h http.Handler, method, path string, headers ...string) *httptest.ResponseRecorder {
	tb.Helper()
	r := httptest.NewRequest(method, path, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if method == http.MethodGet && strings.HasPrefix(r.URL.Path, "/api/") && w.Header().Get("Content-Encoding") == "" {
		checkAgainstSpec(tb, r, w)
	}
	return w
}

// want fails unless the answer has this status.
func want(tb testing.TB, w *httptest.ResponseRecorder, code int) {
	tb.Helper()
	if w.Code != code {
		tb.Fatalf("got status %d, want %d:\n%s", w.Code, code, w.Body)
	}
}

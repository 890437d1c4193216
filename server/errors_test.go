package server_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/server"
)

// failing is a Searcher of which every call fails.
type failing struct{ err error }

func (f failing) Search(context.Context, index.Query) (*index.Results, error) { return nil, f.err }
func (f failing) Suggest(context.Context, string, int) ([]index.Suggestion, error) {
	return nil, f.err
}
func (f failing) Fiche(context.Context, string) (corpus.Fiche, error) { return corpus.Fiche{}, f.err }
func (f failing) Related(context.Context, string, int) ([]index.Hit, error) {
	return nil, f.err
}
func (f failing) Stats() index.Stats { return index.Stats{} }

// addresses that ask the index something.
var asking = []string{
	"/", "/?q=taal", "/?view=map", "/praktijk/x", "/id/praktijk/x", "/gemeente/Gent", "/zoektips",
	"/zoeken.atom", "/zoeken.csv", "/zoeken.json", "/suggesties.json?q=a", "/sitemap.xml", "/sitemap-1.xml",
	"/api/v1/search", "/api/v1/suggest?q=a", "/api/v1/facets", "/api/v1/fiches", "/api/v1/fiches/x",
}

const secret = "/srv/geheim/index.bolt: bad page"

func TestErrorsOfTheIndex(t *testing.T) {
	for _, tc := range []struct {
		name       string
		err        error
		code       int
		retryAfter string
		says       string
	}{
		{"not ready", fmt.Errorf("search: %w", index.ErrNotReady), 503, "5", "ingeladen"},
		{"too slow", fmt.Errorf("search: %w", context.DeadlineExceeded), 504, "", "te lang"},
		{"broken", errors.New(secret), 500, "", "ligt aan ons"},
	} {
		for _, path := range asking {
			t.Run(tc.name+path, func(t *testing.T) {
				var log bytes.Buffer
				h := newServer(t, server.Config{Searcher: failing{tc.err}, Log: slog.New(slog.NewTextHandler(&log, nil))})
				w := get(t, h, path)
				want(t, w, tc.code)
				body := w.Body.String()
				if !strings.Contains(body, tc.says) {
					t.Errorf("does not say %q: %s", tc.says, body)
				}
				if got := w.Header().Get("Retry-After"); got != tc.retryAfter {
					t.Errorf("Retry-After %q, want %q", got, tc.retryAfter)
				}
				if strings.Contains(body, "geheim") || strings.Contains(body, "goroutine") {
					t.Error("shows the inside")
				}
				if w.Header().Get("ETag") != "" || w.Header().Get("Cache-Control") != "no-store" {
					t.Error("an error may be kept by a cache")
				}
				id := w.Header().Get("X-Request-Id")
				if id == "" || !strings.Contains(body, id) {
					t.Error("does not tell the number of the request")
				}
				if tc.code == 500 && (!strings.Contains(log.String(), "geheim") || !strings.Contains(log.String(), id)) {
					t.Errorf("log does not tell the error with its number: %s", &log)
				}
			})
		}
	}
}

func TestErrorPageKeepsTheQuestion(t *testing.T) {
	h := newServer(t, server.Config{Searcher: failing{index.ErrNotReady}})
	doc := parse(t, get(t, h, "/?q=praatcafé&category=Visie%2C+organisatie&municipality=Gent"))
	if got, _ := attr(one(t, doc, "main input[name=q]"), "value"); got != "praatcafé" {
		t.Errorf("box holds %q", got)
	}
	if got, _ := attr(one(t, doc, "main input[name=category]"), "value"); got != "Visie, organisatie" {
		t.Errorf("category %q", got)
	}
	if got := hrefs(t, doc, "main a")[0]; got != "/?q=praatcaf%c3%a9&category=Visie%2C+organisatie&municipality=Gent" {
		t.Errorf("again leads to %q", got)
	}
}

// A wrong parameter is no dead end: the rest of the question leads on.
func TestErrorPageLeadsOn(t *testing.T) {
	h := site(t)
	for path, wanted := range map[string]string{
		"/?q=taal&category=Taalbeleid&page=abc": "/?q=taal&category=Taalbeleid",
		"/?sort=prijs&q=taal&page=2":            "/?q=taal&page=2",
	} {
		w := get(t, h, path)
		want(t, w, http.StatusBadRequest)
		href := hrefs(t, parse(t, w), "main a.forward")
		if len(href) != 1 || href[0] != wanted {
			t.Errorf("%s leads to %q, want %s", path, href, wanted)
			continue
		}
		want(t, get(t, h, href[0]), http.StatusOK)
	}
	// Too long a text cannot lead on, but is there to be shortened.
	doc := parse(t, get(t, h, "/?q="+strings.Repeat("woord+", 100)))
	if got, _ := attr(one(t, doc, "main input[name=q]"), "value"); !strings.HasPrefix(got, "woord woord") || len(all(t, doc, "a.forward")) > 0 {
		t.Errorf("box holds %.20q", got)
	}
}

func TestClientThatLeft(t *testing.T) {
	var log bytes.Buffer
	h := newServer(t, server.Config{Searcher: failing{context.Canceled}, Log: slog.New(slog.NewTextHandler(&log, nil))})
	for _, path := range asking {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		if w.Body.Len() > 0 {
			t.Errorf("%s: wrote %q to nobody", path, w.Body)
		}
	}
	if got := strings.Count(log.String(), "status=499"); got != len(asking) {
		t.Errorf("%d lines of status 499, want %d:\n%s", got, len(asking), &log)
	}
	if strings.Contains(log.String(), "ERROR") {
		t.Errorf("an error in the log:\n%s", &log)
	}
}

// slow answers when its context ends.
type slow struct{ failing }

func (slow) Search(ctx context.Context, _ index.Query) (*index.Results, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}

func TestTimeLimit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newServer(t, server.Config{Searcher: slow{}, Timeout: 3 * time.Second})
		start := time.Now()
		w := get(t, h, "/?q=taal")
		want(t, w, http.StatusGatewayTimeout)
		if took := time.Since(start); took != 3*time.Second {
			t.Errorf("took %v, want the limit of 3s", took)
		}
	})
}

// panicking is a Searcher with a mistake in it.
type panicking struct{ failing }

func (panicking) Search(context.Context, index.Query) (*index.Results, error) { panic(secret) }

func TestPanic(t *testing.T) {
	for _, path := range []string{"/?q=taal", "/api/v1/search"} {
		var log bytes.Buffer
		h := newServer(t, server.Config{Searcher: panicking{}, Log: slog.New(slog.NewTextHandler(&log, nil))})
		w := get(t, h, path)
		want(t, w, http.StatusInternalServerError)
		if strings.Contains(w.Body.String(), "geheim") {
			t.Errorf("%s shows the panic: %s", path, w.Body)
		}
		for _, s := range []string{"geheim", "errors_test.go", w.Header().Get("X-Request-Id"), "status=500"} {
			if !strings.Contains(log.String(), s) {
				t.Errorf("%s: log does not hold %q", path, s)
			}
		}
	}
}

func TestNewRefuses(t *testing.T) {
	for name, c := range map[string]server.Config{
		"no searcher":           {},
		"base URL without host": {Searcher: failing{}, BaseURL: "praktijken.be"},
		"base URL of a file":    {Searcher: failing{}, BaseURL: "file:///etc/passwd"},
		"base URL with a query": {Searcher: failing{}, BaseURL: "https://praktijken.be?x=1"},
	} {
		if _, err := server.New(c); err == nil || !strings.HasPrefix(err.Error(), "server: ") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

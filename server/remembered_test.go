package server_test

import (
	"compress/gzip"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/prometheus/client_golang/prometheus"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/server"
)

// asked counts the searches that reach the index.
type asked struct {
	index.Index
	n atomic.Int64
}

func (a *asked) Search(ctx context.Context, q index.Query) (*index.Results, error) {
	a.n.Add(1)
	return a.Index.Search(ctx, q)
}

// Every address that has a tag is answered the second time as the first, without
// the index, and at once anew when the contents change.
func TestRemembered(t *testing.T) {
	ix := &asked{Index: newIndex(t, handful())}
	h := newServer(t, server.Config{Searcher: ix})
	changed := handful()
	changed[0].Title = "Nieuw: " + changed[0].Title
	for _, path := range []string{
		"/", "/?q=taal", "/?q=taal&view=map", "/?category=Taalbeleid", "/gemeente/Ternat", "/zoektips", "/zoeken.atom", "/zoeken.csv",
		"/zoeken.json", "/sitemap.xml", "/suggesties.json?q=taal",
		"/api/v1/search?q=taal", "/api/v1/facets?q=taal", "/api/v1/suggest?q=taal", "/api/v1/fiches", "/api/v1/fiches/buddywerking",
	} {
		t.Run(path, func(t *testing.T) {
			first := get(t, h, path)
			want(t, first, http.StatusOK)
			before := ix.n.Load()
			second := get(t, h, path)
			if n := ix.n.Load() - before; n != 0 {
				t.Errorf("%d searches for the same again", n)
			}
			for _, w := range []*httptest.ResponseRecorder{first, second} {
				w.Header().Del("X-Request-Id")
				w.Header().Del("Content-Length")
			}
			if diff := cmp.Diff(first.Header(), second.Header()) + cmp.Diff(first.Body.String(), second.Body.String()); diff != "" || second.Code != http.StatusOK {
				t.Errorf("the second answer differs (-first +second):\n%s", diff)
			}
			if w := get(t, h, path, "If-None-Match", first.Header().Get("ETag")); w.Code != http.StatusNotModified || w.Body.Len() > 0 || w.Header().Get("Content-Type") != "" {
				t.Errorf("with its tag: %d, %q", w.Code, w.Body)
			}
			if w := ask(t, h, http.MethodHead, path); w.Code != http.StatusOK {
				t.Errorf("HEAD: %d", w.Code)
			}
			for _, fiches := range [][]corpus.Fiche{changed, handful()} {
				if err := ix.Replace(t.Context(), sequence(fiches)); err != nil {
					t.Fatal(err)
				}
				if w := get(t, h, path); w.Header().Get("ETag") == first.Header().Get("ETag") {
					t.Error("the tag is that of other contents")
				}
				mine, fresh := get(t, h, path), get(t, newServer(t, server.Config{Searcher: ix}), path)
				if diff := cmp.Diff(fresh.Body.String(), mine.Body.String()); diff != "" && path != "/zoeken.atom" {
					t.Errorf("not what the contents say (-fresh +got):\n%s", diff)
				}
			}
		})
	}
}

// Who asks otherwise gets another answer.
func TestRememberedApart(t *testing.T) {
	h := site(t)
	const fiche = "/praktijk/buddywerking"
	back := func(w *httptest.ResponseRecorder) string { return hrefs(t, parse(t, w), ".trail a")[0] }
	for range 2 {
		if got := back(get(t, h, fiche)); got != "/?sort=title" {
			t.Errorf("without a search before it, back is %s", got)
		}
		if got := back(get(t, h, fiche, "Referer", "http://example.com/?q=buddy")); got != "/?q=buddy" {
			t.Errorf("back is %s", got)
		}
		packed, plain := get(t, h, "/?q=taal", "Accept-Encoding", "gzip"), get(t, h, "/?q=taal")
		if packed.Header().Get("Content-Encoding") != "gzip" || plain.Header().Get("Content-Encoding") != "" {
			t.Fatalf("encodings %q and %q", packed.Header().Get("Content-Encoding"), plain.Header().Get("Content-Encoding"))
		}
		unpack, err := gzip.NewReader(packed.Body)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(unpack)
		if err != nil || string(body) != plain.Body.String() {
			t.Errorf("packed and plain differ: %v", err)
		}
		for _, host := range []string{"een.voorbeeld.be", "twee.voorbeeld.be"} {
			r := httptest.NewRequest(http.MethodGet, "http://"+host+"/zoeken.atom", nil)
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			if !strings.Contains(w.Body.String(), "http://"+host+"/") {
				t.Errorf("%s gets addresses of another", host)
			}
		}
	}
	ids := []string{}
	for range 3 {
		ids = append(ids, get(t, h, "/?q=taal").Header().Get("X-Request-Id"))
	}
	if slices.Sort(ids); len(slices.Compact(ids)) != 3 {
		t.Errorf("numbers of requests %q", ids)
	}
}

// Errors and what follows from files beside the index are never kept.
func TestNotRemembered(t *testing.T) {
	images := fstest.MapFS{}
	h := newServer(t, server.Config{Searcher: newIndex(t, handful()), Images: images})
	for range 2 {
		want(t, get(t, h, "/?page=0"), http.StatusBadRequest)
		want(t, get(t, h, "/praktijk/bestaat-niet"), http.StatusNotFound)
	}
	const path = "/praktijk/taalbeleid-op-de-werkvloer"
	tag := get(t, h, path).Header().Get("ETag")
	get(t, h, path)
	images["koffie.png"] = &fstest.MapFile{Data: []byte("png")}
	w := get(t, h, path, "If-None-Match", tag)
	if want(t, w, http.StatusOK); !strings.Contains(w.Body.String(), "koffie.png") {
		t.Error("a picture that came later is not shown")
	}
}

func TestRememberedIsCounted(t *testing.T) {
	reg := prometheus.NewRegistry()
	h := newServer(t, server.Config{Searcher: newIndex(t, handful()), Metrics: reg})
	for range 3 {
		get(t, h, "/?q=zzzzqqqq")
	}
	body := get(t, h.Admin(), "/metrics").Body.String()
	for _, line := range []string{
		"praktijk_http_kept_hits_total 2", "praktijk_search_zero_results_total 3", `praktijk_http_requests_total{code="200",method="GET",route="/"} 3`,
	} {
		if !strings.Contains(body, line) {
			t.Errorf("/metrics lacks %s", line)
		}
	}
}

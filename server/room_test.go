package server_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/server"
)

// gated answers nothing before its gate is open.
type gated struct {
	failing
	gate chan struct{}
}

func (g gated) Suggest(ctx context.Context, _ string, _ int) ([]index.Suggestion, error) {
	select {
	case <-g.gate:
		return nil, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// busy is a server whose places are all taken.
func busy(t *testing.T, places int) (h http.Handler, open func()) {
	g := gated{gate: make(chan struct{})}
	h = newServer(t, server.Config{Searcher: g, MaxRequests: places})
	var inside sync.WaitGroup
	for range places {
		inside.Go(func() { want(t, get(t, h, "/api/v1/suggest?q=a"), http.StatusOK) })
	}
	synctest.Wait()
	return h, func() { close(g.gate); inside.Wait() }
}

func TestBusy(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h, open := busy(t, 2)
		for _, path := range []string{"/zoektips", "/api/v1/suggest?q=b", "/zoeken.csv", "/nergens"} {
			start := time.Now()
			w := get(t, h, path)
			want(t, w, http.StatusServiceUnavailable)
			if took := time.Since(start); took != server.MaxWait {
				t.Errorf("%s waited %v, want %v", path, took, server.MaxWait)
			}
			if w.Header().Get("Retry-After") != "5" || !strings.Contains(w.Body.String(), "erg druk") {
				t.Errorf("%s: Retry-After %q, says %s", path, w.Header().Get("Retry-After"), w.Body)
			}
		}
		for _, path := range []string{"/healthz", "/readyz", "/robots.txt", "/openapi.yaml"} {
			start := time.Now()
			if w := get(t, h, path); w.Code != http.StatusOK && path != "/readyz" || time.Since(start) != 0 {
				t.Errorf("%s: %d after %v", path, w.Code, time.Since(start))
			}
		}
		open()
		want(t, get(t, h, "/api/v1/suggest?q=c"), http.StatusOK)
	})
}

// Who waits gets a place as soon as there is one; who comes when a thousand wait
// already is told at once; who leaves while waiting takes no place.
func TestQueue(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h, open := busy(t, 2)
		var waiting sync.WaitGroup
		for range server.MaxWaiting - 1 {
			waiting.Go(func() { want(t, get(t, h, "/api/v1/suggest?q=b"), http.StatusOK) })
		}
		gone, leave := context.WithCancel(t.Context())
		waiting.Go(func() {
			w := httptest.NewRecorder()
			h.ServeHTTP(w, httptest.NewRequestWithContext(gone, http.MethodGet, "/zoektips", nil))
			if w.Body.Len() > 0 {
				t.Errorf("wrote to nobody: %s", w.Body)
			}
		})
		synctest.Wait()
		start := time.Now()
		want(t, get(t, h, "/api/v1/suggest?q=c"), http.StatusServiceUnavailable)
		if took := time.Since(start); took != 0 {
			t.Errorf("waited %v before a full queue", took)
		}
		leave()
		open()
		waiting.Wait()
		want(t, get(t, h, "/api/v1/suggest?q=d"), http.StatusOK)
	})
}

// stuck is a client that reads nothing until it is freed.
type stuck struct {
	*httptest.ResponseRecorder
	reached, free chan struct{}
}

func (s stuck) Write(b []byte) (int, error) {
	s.reached <- struct{}{}
	<-s.free
	return s.ResponseRecorder.Write(b)
}

// stick lets n clients ask a path and stick at its answer.
func stick(h http.Handler, path string, n int) (free func()) {
	s := stuck{reached: make(chan struct{}), free: make(chan struct{})}
	var clients sync.WaitGroup
	for range n {
		clients.Go(func() {
			h.ServeHTTP(stuck{httptest.NewRecorder(), s.reached, s.free}, httptest.NewRequest(http.MethodGet, path, nil))
		})
	}
	for range n {
		<-s.reached
	}
	return func() { close(s.free); clients.Wait() }
}

// Clients that read slowly hold no place: only the work counts.
func TestSlowReadersHoldNoPlace(t *testing.T) {
	h := newServer(t, server.Config{Searcher: newIndex(t, handful()), MaxRequests: 2})
	free := stick(h, "/zoektips", 50)
	defer free()
	want(t, get(t, h, "/?q=taal"), http.StatusOK)
}

// Downloads are large: so many are in memory, and the rest of the site goes on.
func TestBulk(t *testing.T) {
	for _, path := range []string{"/zoeken.csv", "/zoeken.json", "/api/v1/fiches?size=100"} {
		synctest.Test(t, func(t *testing.T) {
			h := newServer(t, server.Config{Searcher: listing{}})
			free := stick(h, path, server.BulkRequests)
			want(t, get(t, h, path), http.StatusServiceUnavailable)
			want(t, get(t, h, "/zoektips"), http.StatusOK)
			free()
			want(t, get(t, h, path), http.StatusOK)
		})
	}
}

// listing finds one fiche, and needs no index: one has goroutines of its own,
// which a bubble does not know.
type listing struct{ failing }

func (listing) Search(context.Context, index.Query) (*index.Results, error) {
	return &index.Results{Total: 1, Hits: []index.Hit{{Fiche: corpus.Fiche{ID: "a", Title: "Zwemles"}}}}, nil
}

package server_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"praktijkzoeker/server"
)

func TestRate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newServer(t, server.Config{Searcher: failing{}, RateLimit: 0.5, RateBurst: 3})
		ask := func(client, path string) (code int, again string) {
			w := from(h, client+":1", path)
			if w.Code == http.StatusTooManyRequests {
				for _, s := range []string{"application/problem+json", "Te veel vragen", "Retry-After"} {
					if !strings.Contains(w.Header().Get("Content-Type")+w.Body.String(), s) {
						t.Errorf("the answer lacks %q:\n%s", s, w.Body)
					}
				}
			}
			return w.Code, w.Header().Get("Retry-After")
		}
		for i := range 3 {
			if code, _ := ask("192.0.2.1", "/api/x"); code != http.StatusNotFound {
				t.Errorf("request %d of the burst: %d", i, code)
			}
		}
		if code, again := ask("192.0.2.1", "/api/v1/search"); code != 429 || again != "2" {
			t.Errorf("past the burst: %d, again in %q s, want 429 in 2", code, again)
		}
		if code, _ := ask("192.0.2.2", "/api/x"); code != http.StatusNotFound {
			t.Errorf("another client: %d", code)
		}
		for range 10 { // pages and feeds have no rate
			for _, path := range []string{"/nergens", "/robots.txt", "/healthz"} {
				if code, _ := ask("192.0.2.1", path); code == 429 {
					t.Errorf("%s has a rate", path)
				}
			}
		}
		time.Sleep(time.Second) // of the bubble
		if code, again := ask("192.0.2.1", "/api/x"); code != 429 || again != "1" {
			t.Errorf("too soon: %d, again in %q s, want 429 in 1", code, again)
		}
		time.Sleep(time.Second)
		if code, _ := ask("192.0.2.1", "/api/x"); code != http.StatusNotFound {
			t.Errorf("after the wait that was told: %d", code)
		}
	})
}

func TestRateIsOffByDefault(t *testing.T) {
	h := newServer(t, server.Config{Searcher: failing{}})
	for range 200 {
		if w := from(h, "192.0.2.1:1", "/api/x"); w.Code != http.StatusNotFound {
			t.Fatalf("status %d", w.Code)
		}
	}
}

// A kept answer counts too, and a preflight does not.
func TestRateCountsKeptAnswers(t *testing.T) {
	h := newServer(t, server.Config{Searcher: newIndex(t, handful()), RateLimit: 1e-6, RateBurst: 2})
	for range 3 {
		want(t, ask(t, h, http.MethodOptions, "/api/v1/facets"), http.StatusNoContent)
	}
	want(t, get(t, h, "/api/v1/facets"), http.StatusOK)
	want(t, get(t, h, "/api/v1/facets"), http.StatusOK)
	want(t, get(t, h, "/api/v1/facets"), http.StatusTooManyRequests)
}

// However many clients come, the memory of them is bounded, and one that goes on
// asking is not forgotten.
func TestRateForgetsClients(t *testing.T) {
	l := server.NewLimiter(1, 1, 100)
	now := time.Now()
	persistent := "192.0.2.1"
	if l.Wait(persistent, now) != 0 {
		t.Fatal("the first request is refused")
	}
	for i := range 10_000 {
		if l.Wait(fmt.Sprintf("10.%d.%d.1", i/250, i%250), now) != 0 {
			t.Fatalf("client %d is refused", i)
		}
		if i%50 == 0 && l.Wait(persistent, now) == 0 {
			t.Fatalf("forgotten after %d others", i)
		}
		if n := l.Clients(); n > 200 {
			t.Fatalf("%d clients remembered, want 200 at most", n)
		}
	}
}

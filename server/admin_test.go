package server_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"praktijkzoeker/index"
	"praktijkzoeker/server"
)

func TestAdmin(t *testing.T) {
	h := newServer(t, server.Config{Searcher: newIndex(t, handful())})
	for path, says := range map[string]string{
		"/metrics": "praktijk_index_documents 3", "/healthz": "ok", "/readyz": `"status":"ready","fiches":3`,
		"/debug/pprof/": "goroutine", "/debug/pprof/goroutine?debug=1": "goroutine profile", "/debug/pprof/heap": "", "/debug/pprof/cmdline": "",
	} {
		r := httptest.NewRecorder()
		h.Admin().ServeHTTP(r, httptest.NewRequest(http.MethodGet, path, nil))
		want(t, r, http.StatusOK)
		if !strings.Contains(r.Body.String(), says) || r.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: headers %v, says %.200s", path, r.Header(), r.Body)
		}
		if path != "/healthz" && path != "/readyz" {
			want(t, get(t, h, path), http.StatusNotFound) // not for everybody
		}
	}
	for _, path := range []string{"/", "/api/v1/search", "/nergens", "/debug/", "/debug/vars"} {
		want(t, plainAsk(h.Admin(), http.MethodGet, path), http.StatusNotFound)
	}
	want(t, plainAsk(h.Admin(), http.MethodPost, "/metrics"), http.StatusMethodNotAllowed)
}

func TestAdminBeforeTheIndex(t *testing.T) {
	h := newServer(t, server.Config{Searcher: failing{index.ErrNotReady}})
	want(t, plainAsk(h.Admin(), http.MethodGet, "/readyz"), http.StatusServiceUnavailable)
	want(t, plainAsk(h.Admin(), http.MethodGet, "/healthz"), http.StatusOK)
}

func plainAsk(h http.Handler, method, path string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(method, path, nil))
	return w
}

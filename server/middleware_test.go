package server_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"praktijkzoeker/server"
)

// served are addresses of every route.
var served = []string{
	"/", "/?q=taal", "/praktijk/buddywerking", "/gemeente/Gent", "/api/v1/search", "/api/v1/suggest?q=taal", "/api/v1/facets",
	"/api/v1/fiches", "/api/v1/fiches/buddywerking", "/healthz", "/readyz", "/openapi.yaml", "/opensearch.xml",
}

func TestHeadersThatProtect(t *testing.T) {
	h := site(t)
	for _, path := range slices.Concat([]string{"/nergens", "/api/nergens", "/?page=x", "/static/x", "/afbeelding/x.png", "//", "/praktijk/x/../y"}, served, everyForm) {
		head := get(t, h, path).Header()
		for name, wanted := range map[string]string{
			"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
		} {
			if got := head.Get(name); got != wanted {
				t.Errorf("%s: %s %q, want %q", path, name, got, wanted)
			}
		}
		policy := head.Get("Content-Security-Policy")
		for _, rule := range []string{"default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"} {
			if !strings.Contains(policy, rule) {
				t.Errorf("%s: policy lacks %s", path, rule)
			}
		}
		if strings.Contains(policy, "unsafe") || strings.Contains(policy, "*") {
			t.Errorf("%s: loose policy %s", path, policy)
		}
		if head.Get("Set-Cookie") != "" {
			t.Errorf("%s sets a cookie", path)
		}
		wantCORS := ""
		if strings.HasPrefix(path, "/api/") || path == "/openapi.yaml" {
			wantCORS = "*"
		}
		if got := head.Get("Access-Control-Allow-Origin"); got != wantCORS {
			t.Errorf("%s: CORS %q, want %q", path, got, wantCORS)
		}
	}
}

func TestPreflight(t *testing.T) {
	w := ask(t, site(t), http.MethodOptions, "/api/v1/search", "Origin", "https://elders.be", "Access-Control-Request-Method", "GET")
	want(t, w, http.StatusNoContent)
	if got := w.Header().Get("Access-Control-Allow-Methods"); got != "GET, HEAD" {
		t.Errorf("methods %q", got)
	}
}

func TestMethods(t *testing.T) {
	srv := httptest.NewServer(site(t))
	t.Cleanup(srv.Close)
	for _, path := range served {
		for method, code := range map[string]int{http.MethodHead: 200, http.MethodPost: 405, http.MethodDelete: 405, "BREW": 405} {
			r, err := http.NewRequest(method, srv.URL+path, nil)
			if err != nil {
				t.Fatal(err)
			}
			answer, err := srv.Client().Do(r)
			if err != nil {
				t.Fatal(err)
			}
			body, err := io.ReadAll(answer.Body)
			_ = answer.Body.Close()
			if err != nil || answer.StatusCode != code {
				t.Errorf("%s %s: %d %v, want %d", method, path, answer.StatusCode, err, code)
			}
			if method == http.MethodHead && len(body) > 0 {
				t.Errorf("HEAD %s has a body", path)
			}
			if code == 405 && (answer.Header.Get("Allow") != "GET, HEAD" || !strings.Contains(string(body), "GET of HEAD")) {
				t.Errorf("%s %s: Allow %q, says %q", method, path, answer.Header.Get("Allow"), body)
			}
			if code == 405 && strings.HasPrefix(path, "/api/") != (answer.Header.Get("Content-Type") == "application/problem+json") {
				t.Errorf("%s %s: content type %q", method, path, answer.Header.Get("Content-Type"))
			}
		}
	}
}

func TestBody(t *testing.T) {
	h := site(t)
	for size, code := range map[int]int{10: 200, 1 << 20: 413} {
		r := httptest.NewRequest(http.MethodGet, "/api/v1/search", strings.NewReader(strings.Repeat("x", size)))
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		want(t, w, code)
		checkAgainstSpec(t, r, w)
	}
}

func TestGzip(t *testing.T) {
	h := site(t)
	for path, wanted := range map[string]string{"/?q=taal": "gzip", "/api/v1/search": "gzip", "/healthz": ""} {
		w := get(t, h, path, "Accept-Encoding", "gzip")
		want(t, w, http.StatusOK)
		if got := w.Header().Get("Content-Encoding"); got != wanted {
			t.Errorf("%s: encoding %q, want %q", path, got, wanted)
			continue
		}
		if wanted == "" {
			continue
		}
		z, err := gzip.NewReader(w.Body)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(z)
		if err != nil || string(body) != get(t, h, path).Body.String() {
			t.Errorf("%s: not the same when unpacked (%v)", path, err)
		}
	}
}

func TestRequestID(t *testing.T) {
	h := site(t)
	for given, kept := range map[string]bool{
		"abc-123_D.e": true, "": false, "met spatie": false, "x\" onclick=": false, strings.Repeat("a", 65): false,
	} {
		got := get(t, h, "/healthz", "X-Request-Id", given).Header().Get("X-Request-Id")
		if got == "" || (got == given) != kept {
			t.Errorf("given %q: %q", given, got)
		}
	}
}

// The log tells what happened and not what anybody looked for.
func TestAccessLog(t *testing.T) {
	var log bytes.Buffer
	h := newServer(t, server.Config{Searcher: newIndex(t, handful()), Log: slog.New(slog.NewTextHandler(&log, nil))})
	for _, path := range []string{"/?q=geheimewens&category=geheimewens", "/praktijk/geheimewens", "/api/v1/suggest?q=geheimewens", "/geheimewens", "/gemeente/geheimewens", "/?page=geheimewens"} {
		get(t, h, path, "Referer", "http://example.com/?q=geheimewens", "X-Request-Id", "nummer-7")
	}
	got := log.String()
	if strings.Contains(got, "geheimewens") {
		t.Errorf("the log holds what was asked:\n%s", got)
	}
	for _, s := range []string{"route=/praktijk/{id} status=404", "route=/ status=200", "route=none status=404", "request_id=nummer-7", "route=/ status=400", "took="} {
		if !strings.Contains(got, s) {
			t.Errorf("the log lacks %q:\n%s", s, got)
		}
	}
	log.Reset()
	get(t, h, "/healthz")
	if log.Len() > 0 {
		t.Errorf("a probe is logged: %s", &log)
	}
}

func TestETag(t *testing.T) {
	x := newIndex(t, handful())
	h := newServer(t, server.Config{Searcher: x, Version: "1"})
	for _, path := range []string{"/", "/?q=taal", "/praktijk/buddywerking", "/gemeente/Gent", "/api/v1/search?q=taal", "/api/v1/facets", "/api/v1/fiches", "/api/v1/fiches/buddywerking", "/api/v1/suggest?q=taal"} {
		tag := get(t, h, path).Header().Get("ETag")
		if tag == "" {
			t.Errorf("%s has no tag", path)
		}
		same := get(t, h, path, "If-None-Match", tag)
		if same.Code != http.StatusNotModified || same.Body.Len() > 0 {
			t.Errorf("%s: %d with %d bytes, want 304", path, same.Code, same.Body.Len())
		}
		want(t, get(t, h, path, "If-None-Match", `"elders"`), http.StatusOK)
	}
	tag := get(t, h, "/").Header().Get("ETag")
	if err := x.Replace(t.Context(), sequence(many(3))); err != nil {
		t.Fatal(err)
	}
	want(t, get(t, h, "/", "If-None-Match", tag), http.StatusOK)
	// Another run may number its contents alike.
	other := newServer(t, server.Config{Searcher: newIndex(t, handful()), Version: "1"})
	want(t, get(t, other, "/", "If-None-Match", tag), http.StatusOK)
}

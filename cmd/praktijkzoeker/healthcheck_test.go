package main

import (
	"context"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"praktijkzoeker/server"
)

func TestOwnURL(t *testing.T) {
	for listen, want := range map[string]string{
		"localhost:8080": "http://localhost:8080", ":8080": "http://127.0.0.1:8080", "0.0.0.0:80": "http://127.0.0.1:80",
		"[::]:80": "http://[::1]:80", "[::1]:80": "http://[::1]:80", "10.0.0.1:81": "http://10.0.0.1:81", "zoeker:82": "http://zoeker:82",
		"localhost:0": "",
	} {
		for _, secure := range []bool{false, true} {
			want := want
			if secure {
				want = strings.Replace(want, "http:", "https:", 1)
			}
			got, err := ownURL(listen, secure)
			if got != want || (err == nil) != (want != "") {
				t.Errorf("%s, secure %t: %q, %v; want %q", listen, secure, got, err, want)
			}
		}
	}
}

func TestAskReady(t *testing.T) {
	for _, test := range []struct {
		name, body string
		code       int
		says       string // of the error; empty: none
	}{
		{"ready", `{"status":"ready","fiches":3}`, 200, ""},
		{"degraded", `{"status":"degraded","fiches":3}`, 200, ""},
		{"a field of a later version", `{"status":"ready","new":{}}`, 200, ""},
		{"loading", `{"status":"loading","detail":"nog niet klaar"}`, 503, "nog niet klaar"},
		{"another program", `<html>`, 200, "/readyz antwoordt met status 200 en niet zoals Praktijkzoeker"},
		{"another program with JSON", `{}`, 200, "niet zoals Praktijkzoeker"},
		{"an endless answer", strings.Repeat("x", maxReadiness+1), 200, "niet zoals Praktijkzoeker"},
		{"half an answer", `{"status":`, 200, "niet zoals Praktijkzoeker"},
	} {
		for scheme, start := range map[string]func(http.Handler) *httptest.Server{"http": httptest.NewServer, "https": httptest.NewTLSServer} {
			t.Run(test.name+"/"+scheme, func(t *testing.T) {
				s := start(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					if r.URL.Path != "/readyz" {
						t.Errorf("asks %s", r.URL.Path)
					}
					w.WriteHeader(test.code)
					_, _ = w.Write([]byte(test.body)) // the client may have heard enough
				}))
				defer s.Close()
				r, err := askReady(t.Context(), s.URL+"/", false)
				switch {
				case test.says == "" && err != nil:
					t.Error(err)
				case test.says == "" && r.Status != test.name && r.Status != server.StatusReady:
					t.Errorf("got %+v", r)
				case test.says != "" && (err == nil || !strings.Contains(err.Error(), test.says)):
					t.Errorf("error %v, want %q", err, test.says)
				}
				if err != nil && strings.Contains(err.Error(), "\n") {
					t.Errorf("more than a line: %v", err)
				}
			})
		}
	}
}

// A server is asked where it listens, also on an address of the network, for
// which its certificate is not. Of another server the certificate counts.
func TestAskReadyByAddress(t *testing.T) {
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(`{"status":"ready"}`)) // the client may have left
	}))
	s.Config.ErrorLog = log.New(io.Discard, "", 0) // of the handshake that fails
	s.StartTLS()
	defer s.Close()
	// The name is of this machine, but no loopback address by its looks.
	base := strings.Replace(s.URL, "127.0.0.1", "LOCALHOST", 1)
	if _, err := askReady(t.Context(), base, true); err != nil {
		t.Errorf("its own address: %v", err)
	}
	if _, err := askReady(t.Context(), base, false); err == nil || !strings.Contains(err.Error(), "x509") {
		t.Errorf("the address of a site: %v", err)
	}
}

func TestAskReadyOfNobody(t *testing.T) {
	s := httptest.NewServer(http.NotFoundHandler())
	s.Close()
	if _, err := askReady(t.Context(), s.URL, false); err == nil || !strings.Contains(err.Error(), "draait de server?") {
		t.Errorf("a closed port: %v", err)
	}
	hangs := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }))
	defer hangs.Close()
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	if _, err := askReady(ctx, hangs.URL, false); err == nil || !strings.Contains(err.Error(), "antwoordt niet op tijd") {
		t.Errorf("a server that hangs: %v", err)
	}
}

func TestDescribeReadiness(t *testing.T) {
	at := time.Date(2026, 11, 23, 9, 5, 0, 0, time.Local)
	for want, r := range map[string]server.Readiness{
		"klaar: 1 fiche": {Status: server.StatusReady, Fiches: 1},
		"klaar: 34 fiches, generatie 2, inhoud van 2026-11-23 09:05": {Status: server.StatusReady, Fiches: 34, Generation: 2, Since: &at},
		"klaar: 2 fiches; let op: de fiches zijn niet bijgewerkt":    {Status: server.StatusDegraded, Fiches: 2, Detail: "de fiches zijn niet bijgewerkt"},
	} {
		if got := describeReadiness(r); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

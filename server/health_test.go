package server_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"praktijkzoeker/index"
	"praktijkzoeker/server"
)

func readiness(t *testing.T, h http.Handler, code int) (server.Readiness, *httptest.ResponseRecorder) {
	t.Helper()
	w := get(t, h, "/readyz")
	want(t, w, code)
	var got server.Readiness
	d := json.NewDecoder(w.Body)
	d.DisallowUnknownFields()
	if err := d.Decode(&got); err != nil {
		t.Fatal(err)
	}
	if c := w.Header().Get("Cache-Control"); c != "no-store" {
		t.Errorf("Cache-Control %q", c)
	}
	return got, w
}

func TestReadiness(t *testing.T) {
	at := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	for _, tc := range []struct {
		name   string
		config server.Config
		code   int
		want   server.Readiness
	}{
		{"contents", server.Config{Searcher: newIndex(t, handful()), Version: "1.2.3"}, 200,
			server.Readiness{Status: server.StatusReady, Fiches: 3, Version: "1.2.3"}},
		{"no fiches at all", server.Config{Searcher: newIndex(t, nil)}, 200, server.Readiness{Status: server.StatusReady}},
		{"reloaded", server.Config{Searcher: newIndex(t, handful()), Reload: func() server.Reload { return server.Reload{Success: at} }}, 200,
			server.Readiness{Status: server.StatusReady, Fiches: 3, Reloaded: &at}},
		{"the folder is gone", server.Config{Searcher: newIndex(t, handful()), Reload: func() server.Reload { return server.Reload{Success: at, Failing: true} }}, 200,
			server.Readiness{Status: server.StatusDegraded, Fiches: 3, Reloaded: &at,
				Detail: "de fiches zijn niet bijgewerkt, wat er was blijft vindbaar: het log zegt waarom"}},
		{"loading", server.Config{Searcher: failing{index.ErrNotReady}}, 503,
			server.Readiness{Status: server.StatusLoading, Detail: "nog niet klaar: de fiches worden ingeladen"}},
		{"the index fails", server.Config{Searcher: failing{index.ErrNotFound}}, 503,
			server.Readiness{Status: server.StatusFailed, Detail: "niet klaar: het log zegt waarom"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			h := newServer(t, tc.config)
			want(t, get(t, h, "/healthz"), http.StatusOK) // the program runs, whatever else
			got, w := readiness(t, h, tc.code)
			if diff := cmp.Diff(tc.want, got, cmpopts.IgnoreFields(server.Readiness{}, "Snapshot", "Since", "AgeSeconds")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if waits := w.Header().Get("Retry-After") != ""; waits != (tc.code == 503) {
				t.Errorf("Retry-After %q with status %d", w.Header().Get("Retry-After"), tc.code)
			}
		})
	}
}

// Since is the time of the contents, and changes with them alone.
func TestReadinessTellsTheAgeOfTheContents(t *testing.T) {
	begin := time.Now().Add(-time.Second)
	h := newServer(t, server.Config{Searcher: newIndex(t, handful())})
	got, _ := readiness(t, h, 200)
	if got.Since == nil || got.Since.Before(begin) || got.Since.After(time.Now()) {
		t.Fatalf("contents since %v, want between %v and now", got.Since, begin)
	}
	if got.AgeSeconds < 0 || got.AgeSeconds > int64(time.Since(begin).Seconds()) {
		t.Errorf("age %d s", got.AgeSeconds)
	}
	if got.Snapshot == 0 {
		t.Error("no snapshot")
	}
}

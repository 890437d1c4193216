package server

import (
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"praktijkzoeker/index"
)

// A Reload tells how bringing the index up to date with the files went.
type Reload struct {
	Success time.Time // of the last one that succeeded; zero: none has in this run
	Failing bool      // the last one failed: what is served is older than the files
}

// A Readiness is what /readyz answers, as JSON.
type Readiness struct {
	Status string `json:"status"`           // one of the Status constants
	Detail string `json:"detail,omitempty"` // Dutch: what is wrong, and where to look
	Fiches int    `json:"fiches"`
	// Generation numbers the rebuilds of an index on disk; 0 in memory.
	Generation int `json:"generation"`
	// Snapshot rises with every change of the contents, in one run.
	Snapshot uint64 `json:"snapshot"`
	// Since is when the contents came to be what they are; AgeSeconds how long
	// ago that was. They do not change while the files do not.
	Since      *time.Time `json:"contents_since,omitempty"`
	AgeSeconds int64      `json:"contents_age_seconds"`
	// Reloaded is when the index was last known to equal the files.
	Reloaded *time.Time `json:"last_successful_reload,omitempty"`
	Version  string     `json:"version"`
}

// What a Readiness can say. Only the first two answer searches.
const (
	StatusReady    = "ready"
	StatusDegraded = "degraded" // searches are answered, with something that an operator should mend
	StatusLoading  = "loading"
	StatusFailed   = "failed"
)

// serveHealth says that the program runs; it asks nothing of the index.
func serveHealth(w http.ResponseWriter, _ *http.Request) {
	h := w.Header()
	h.Set("Content-Type", "text/plain; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	_, _ = w.Write([]byte("ok\n")) // an error means that the client left
}

// serveReady says whether searches are answered: whoever balances load sends
// none before. It asks the index a question that costs nothing.
func (s *site) serveReady(w http.ResponseWriter, r *http.Request) {
	_, err := s.overview(r.Context())
	if err != nil && !errors.Is(err, index.ErrNotReady) {
		s.log.ErrorContext(r.Context(), "not ready", "error", err)
	}
	h, code := w.Header(), http.StatusOK
	if err != nil {
		h.Set("Retry-After", retryAfter)
		code = http.StatusServiceUnavailable
	}
	h.Set("Content-Type", "application/json")
	h.Set("Cache-Control", "no-store")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(s.readiness(err)) // an error means that the client left
}

// readiness describes the index, of which a question just ended with err.
func (s *site) readiness(err error) Readiness {
	st := s.Searcher.Stats()
	out := Readiness{Status: StatusReady, Fiches: st.Fiches, Generation: st.Generation, Snapshot: st.Snapshot, Version: s.Version}
	if !st.Since.IsZero() {
		out.Since, out.AgeSeconds = &st.Since, int64(time.Since(st.Since).Seconds())
	}
	var last Reload
	if s.Reload != nil {
		last = s.Reload()
	}
	if !last.Success.IsZero() {
		out.Reloaded = &last.Success
	}
	switch {
	case errors.Is(err, index.ErrNotReady):
		out.Status, out.Detail = StatusLoading, "nog niet klaar: de fiches worden ingeladen"
	case err != nil:
		out.Status, out.Detail = StatusFailed, "niet klaar: het log zegt waarom"
	case last.Failing:
		out.Status, out.Detail = StatusDegraded, "de fiches zijn niet bijgewerkt, wat er was blijft vindbaar: het log zegt waarom"
	}
	return out
}

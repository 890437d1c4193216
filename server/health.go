package server

import (
	"errors"
	"fmt"
	"net/http"

	"praktijkzoeker/index"
)

// serveHealth says that the program runs; it asks nothing of the index.
func serveHealth(w http.ResponseWriter, _ *http.Request) {
	plain(w, http.StatusOK, "ok\n")
}

// serveReady says whether searches are answered: whoever balances load sends
// none before. It asks the index a question that costs nothing.
func (s *site) serveReady(w http.ResponseWriter, r *http.Request) {
	_, err := s.overview(r.Context())
	switch {
	case err == nil:
		st := s.Searcher.Stats()
		plain(w, http.StatusOK, fmt.Sprintf("klaar: %s, stand %d\n", counted(st.Fiches, "fiche", "fiches"), st.Snapshot))
	case errors.Is(err, index.ErrNotReady):
		w.Header().Set("Retry-After", retryAfter)
		plain(w, status(err), "nog niet klaar: de fiches worden ingeladen\n")
	default:
		s.log.ErrorContext(r.Context(), "not ready", "error", err)
		w.Header().Set("Retry-After", retryAfter)
		plain(w, http.StatusServiceUnavailable, "niet klaar: het log zegt waarom\n")
	}
}

func plain(w http.ResponseWriter, code int, text string) {
	h := w.Header()
	h.Set("Content-Type", "text/plain; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	w.WriteHeader(code)
	_, _ = w.Write([]byte(text)) // an error means that the client left
}

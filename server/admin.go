package server

import (
	"net/http"
	"net/http/pprof"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// pathMetrics is for who runs the site, so docs/api.md does not name it.
const pathMetrics = "/metrics"

// A Handler is the whole site for everybody, and beside it what is only for who
// runs it. It is safe for concurrent use.
type Handler struct{ public, admin http.Handler }

// ServeHTTP answers everybody.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) { h.public.ServeHTTP(w, r) }

// Admin answers who runs the site: /metrics, /healthz, /readyz and the profiles
// of net/http/pprof below /debug/pprof/. It asks nobody who they are and must
// not be reachable for everybody: profiles cost time, and both tell of the inside.
func (h *Handler) Admin() http.Handler { return h.admin }

func (s *site) adminHandler() http.Handler {
	m := http.NewServeMux()
	get := func(path string, h http.Handler) { m.Handle("GET "+path, h) }
	get(pathMetrics, promhttp.HandlerFor(s.Metrics, promhttp.HandlerOpts{DisableCompression: true}))
	get(pathHealth, http.HandlerFunc(serveHealth))
	get(pathReady, s.limited(http.HandlerFunc(s.serveReady)))
	get("/debug/pprof/", http.HandlerFunc(pprof.Index))
	get("/debug/pprof/cmdline", http.HandlerFunc(pprof.Cmdline))
	get("/debug/pprof/profile", http.HandlerFunc(pprof.Profile))
	get("/debug/pprof/symbol", http.HandlerFunc(pprof.Symbol))
	get("/debug/pprof/trace", http.HandlerFunc(pprof.Trace))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		m.ServeHTTP(w, r)
	})
}

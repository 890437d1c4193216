package server

import (
	"context"
	"log/slog"
	"net/http"
	"strconv"
	"time"

	"github.com/gorilla/mux"
)

// noRoute labels requests that no route took.
const noRoute = "none"

// A record is what the log and the metrics tell of a request. It holds no
// address, no search words and no path beyond the route's template: what people
// look for is theirs.
type record struct {
	http.ResponseWriter
	from  origin
	route string
	code  int
	extra []slog.Attr // for the log, of a request that was refused
	bytes int64
	empty bool // a search that found nothing
	// brief: the answer follows from more than the contents of the index and
	// the request, and must not be given again.
	brief bool
}

func (rec *record) WriteHeader(code int) {
	if rec.code == 0 {
		rec.code = code
	}
	rec.ResponseWriter.WriteHeader(code)
}

func (rec *record) Write(b []byte) (int, error) {
	if rec.code == 0 {
		rec.code = http.StatusOK
	}
	n, err := rec.ResponseWriter.Write(b)
	rec.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (rec *record) Unwrap() http.ResponseWriter { return rec.ResponseWriter }

type recordKey struct{}

// recordOf returns the record of a request; outside the handler of New, one that
// nobody reads.
func recordOf(ctx context.Context) *record {
	if rec, ok := ctx.Value(recordKey{}).(*record); ok {
		return rec
	}
	return &record{route: noRoute}
}

// recorded logs and counts every request. Probes are logged at debug level:
// they come every few seconds.
func (s *site) recorded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rec := &record{ResponseWriter: w, route: noRoute}
		rec.from = s.origin(r)
		r = r.WithContext(context.WithValue(r.Context(), recordKey{}, rec))
		r.Host = rec.from.host
		start := time.Now()
		s.met.inFlight.Inc()
		defer func() {
			s.met.inFlight.Dec()
			took := time.Since(start)
			code := rec.code
			if code == 0 {
				code = http.StatusOK
			}
			method := methodLabel(r.Method)
			s.met.requests.WithLabelValues(rec.route, method, strconv.Itoa(code)).Inc()
			s.met.requestTime.WithLabelValues(rec.route).Observe(took.Seconds())
			level := slog.LevelInfo
			switch rec.route {
			case pathHealth, pathReady:
				level = slog.LevelDebug
			}
			s.log.LogAttrs(r.Context(), level, "request", append([]slog.Attr{
				slog.String("request_id", requestID(r)), slog.String("method", method), slog.String("route", rec.route),
				slog.Int("status", code), slog.Int64("bytes", rec.bytes), slog.Duration("took", took)}, rec.extra...)...)
		}()
		next.ServeHTTP(rec, r)
	})
}

// recordRoute notes the template of the route that took the request.
func recordRoute(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if t, err := mux.CurrentRoute(r).GetPathTemplate(); err == nil {
			recordOf(r.Context()).route = t
		}
		next.ServeHTTP(w, r)
	})
}

// recordGone notes that the client left; nothing is written.
func recordGone(r *http.Request) {
	if rec := recordOf(r.Context()); rec.code == 0 {
		rec.code = statusGone
	}
}

func routeOf(r *http.Request) string { return recordOf(r.Context()).route }

// methodLabel bounds the methods that a metric can have.
func methodLabel(m string) string {
	switch m {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions:
		return m
	}
	return "other"
}

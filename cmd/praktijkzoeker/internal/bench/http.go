package bench

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"sync/atomic"

	"github.com/gorilla/mux"

	"praktijkzoeker/cmd/praktijkzoeker/internal/bench/generate"
	"praktijkzoeker/index"
	"praktijkzoeker/server"
)

const (
	pageSize      = 20  // hits of a page of the API
	httpQuestions = 200 // few enough to ask each in every round
)

// An HTTPReport tells what the way over HTTP costs. All times are those of one
// client that keeps its connection and asks one thing after the other.
type HTTPReport struct {
	Fiches   int      `json:"fiches"`
	Process  *Latency `json:"in_process"` // a search as the server asks it, nothing kept
	API      *Latency `json:"api"`        // the same over loopback: JSON, compressed
	Repeated *Latency `json:"repeated"`   // over loopback what was asked before, answers kept
	Empty    *Latency `json:"empty"`      // a gorilla/mux handler that writes the bytes of those answers
	Cache    int64    `json:"cache_bytes"`
	Bytes    float64  `json:"bytes"` // of an answer, compressed, on average

	OverProcess float64 `json:"api_over_in_process"` // ratio of mean times
	OverEmpty   float64 `json:"repeated_over_empty"`
}

// RunHTTP measures the JSON API beside a search in the process and, with
// answers kept, beside a handler that does nothing. It fails as Run does.
func RunHTTP(ctx context.Context, o Options) (_ *HTTPReport, err error) {
	if o.Progress == nil {
		o.Progress = func(string, int, int) {}
	}
	dir, drop, err := folder(&o)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, drop()) }()
	g, err := generate.New(o.Seed)
	if err != nil {
		return nil, err
	}
	ix, _, err := buildOurs(ctx, filepath.Join(dir, "ours"), g, o.Fiches, func(n int) { o.Progress("onze index maken", n, o.Fiches) })
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, ix.Close()) }()
	log := questionsOf(g, WordsFacets, o.Fiches)[:httpQuestions]
	paths := make([]string, len(log))
	for i := range log {
		log[i].Bare, log[i].Limit = false, pageSize
		paths[i] = "/api/v1/search?" + url.Values{"q": {log[i].Text}, "size": {strconv.Itoa(pageSize)}}.Encode()
	}
	return measureHTTP(ctx, o, ix, log, paths)
}

func measureHTTP(ctx context.Context, o Options, ix index.Searcher, log []index.Query, paths []string) (_ *HTTPReport, err error) {
	var open []*loopback
	defer func() {
		for _, l := range open {
			err = errors.Join(err, l.close())
		}
	}()
	serve := func(h http.Handler, err error) (*loopback, error) {
		if err != nil {
			return nil, err
		}
		l, err := serveLoopback(h)
		if err == nil {
			open = append(open, l)
		}
		return l, err
	}
	api, err := serve(server.New(server.Config{Searcher: &restless{Searcher: ix}}))
	if err != nil {
		return nil, err
	}
	repeated, err := serve(server.New(server.Config{Searcher: index.NewCache(ix, o.Cache)}))
	if err != nil {
		return nil, err
	}
	o.Progress("vragen stellen", 0, 1)
	// Each question is asked once before any time counts: what the first search
	// reads from disk must not fall to the side that comes first.
	same, sum, err := recordAnswers(ctx, repeated, paths)
	if err != nil {
		return nil, err
	}
	empty, err := serve(same, nil)
	if err != nil {
		return nil, err
	}
	if err := sameBytes(ctx, empty, repeated, paths[0]); err != nil {
		return nil, err
	}
	asking := func(l *loopback) side {
		return func(ctx context.Context, i int) error { _, _, err := l.get(ctx, paths[i]); return err }
	}
	sides, err := alternate(ctx, len(log), o.Budget,
		func(ctx context.Context, i int) error { _, err := ix.Search(ctx, log[i]); return err },
		asking(api), asking(repeated), asking(empty))
	if err != nil {
		return nil, err
	}
	o.Progress("vragen stellen", 1, 1)
	_, times := common(sides)
	return &HTTPReport{
		Fiches: o.Fiches, Cache: o.Cache, Bytes: rounded(float64(sum)/float64(len(paths)), 1),
		OverProcess: rounded(mean(times[1])/mean(times[0]), 100), OverEmpty: rounded(mean(times[2])/mean(times[3]), 100),
		Process: newLatency(times[0]), API: newLatency(times[1]), Repeated: newLatency(times[2]), Empty: newLatency(times[3]),
	}, nil
}

// A restless Searcher seems to have other contents at every look, so that nobody
// can keep its answers.
type restless struct {
	index.Searcher
	looks atomic.Uint64
}

// Stats implements index.Searcher.
func (r *restless) Stats() index.Stats {
	s := r.Searcher.Stats()
	s.Snapshot = r.looks.Add(1)
	return s
}

// recordAnswers gets every path once, and returns a gorilla/mux handler that
// writes the same bytes under the same headers, and how many they are.
func recordAnswers(ctx context.Context, from *loopback, paths []string) (http.Handler, int, error) {
	type answer struct {
		header http.Header
		body   []byte
	}
	answers, sum := map[string]answer{}, 0
	for _, path := range paths {
		header, body, err := from.get(ctx, path)
		if err != nil {
			return nil, 0, err
		}
		answers[path] = answer{header, slices.Clone(body)}
		sum += len(body)
	}
	router := mux.NewRouter()
	router.HandleFunc("/api/v1/search", func(w http.ResponseWriter, r *http.Request) {
		a := answers[r.RequestURI]
		for _, k := range []string{"Content-Type", "Content-Encoding", "Cache-Control", "Etag", "Vary"} {
			if v := a.header.Get(k); v != "" {
				w.Header().Set(k, v)
			}
		}
		_, _ = w.Write(a.body)
	})
	return router, sum, nil
}

// sameBytes fails when two servers answer differently.
func sameBytes(ctx context.Context, a, b *loopback, path string) error {
	_, one, err := a.get(ctx, path)
	if err != nil {
		return err
	}
	_, other, err := b.get(ctx, path)
	if err == nil && !bytes.Equal(one, other) {
		err = errors.New("the handler that does nothing does not write the same bytes")
	}
	return err
}

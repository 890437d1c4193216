package bench

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/gorilla/mux"

	"praktijkzoeker/cmd/praktijkzoeker/internal/bench/generate"
	"praktijkzoeker/index"
	"praktijkzoeker/server"
)

// pageSize is the number of hits of a page of the API.
const pageSize = 20

// An HTTPReport tells what the way over HTTP costs. All times are those of one
// client that asks one thing after the other.
type HTTPReport struct {
	Fiches   int      `json:"fiches"`
	Process  *Latency `json:"in_process"` // a search as the server asks it
	API      *Latency `json:"api"`        // the same over loopback: JSON, compressed
	Repeated *Latency `json:"repeated"`   // one question again and again
	Empty    *Latency `json:"empty"`      // a gorilla/mux handler that writes the bytes of that answer

	OverProcess float64 `json:"api_over_in_process"` // ratio of mean times
	OverEmpty   float64 `json:"repeated_over_empty"`
}

// RunHTTP measures the JSON API beside a search in the process and beside a
// handler that does nothing. It fails as Run does.
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
	site, err := server.New(server.Config{Searcher: ix})
	if err != nil {
		return nil, err
	}
	log := questionsOf(g, Words, o.Fiches)
	paths := make([]string, len(log))
	for i := range log {
		log[i].Bare, log[i].Limit = false, pageSize
		paths[i] = "/api/v1/search?" + url.Values{"q": {log[i].Text}, "size": {strconv.Itoa(pageSize)}}.Encode()
	}
	return measureHTTP(ctx, o, ix, site, log, paths)
}

func measureHTTP(ctx context.Context, o Options, ix index.Searcher, site http.Handler, log []index.Query, paths []string) (_ *HTTPReport, err error) {
	api, err := serveLoopback(site)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, api.close()) }()
	header, body, err := api.get(ctx, paths[0])
	if err != nil {
		return nil, err
	}
	answer := slices.Clone(body)
	router := mux.NewRouter()
	router.HandleFunc("/api/v1/search", func(w http.ResponseWriter, _ *http.Request) {
		for _, k := range []string{"Content-Type", "Content-Encoding", "Cache-Control", "Etag", "Vary"} {
			if v := header.Get(k); v != "" {
				w.Header().Set(k, v)
			}
		}
		_, _ = w.Write(answer)
	})
	empty, err := serveLoopback(router)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, empty.close()) }()
	if _, same, err := empty.get(ctx, paths[0]); err != nil || !bytes.Equal(same, answer) {
		return nil, errors.Join(errors.New("the empty handler does not write the same bytes"), err)
	}
	asking := func(l *loopback, fixed bool) side {
		return func(ctx context.Context, i int) error {
			if fixed {
				i = 0
			}
			_, _, err := l.get(ctx, paths[i])
			return err
		}
	}
	o.Progress("vragen stellen", 0, 1)
	sides, err := alternate(ctx, len(log), o.Budget,
		func(ctx context.Context, i int) error { _, err := ix.Search(ctx, log[i]); return err },
		asking(api, false), asking(api, true), asking(empty, true))
	if err != nil {
		return nil, err
	}
	o.Progress("vragen stellen", 1, 1)
	_, times := common(sides)
	return &HTTPReport{
		Fiches: o.Fiches, OverProcess: rounded(mean(times[1])/mean(times[0]), 100), OverEmpty: rounded(mean(times[2])/mean(times[3]), 100),
		Process: newLatency(times[0]), API: newLatency(times[1]), Repeated: newLatency(times[2]), Empty: newLatency(times[3]),
	}, nil
}

// A loopback serves a handler on a port of this machine, with a client for it
// that is for one goroutine.
type loopback struct {
	server *http.Server
	base   string
	client *http.Client
	body   bytes.Buffer
}

func serveLoopback(h http.Handler) (*loopback, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listen on loopback: %w", err)
	}
	s := &http.Server{Handler: h}
	go func() { _ = s.Serve(l) }() // ends with close; its error is always ErrServerClosed
	return &loopback{
		server: s, base: "http://" + l.Addr().String(),
		client: &http.Client{Transport: &http.Transport{DisableCompression: true}}, // the bytes stay as they come
	}, nil
}

// get returns an answer as it comes over the wire; body holds until the next
// call.
func (l *loopback) get(ctx context.Context, path string) (header http.Header, body []byte, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, l.base+path, nil)
	if err != nil {
		return nil, nil, err
	}
	req.Header.Set("Accept-Encoding", "gzip")
	res, err := l.client.Do(req)
	if err != nil {
		return nil, nil, err
	}
	defer res.Body.Close()
	l.body.Reset()
	if _, err := io.Copy(&l.body, res.Body); err != nil {
		return nil, nil, fmt.Errorf("read answer: %w", err)
	}
	if res.StatusCode != http.StatusOK {
		return nil, nil, fmt.Errorf("%s: status %s", path, res.Status)
	}
	return res.Header, l.body.Bytes(), nil
}

func (l *loopback) close() error {
	l.client.CloseIdleConnections()
	return l.server.Close()
}

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/server"
)

// A liveServer is the server as serve runs it, on an index on disk, with fiches
// that a test changes.
type liveServer struct {
	*index.Refresher
	fiches atomic.Pointer[[]corpus.Fiche]
	url    string
	client *http.Client
	stop   context.CancelFunc
	ended  chan error
}

// inFlight is the number of requests at the same time.
const inFlight = 100

func startLive(t *testing.T) *liveServer {
	t.Helper()
	log := slog.New(slog.DiscardHandler)
	ix, err := openIndexToServe(IndexConfig{Data: t.TempDir()}, log)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := ix.Close(); err != nil {
			t.Error(err)
		}
	})
	registry := prometheus.NewRegistry()
	config := Default()
	handler, err := server.New(server.Config{Searcher: keepAnswers(ix, 32<<20, registry), Metrics: registry, Log: log, Timeout: time.Minute, Title: config.Server.Title})
	if err != nil {
		t.Fatal(err)
	}
	listener, err := listen(t.Context(), "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &liveServer{url: "http://" + listener.Addr().String(), ended: make(chan error, 1)}
	s.client = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: inFlight}}
	s.Refresher = &index.Refresher{Index: ix, Load: func(context.Context) (*corpus.Loaded, error) {
		return &corpus.Loaded{Fiches: *s.fiches.Load()}, nil
	}}
	ctx, cancel := context.WithCancel(context.Background())
	s.stop = cancel
	go func() {
		s.ended <- serveUntil(ctx, func() {}, newHTTPServer(handler, config.Server, log), listener, time.Minute, log)
	}()
	t.Cleanup(func() { cancel(); s.client.CloseIdleConnections() })
	return s
}

// liveFiches is one more than what fits in one batch: when all change, the index
// is rebuilt.
const liveFiches = 1001

// stateOf returns the contents of a state. All fiches bear its era. The first,
// by title, also bears the state, and tells in its summary how many there are.
func stateOf(state, era int) []corpus.Fiche {
	fs := make([]corpus.Fiche, liveFiches+state%3)
	for i := range fs {
		name := fmt.Sprintf("tijdperk %d", era)
		fs[i] = corpus.Fiche{ID: fmt.Sprintf("fiche-%d", i), Title: fmt.Sprintf("Fiche %d", i), Summary: "Samen in " + name + ".", Categories: []string{name}}
	}
	fs[0].Title = "Aan het begin"
	fs[0].Summary = fmt.Sprintf("Samen in tijdperk %d, stand %d, met %d.", era, state, len(fs))
	fs[0].Domains = []string{fmt.Sprintf("stand %d", state)}
	return fs
}

// become makes the server show a state.
func (s *liveServer) become(t *testing.T, state, era int) {
	t.Helper()
	fs := stateOf(state, era)
	s.fiches.Store(&fs)
	if err := s.Refresh(t.Context()); err != nil {
		t.Error(err)
	}
}

// An apiAnswer is what a test reads of an answer of the API.
type apiAnswer struct {
	Total int
	Hits  []struct {
		Summary             string
		Categories, Domains []string
	}
	Facets map[string][]struct {
		Value string
		Count int
	}
}

// ask asks for all fiches in one of several ways and returns how long it took;
// the error says what is wrong with the answer.
func (s *liveServer) ask(n int) (time.Duration, error) {
	q := url.Values{"sort": {"title"}, "size": {fmt.Sprint(1 + n%20)}, "q": {[]string{"samen", "", "tijdperk", "samen tijdperk"}[n%4]}}
	begin := time.Now()
	response, err := s.client.Get(s.url + "/api/v1/search?" + q.Encode())
	if err != nil {
		return 0, err
	}
	defer response.Body.Close()
	data, err := io.ReadAll(response.Body)
	took := time.Since(begin)
	if err != nil {
		return took, fmt.Errorf("cut off: %w", err)
	}
	if response.StatusCode != http.StatusOK {
		return took, fmt.Errorf("status %d: %s", response.StatusCode, data)
	}
	var a apiAnswer
	if err := json.Unmarshal(data, &a); err != nil {
		return took, err
	}
	if mixed := a.mixed(); mixed != "" {
		return took, fmt.Errorf("mixed: %s: %s", mixed, data)
	}
	return took, nil
}

// mixed tells what of an answer is not of the contents that its first hit is of.
func (a *apiAnswer) mixed() string {
	if len(a.Hits) == 0 {
		return "no hits"
	}
	var era, state, total int
	if _, err := fmt.Sscanf(a.Hits[0].Summary, "Samen in tijdperk %d, stand %d, met %d.", &era, &state, &total); err != nil {
		return "the first hit: " + err.Error()
	}
	if a.Total != total {
		return fmt.Sprintf("total %d", a.Total)
	}
	eras, states := a.Facets["category"], a.Facets["domain"]
	if len(eras) != 1 || eras[0].Value != fmt.Sprintf("tijdperk %d", era) || eras[0].Count != total {
		return fmt.Sprintf("categories %v", eras)
	}
	if len(states) != 1 || states[0].Value != fmt.Sprintf("stand %d", state) || states[0].Count != 1 {
		return fmt.Sprintf("domains %v", states)
	}
	for _, h := range a.Hits {
		if len(h.Categories) != 1 || h.Categories[0] != eras[0].Value || !strings.HasPrefix(h.Summary, "Samen in "+eras[0].Value) {
			return fmt.Sprintf("hit %+v", h)
		}
	}
	return ""
}

// load keeps inFlight requests under way until stop is closed, and returns how
// long each took.
func (s *liveServer) load(t *testing.T, stop <-chan struct{}) []time.Duration {
	var (
		clients sync.WaitGroup
		mu      sync.Mutex
		all     []time.Duration
	)
	for c := range inFlight {
		clients.Go(func() {
			var mine []time.Duration
			for n := c; ; n++ {
				select {
				case <-stop:
					mu.Lock()
					defer mu.Unlock()
					all = append(all, mine...)
					return
				default:
				}
				took, err := s.ask(n)
				if err != nil {
					t.Errorf("request %d: %v", n, err)
					return
				}
				mine = append(mine, took)
			}
		})
	}
	clients.Wait()
	slices.Sort(all)
	return all
}

func percentile(sorted []time.Duration, p float64) time.Duration {
	return sorted[int(p*float64(len(sorted)-1))].Round(10 * time.Microsecond)
}

// TestLiveReindex keeps requests in flight while contents change: by single
// fiches, and by rebuilds. Every answer is whole, and of one contents.
// PRAKTIJKZOEKER_TEST_LIVE=full makes it 20 rebuilds and 1,000 changes, and says
// how long answers took.
func TestLiveReindex(t *testing.T) {
	rebuilds, changes := 2, 20
	if os.Getenv("PRAKTIJKZOEKER_TEST_LIVE") == "full" {
		rebuilds, changes = 20, 1000
	}
	s := startLive(t)
	s.become(t, 0, 0)
	stop, loaded := make(chan struct{}), make(chan []time.Duration)
	go func() { loaded <- s.load(t, stop) }()
	quiet := time.NewTimer(time.Duration(rebuilds) * 500 * time.Millisecond)
	<-quiet.C
	close(stop)
	before := <-loaded

	stop = make(chan struct{})
	go func() { loaded <- s.load(t, stop) }()
	begin, state := time.Now(), 0
	for era := 1; era <= rebuilds; era++ {
		for range changes / rebuilds {
			state++
			s.become(t, state, era-1)
		}
		s.become(t, state, era)
	}
	took := time.Since(begin)
	close(stop)
	during := <-loaded
	if t.Failed() {
		return
	}
	t.Logf("quiet: %d answers, p50 %s, p99 %s", len(before), percentile(before, 0.5), percentile(before, 0.99))
	t.Logf("%d rebuilds and %d changes of %d fiches in %s: %d answers, p50 %s, p99 %s; p99 is %.1f times the quiet one", rebuilds, state,
		liveFiches, took.Round(time.Millisecond), len(during), percentile(during, 0.5), percentile(during, 0.99),
		float64(percentile(during, 0.99))/float64(percentile(before, 0.99)))
}

// TestStopUnderLoad stops the server with requests in flight: each gets its whole
// answer, or finds that nobody listens any more.
func TestStopUnderLoad(t *testing.T) {
	s := startLive(t)
	s.become(t, 0, 0)
	var clients sync.WaitGroup
	var answered, refused atomic.Int64
	for c := range inFlight {
		clients.Go(func() {
			for n := c; ; n++ {
				_, err := s.ask(n)
				switch {
				case err == nil:
					if answered.Add(1) == 5*inFlight {
						s.stop()
					}
				case errors.Is(err, syscall.ECONNREFUSED):
					refused.Add(1)
					return
				default:
					t.Errorf("request %d: %v", n, err)
					return
				}
			}
		})
	}
	clients.Wait()
	s.stop() // it has, unless a client failed
	if err := <-s.ended; err != nil {
		t.Error(err)
	}
	if refused.Load() != inFlight {
		t.Errorf("%d of %d clients saw the end, after %d answers", refused.Load(), inFlight, answered.Load())
	}
}

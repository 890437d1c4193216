package soak

import (
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime"
	"strings"
	"testing"
)

func TestQuestionsAreMixed(t *testing.T) {
	dir := t.TempDir()
	log, err := prepare(dir, Options{Fiches: 5, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	written, err := os.ReadDir(dir + "/fiches")
	if err != nil || len(written) != 5 {
		t.Errorf("%d fiches, %v", len(written), err)
	}
	kinds, different := map[string]int{}, map[string]bool{}
	for _, a := range log {
		path, _, _ := strings.Cut(a, "?")
		kinds["/"+strings.Split(path[1:], "/")[0]]++
		different[a] = true
		if _, err := http.NewRequest(http.MethodGet, "http://localhost"+a, nil); err != nil {
			t.Error(err)
		}
	}
	for _, kind := range []string{"/", "/praktijk", "/api", "/zoeken.atom"} {
		if kinds[kind] < len(log)/20 {
			t.Errorf("%s is asked %d times of %d", kind, kinds[kind], len(log))
		}
	}
	if len(different) < 1000 {
		t.Errorf("only %d different questions", len(different))
	}
}

func TestClientsCountErrors(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/fails":
			w.WriteHeader(http.StatusInternalServerError)
		case "/cut":
			panic(http.ErrAbortHandler)
		case "/missing":
			w.WriteHeader(http.StatusNotFound)
		}
	}))
	defer s.Close()
	for path, wrong := range map[string]bool{"/": false, "/missing": false, "/fails": true, "/cut": true} {
		t.Run(path, func(t *testing.T) {
			c := ask(t.Context(), s.URL, []string{path}, 3)
			for c.requests.Load() < 30 {
				runtime.Gosched()
			}
			c.stop()
			requests, errors := c.requests.Load(), c.errors.Load()
			if wrong && errors != requests || !wrong && errors != 0 || (c.firstError() != "") != wrong {
				t.Errorf("%d of %d are errors, first %q", errors, requests, c.firstError())
			}
		})
	}
}

func TestIdleConnectionsAreKept(t *testing.T) {
	const n = 40
	conns := make(chan http.ConnState, 1000)
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {}))
	s.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew || state == http.StateClosed {
			conns <- state
		}
	}
	s.Start()
	defer s.Close()
	i, err := keep(t.Context(), s.Listener.Addr().String(), n)
	if err != nil {
		t.Fatal(err)
	}
	for range n {
		if state := <-conns; state != http.StateNew {
			t.Errorf("a connection is %s", state)
		}
	}
	if i.count() != n || i.lost.Load() != 0 {
		t.Errorf("%d kept, %d lost", i.count(), i.lost.Load())
	}
	if err := i.failed(); err != nil {
		t.Error(err)
	}
	i.close()
	for range n {
		if state := <-conns; state != http.StateClosed {
			t.Errorf("a connection is %s", state)
		}
	}
}

func TestIdleConnectionsThatCannotBe(t *testing.T) {
	s := httptest.NewServer(http.NotFoundHandler())
	defer s.Close()
	if _, err := keep(t.Context(), s.Listener.Addr().String(), 1); err == nil || !strings.Contains(err.Error(), "404") {
		t.Errorf("another program: %v", err)
	}
	s.Close()
	if _, err := keep(t.Context(), s.Listener.Addr().String(), 1); err == nil {
		t.Error("nobody listens")
	}
}

// A server that cannot start says why.
func TestServerThatEnds(t *testing.T) {
	program, err := os.Executable() // knows no command serve
	if err != nil {
		t.Fatal(err)
	}
	if _, err := start(t.Context(), program, t.TempDir()); err == nil || !strings.Contains(err.Error(), "does not start") {
		t.Errorf("got %v", err)
	}
	if _, err := start(t.Context(), program+"-not", t.TempDir()); err == nil {
		t.Error("a program that is not there starts")
	}
}

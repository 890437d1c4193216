package main

import (
	"bufio"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"praktijkzoeker/corpus"
	"praktijkzoeker/server"
)

// A pipeListener gives out connections in memory, whose deadlines follow the
// clock of a bubble.
type pipeListener struct {
	conns chan net.Conn
	ended chan struct{}
}

func (l pipeListener) Accept() (net.Conn, error) {
	select {
	case c := <-l.conns:
		return c, nil
	case <-l.ended:
		return nil, net.ErrClosed
	}
}
func (l pipeListener) Close() error   { close(l.ended); return nil }
func (l pipeListener) Addr() net.Addr { return &net.TCPAddr{} }

// Each kind of slow client is let go after its time, whatever it does.
func TestSlowClientsAreLetGo(t *testing.T) {
	limits := Default().Server
	large := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := io.Copy(io.Discard, r.Body); err != nil {
			return
		}
		io.WriteString(w, strings.Repeat("x", 1<<20))
	})
	drip := func(text string) func(net.Conn) { // a byte a second, for ever
		return func(c net.Conn) {
			go io.Copy(io.Discard, c) // what it is told, a real connection would keep
			for i := 0; ; i++ {
				if _, err := c.Write([]byte{text[min(i, len(text)-1)]}); err != nil {
					return
				}
				time.Sleep(time.Second)
			}
		}
	}
	for name, c := range map[string]struct {
		client func(net.Conn)
		most   time.Duration
	}{
		"says nothing":     {func(c net.Conn) { io.Copy(io.Discard, c) }, readHeaderTimeout},
		"drips its header": {drip("GET / HTTP/1.1\r\nHost: a\r\nX: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), readHeaderTimeout},
		"drips its body": {func(c net.Conn) {
			io.WriteString(c, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4000\r\n\r\n")
			drip("x")(c)
		}, readHeaderTimeout + limits.Timeout},
		"reads nothing": {func(c net.Conn) {
			io.WriteString(c, "GET / HTTP/1.1\r\nHost: a\r\n\r\n")
		}, readHeaderTimeout + limits.Timeout + sendTime},
		"keeps its connection": {func(c net.Conn) {
			io.WriteString(c, "GET / HTTP/1.1\r\nHost: a\r\n\r\n")
			io.Copy(io.Discard, c)
		}, idleTimeout},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				l := pipeListener{make(chan net.Conn), make(chan struct{})}
				s := newHTTPServer(large, limits, slog.New(slog.DiscardHandler))
				closed := make(chan time.Duration, 1)
				start := time.Now()
				s.ConnState = func(_ net.Conn, state http.ConnState) {
					if state == http.StateClosed {
						closed <- time.Since(start)
					}
				}
				go s.Serve(l)
				ours, theirs := net.Pipe()
				l.conns <- theirs
				var client sync.WaitGroup
				client.Go(func() { c.client(ours) })
				if took := <-closed; took > c.most+time.Second {
					t.Errorf("let go after %v, want %v at most", took, c.most)
				}
				s.Close()
				ours.Close()
				client.Wait()
			})
		})
	}
}

// startSite serves one fiche, with two places, as serve does, and returns its
// address.
func startSite(t *testing.T) string {
	t.Helper()
	ix, err := openIndex(IndexConfig{}, slog.New(slog.DiscardHandler), nil)
	if err != nil {
		t.Fatal(err)
	}
	fiche := corpus.Fiche{ID: "zwemles", Title: "Zwemles", Description: strings.Repeat("Samen zwemmen. ", 2000)}
	err = ix.Replace(t.Context(), func(yield func(corpus.Fiche, error) bool) { yield(fiche, nil) })
	if err != nil {
		t.Fatal(err)
	}
	handler, err := server.New(server.Config{Searcher: ix, MaxRequests: 2})
	if err != nil {
		t.Fatal(err)
	}
	l, err := listen(t.Context(), "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	s := newHTTPServer(handler, Default().Server, slog.New(slog.DiscardHandler))
	go s.Serve(l)
	t.Cleanup(func() {
		s.Close()
		if err := ix.Close(); err != nil {
			t.Error(err)
		}
	})
	return l.Addr().String()
}

// More slow clients than there are places, over real connections, and everybody
// else is answered.
func TestSlowClientsCostNothing(t *testing.T) {
	address := startSite(t)

	const slowOnes = 20
	for name, text := range map[string]string{
		"half a header":           "GET / HTTP/1.1\r\nHost: a\r\nX: a",
		"a header without a body": "GET /?q=zwemles HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n",
		"many asked, none read":   strings.Repeat("GET /praktijk/zwemles HTTP/1.1\r\nHost: a\r\n\r\n", 500),
	} {
		t.Run(name, func(t *testing.T) {
			for range slowOnes {
				c, err := net.Dial("tcp", address)
				if err != nil {
					t.Fatal(err)
				}
				defer c.Close()
				go io.WriteString(c, text) // until it is closed
			}
			client := http.Client{Timeout: patience}
			for i := range 50 {
				answer, err := client.Get(fmt.Sprintf("http://%s/?q=zwem&page=%d", address, i+1))
				if err != nil {
					t.Fatal(err)
				}
				answer.Body.Close()
				if answer.StatusCode != http.StatusOK {
					t.Fatalf("request %d among slow clients: %s", i, answer.Status)
				}
			}
		})
	}
}

// What is no HTTP, or too much of it, is refused before anything reads it.
func TestBrokenRequests(t *testing.T) {
	address := startSite(t)
	for name, c := range map[string]struct{ text, status string }{
		"no HTTP":                  {"\x16\x03\x01\x00\xff\x01\x00\x00\r\n\r\n", "400"},
		"a header too large":       {"GET / HTTP/1.1\r\nHost: a\r\nX: " + strings.Repeat("a", maxHeaderBytes+8<<10) + "\r\n\r\n", "431"},
		"an address too long":      {"GET /?q=" + strings.Repeat("a", maxHeaderBytes+8<<10) + " HTTP/1.1\r\nHost: a\r\n\r\n", "431"},
		"two lengths":              {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx", "400"},
		"no host":                  {"GET / HTTP/1.1\r\n\r\n", "400"},
		"a host that is none":      {"GET /robots.txt HTTP/1.1\r\nHost: a\"><script>\r\n\r\n", "400"},
		"a line in a header":       {"GET / HTTP/1.1\r\nHost: a\r\nX-Request-Id: a\x00b\r\n\r\n", "400"},
		"a path out of the root":   {"GET /../../etc/passwd HTTP/1.0\r\nHost: a\r\n\r\n", "301"}, // to the path without
		"encoded dots":             {"GET /afbeelding/%2e%2e%2f%2e%2e%2fetc%2fpasswd HTTP/1.0\r\nHost: a\r\n\r\n", ""},
		"a whole address":          {"GET http://elders.example/healthz HTTP/1.0\r\nHost: a\r\n\r\n", "200"},
		"a tunnel":                 {"CONNECT elders.example:443 HTTP/1.1\r\nHost: elders.example:443\r\n\r\n", "301"},
		"another version":          {"GET / HTTP/3.7\r\nHost: a\r\n\r\n", "505"},
		"a body that is too large": {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n", "413"},
	} {
		t.Run(name, func(t *testing.T) {
			conn, err := net.Dial("tcp", address)
			if err != nil {
				t.Fatal(err)
			}
			defer conn.Close()
			go io.WriteString(conn, c.text)
			line, err := bufio.NewReader(conn).ReadString('\n')
			if err != nil {
				t.Fatal(err)
			}
			if parts := strings.Fields(line); len(parts) < 2 || !strings.HasPrefix(parts[1], c.status) || parts[1][0] == '5' && c.status != "505" {
				t.Errorf("answer %q, want %s", line, c.status)
			}
		})
	}
}

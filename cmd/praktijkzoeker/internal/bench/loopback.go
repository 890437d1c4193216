package bench

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
)

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

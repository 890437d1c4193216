package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"strconv"
	"syscall"
	"time"
)

// Limits of a connection, so that slow or broken clients cost little.
const (
	// readHeaderTimeout is plenty for a few kilobytes on a bad phone line.
	readHeaderTimeout = 10 * time.Second
	// idleTimeout outlasts the minute that reverse proxies keep a connection,
	// so that they close it and not we.
	idleTimeout = 2 * time.Minute
	// sendTime comes on top of the time to answer: a large page over 2G.
	sendTime = 30 * time.Second
	// maxHeaderBytes holds the longest URL that the server understands many
	// times over.
	maxHeaderBytes = 64 << 10
	// maxStreams is what a page with its pictures asks at once over one HTTP/2
	// connection, and what RFC 9113 advises at least.
	maxStreams = 100
)

// newHTTPServer returns a server with every limit set.
func newHTTPServer(h http.Handler, c ServerConfig, log *slog.Logger) *http.Server {
	return &http.Server{
		Handler:           h,
		ReadHeaderTimeout: readHeaderTimeout,
		ReadTimeout:       readHeaderTimeout + c.Timeout,
		WriteTimeout:      readHeaderTimeout + c.Timeout + sendTime,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
		HTTP2:             &http.HTTP2Config{MaxConcurrentStreams: maxStreams},
		// What goes wrong here is the client's: a port scan, a bad handshake.
		ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}
}

// listen opens the address, or says in Dutch what to do instead.
func listen(ctx context.Context, address string) (net.Listener, error) {
	var config net.ListenConfig
	l, err := config.Listen(ctx, "tcp", address)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("%s is al in gebruik door een ander programma; stop dat, of kies een andere poort, zoals: -listen %s", address, nextPort(address))
	case errors.Is(err, syscall.EACCES):
		return nil, fmt.Errorf("geen recht om op %s te luisteren; kies een poort boven 1023, zoals: -listen :8080", address)
	case err != nil:
		return nil, fmt.Errorf("op %s kan deze machine niet luisteren; kies een adres van haar, zoals: -listen localhost:8080 (%w)", address, err)
	}
	return l, nil
}

// nextPort returns the address with its port one higher.
func nextPort(address string) string {
	host, port, err := net.SplitHostPort(address)
	n, errPort := strconv.Atoi(port)
	if err != nil || errPort != nil {
		return "localhost:8081"
	}
	if n++; n > 65535 {
		n = 8080
	}
	return net.JoinHostPort(host, strconv.Itoa(n))
}

// webAddress returns the URL to type in a browser on this machine: the host of
// the settings, with the port that was really opened.
func webAddress(configured string, opened net.Addr) string {
	host, _, err := net.SplitHostPort(configured)
	if ip := net.ParseIP(host); err != nil || host == "" || ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	_, port, err := net.SplitHostPort(opened.String())
	if err != nil {
		return "http://" + opened.String()
	}
	return "http://" + net.JoinHostPort(host, port)
}

package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"syscall"
	"time"
)

// profileTime is the longest profile that can be asked for, with its sending.
const profileTime = 5 * time.Minute

// startAdmin serves what is only for who runs the site, on an address of its own
// if the settings give one, until stop is called. An address that is taken, by
// another Praktijkzoeker or by the one before that still ends its requests, is no
// reason to answer no searcher: it is told, and tried at each of again. Any other
// error of the address is one of the settings.
func startAdmin(ctx context.Context, address string, again <-chan time.Time, h http.Handler, log *slog.Logger) (stop func(), err error) {
	if address == "" {
		return func() {}, nil
	}
	l, err := listenAdmin(ctx, address)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		log.Warn("beheeradres "+address+" is bezet, wellicht door een andere Praktijkzoeker: zonder /metrics verder; kies een ander met server.admin_listen",
			"opnieuw_over", retry)
	case err != nil:
		return nil, fmt.Errorf("server.admin_listen: op %s kan deze machine niet luisteren; kies een adres van haar, zoals \"localhost:9080\", of laat het leeg (%w)", address, err)
	}
	s := &http.Server{
		Handler: h, ReadHeaderTimeout: readHeaderTimeout, ReadTimeout: readHeaderTimeout, WriteTimeout: profileTime,
		IdleTimeout: idleTimeout, MaxHeaderBytes: maxHeaderBytes, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}
	// It goes on while the site ends its requests, so not until the end of ctx.
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	done := make(chan struct{})
	go func() {
		defer close(done)
		if l == nil {
			if l = waitForAddress(ctx, address, again); l == nil {
				return
			}
		}
		log.Info("beheer op " + webAddress(address, l.Addr()) + "/metrics")
		if err := s.Serve(l); err != nil && !errors.Is(err, http.ErrServerClosed) {
			log.Error("beheer gestopt", "fout", err)
		}
	}()
	return func() { cancel(); s.Close(); <-done }, nil
}

func listenAdmin(ctx context.Context, address string) (net.Listener, error) {
	var config net.ListenConfig
	return config.Listen(ctx, "tcp", address)
}

// waitForAddress tries until it can listen, or returns nil when ctx ends.
func waitForAddress(ctx context.Context, address string, again <-chan time.Time) net.Listener {
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-again:
		}
		if l, err := listenAdmin(ctx, address); err == nil {
			return l
		}
	}
}

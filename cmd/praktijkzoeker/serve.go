package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"praktijkzoeker/index"
	"praktijkzoeker/server"
)

const (
	// quiet is how long a folder must be still: long enough for a program that
	// saves a file in steps, and short enough to keep a saved fiche within two
	// seconds of being found.
	quiet = 100 * time.Millisecond
	// retry is the time between attempts while, say, a disk is full.
	retry = 30 * time.Second
	// doubt is longer than it takes to put one folder in the place of another.
	doubt = 10 * time.Second
)

var serveCommand = command{
	name:  "serve",
	short: "start de zoekpagina en de API (ook zonder opdracht)",
	long: `Start de zoekpagina en de API. Zonder opties toont de server de fiches die in het
programma zitten op http://localhost:8080, zonder iets op schijf te zetten.

Met -corpus volgt de server een map: een bewaarde fiche is binnen twee seconden vindbaar. Van een
fiche met een fout blijft de vorige versie vindbaar; het logboek zegt welke regel je herstelt.
Met -data staat de index op schijf, zodat een grote verzameling na een herstart meteen klaar is.

SIGTERM of Ctrl+C stopt de server nadat lopende vragen beantwoord zijn; een tweede keer stopt hem
onmiddellijk. SIGHUP leest de fiches en de synoniemen opnieuw.

  praktijkzoeker serve -corpus fiches -listen :8080`,
	setup: func(flags *flag.FlagSet, c *Config) func(context.Context, *terminal, []string) error {
		serveFlags(flags, c)
		return func(ctx context.Context, t *terminal, args []string) error {
			if len(args) > 0 {
				return wrongUse("argument %q past hier niet", args[0])
			}
			return serve(ctx, newLogger(t.err, c.Log), *c)
		}
	},
}

// serve runs the server until the context ends or a signal comes.
func serve(ctx context.Context, log *slog.Logger, c Config) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	// From here to the end SIGHUP asks to look again; else it would end a server
	// that still reads its fiches, or that answers its last requests.
	hangup := make(chan os.Signal, 1)
	signal.Notify(hangup, syscall.SIGHUP)
	defer signal.Stop(hangup)
	limitMemory(c.Process, log)
	theme, err := c.Theme.theme()
	if err != nil {
		return err
	}
	// Opened before the index: a port in use is found at once.
	listener, err := passedListener(os.Environ())
	if err == nil && listener == nil {
		listener, err = listen(ctx, c.Server.Listen)
	}
	if err != nil {
		return err
	}
	defer listener.Close()
	own, err := ownURL(listener.Addr().String(), c.Server.TLSCert != "")
	if err != nil {
		return err
	}
	cert, err := openCertificate(c.Server, log)
	if err != nil {
		return err
	}
	ix, err := openIndexToServe(c.Index, log)
	if err != nil {
		return err
	}
	defer func() {
		if err := ix.Close(); err != nil {
			log.Error("index sluiten", "fout", err)
		}
	}()

	src := newSource(c.Corpus)
	registry := newRegistry()
	systemd := newSupervisor(ctx, os.Environ(), log)
	var reloads reloadState
	done := all(observeRefreshes(registry), reloads.observe, systemd.reloaded)
	refresher := &index.Refresher{Index: ix, Load: src.load, Log: log, Quiet: quiet, Retry: retry, Doubt: doubt, Done: done}
	handler, err := server.New(server.Config{
		Searcher: keepAnswers(ix, mustSize(c.Process.AnswersMemory), registry), Metrics: registry, Log: log, Timeout: c.Server.Timeout, Images: src.images(), Version: version(),
		Kept: c.Process.keptPages(), Reload: reloads.get,
		Title: c.Server.Title, Intro: c.Server.Intro, Footer: c.Server.Footer, Contact: c.Server.Contact, BaseURL: c.Server.BaseURL,
		Changes: c.Server.Changes, Theme: theme, Accessibility: c.Accessibility.statement(),
		MaxRequests: c.Server.MaxRequests, RateLimit: c.Server.RateLimit, RateBurst: c.Server.RateBurst, TrustedProxies: c.Server.proxies(),
	})
	if err != nil {
		return err
	}
	stopAdmin, err := startAdmin(ctx, c.Server.AdminListen, time.Tick(retry), handler.Admin(), log)
	if err != nil {
		return err
	}
	defer stopAdmin()

	following, err := followSynonyms(ctx, c.Index, ix, log)
	if err != nil {
		return err
	}
	defer func() { stop(); <-following }()
	// Watching begins before loading, so that no change falls between.
	changed := src.watch(ctx, log)
	refreshing, err := startRefreshing(ctx, refresher, changed, hangup, systemd.reloading, log)
	if ctx.Err() != nil {
		return nil // stopped before it had begun
	}
	if err != nil {
		return err
	}
	web := newHTTPServer(handler, c.Server, log)
	address := webAddress(c.Server.Listen, listener.Addr())
	if cert != nil {
		cert.observe(registry)
		go cert.follow(ctx)
		web.TLSConfig = cert.config()
		address = strings.Replace(address, "http:", "https:", 1)
	}
	log.Info("Praktijkzoeker luistert op "+address,
		"fiches", src.name(), "index", c.Index.where(), "versie", version())
	systemd.attend(ctx, c.Server.Title, own)
	go warm(ctx, ix)
	err = serveUntil(ctx, stop, web, listener, c.Server.StopTimeout, log)
	stop()
	<-refreshing
	return err
}

// startRefreshing brings the index up to date and keeps it so until the
// context ends; then the channel that it returns is closed. An index that
// already has contents serves them from the start, also when the files cannot
// be read. One without any must be filled first, and an error means that
// there is nothing to serve. onHangup is called for every SIGHUP, before its
// reload.
func startRefreshing(ctx context.Context, r *index.Refresher, changed <-chan struct{}, hangup <-chan os.Signal, onHangup func(), log *slog.Logger) (<-chan struct{}, error) {
	first := make(chan struct{}, 1)
	if r.Index.Stats().Fiches == 0 {
		if err := r.Refresh(ctx); err != nil {
			return nil, err
		}
	} else {
		first <- struct{}{}
	}
	done := make(chan struct{})
	again := mergeReloads(ctx, first, changed, hangup, onHangup)
	go func() {
		defer close(done)
		if err := r.Run(ctx, again); err != nil && !errors.Is(err, context.Canceled) {
			log.Error("fiches worden niet meer gevolgd", "fout", err)
		}
	}()
	return done, nil
}

// mergeReloads makes one channel of the first look, the changes of files and
// SIGHUP. It has one slot: a change means only "look again".
func mergeReloads(ctx context.Context, first, changed <-chan struct{}, hangup <-chan os.Signal, onHangup func()) <-chan struct{} {
	merged := make(chan struct{}, 1)
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case <-first:
			case _, open := <-changed:
				if !open {
					changed = nil
					continue
				}
			case <-hangup:
				onHangup()
			}
			select {
			case merged <- struct{}{}:
			default:
			}
		}
	}()
	return merged
}

// serveUntil serves until the context ends, then lets requests under way
// finish for at most patience. From the first signal on, stop has given the
// second one back to the system, which ends the program at once.
func serveUntil(ctx context.Context, stop func(), s *http.Server, l net.Listener, patience time.Duration, log *slog.Logger) error {
	failed := make(chan error, 1)
	go func() {
		if s.TLSConfig != nil {
			failed <- s.ServeTLS(l, "", "") // the files are in TLSConfig
		} else {
			failed <- s.Serve(l)
		}
	}()
	select {
	case err := <-failed:
		return fmt.Errorf("luisteren op %s: %w", l.Addr(), err)
	case <-ctx.Done():
	}
	stop()
	log.Info("Praktijkzoeker stopt: lopende vragen worden beantwoord")
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := s.Shutdown(ctx); err != nil {
		log.Warn("vragen afgebroken die langer duurden dan server.stop_timeout", "fout", err)
		s.Close()
	}
	log.Info("Praktijkzoeker is gestopt")
	return nil
}

package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"praktijkzoeker/index"
)

// A supervisor is the systemd that started this program, told how it fares in
// the words of sd_notify(3). A program that was started otherwise has one that
// nobody hears. It is safe for concurrent use.
type supervisor struct {
	conn net.Conn // nil: nobody listens
	log  *slog.Logger
	// patience is how long systemd waits for the next sign of life; 0: it asks
	// for none.
	patience time.Duration

	mu       sync.Mutex
	reloadAt time.Time // of a SIGHUP whose reload has not ended; zero: none
}

// newSupervisor finds the supervisor in the environment. A socket that cannot
// be reached is told to log: the service will not count as started.
func newSupervisor(ctx context.Context, environ []string, log *slog.Logger) *supervisor {
	s := &supervisor{log: log}
	address, _ := lookupEnv(environ, "NOTIFY_SOCKET")
	if !strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "@") {
		return s // none, or one of another kind
	}
	var d net.Dialer
	conn, err := d.DialContext(ctx, "unixgram", address) // Go knows @ as an abstract socket
	if err != nil {
		log.Warn("systemd is niet te bereiken", "fout", err)
		return s
	}
	s.conn = conn
	s.patience = watchdogPatience(environ)
	return s
}

// watchdogPatience is how long systemd waits for a sign of life of this
// process (sd_watchdog_enabled(3)); 0 when it does not.
func watchdogPatience(environ []string) time.Duration {
	if pid, given := lookupEnv(environ, "WATCHDOG_PID"); given && pid != strconv.Itoa(os.Getpid()) {
		return 0
	}
	usec, _ := lookupEnv(environ, "WATCHDOG_USEC")
	n, err := strconv.ParseInt(usec, 10, 32+20) // some 140 years, no overflow below
	if err != nil || n < 0 {
		return 0
	}
	return time.Duration(n) * time.Microsecond
}

// attend tells that a server answers from now on, that it stops when the context
// ends, and in between that it lives. base is where it asks itself.
func (s *supervisor) attend(ctx context.Context, title, base string) {
	s.ready(title)
	context.AfterFunc(ctx, s.stopping)
	go s.watch(ctx, func(ctx context.Context) error {
		_, err := askReady(ctx, base, true)
		return err
	})
}

// tell sends assignments, one message.
func (s *supervisor) tell(assignments ...string) {
	if s.conn == nil {
		return
	}
	if _, err := s.conn.Write([]byte(strings.Join(assignments, "\n"))); err != nil {
		s.log.Warn("systemd hoort niet hoe het gaat", "fout", err)
	}
}

// ready says that searches are answered.
func (s *supervisor) ready(status string) { s.tell("READY=1", "STATUS="+status) }

// stopping says that the program ends because it was asked to.
func (s *supervisor) stopping() { s.tell("STOPPING=1") }

// reloading says that a SIGHUP came; reloaded, called for every reload, says
// when the first one that began later has ended.
func (s *supervisor) reloading() {
	s.mu.Lock()
	s.reloadAt = time.Now()
	s.mu.Unlock()
	s.tell("RELOADING=1", "MONOTONIC_USEC="+strconv.FormatInt(monotonic().Microseconds(), 10))
}

func (s *supervisor) reloaded(r index.Refresh) {
	s.mu.Lock()
	ended := !s.reloadAt.IsZero() && !r.Started.Before(s.reloadAt)
	if ended {
		s.reloadAt = time.Time{}
	}
	s.mu.Unlock()
	if !ended {
		return
	}
	if r.Err != nil {
		s.ready("fiches niet bijgewerkt; wat er was blijft vindbaar")
		return
	}
	s.ready(fmt.Sprintf("%s bijgewerkt", count(r.Fiches, "fiche", "fiches")))
}

// watch gives a sign of life twice in the time that systemd waits for one, as
// long as alive returns nil, until the context ends. A server that no longer
// answers is so started anew.
func (s *supervisor) watch(ctx context.Context, alive func(context.Context) error) {
	if s.conn == nil || s.patience == 0 {
		return
	}
	ticker := time.NewTicker(s.patience / 2)
	defer ticker.Stop()
	for {
		asking, cancel := context.WithTimeout(ctx, s.patience/2)
		err := alive(asking)
		cancel()
		switch {
		case ctx.Err() != nil:
			return
		case err == nil:
			s.tell("WATCHDOG=1")
		default:
			s.log.Error("de server antwoordt zichzelf niet; systemd herstart hem als dat zo blijft", "fout", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

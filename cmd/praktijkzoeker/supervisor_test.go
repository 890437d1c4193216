package main

import (
	"errors"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"praktijkzoeker/index"
)

// hear opens a socket as systemd does, and returns the environment that names
// it and the messages that come.
func hear(t *testing.T, name string) (environ []string, heard <-chan string) {
	t.Helper()
	conn, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: name, Net: "unixgram"})
	if err != nil {
		t.Fatal(err)
	}
	messages := make(chan string, 100)
	done := make(chan struct{})
	go func() {
		defer close(done)
		buffer := make([]byte, 4096)
		for {
			n, err := conn.Read(buffer)
			if err != nil {
				return
			}
			messages <- string(buffer[:n])
		}
	}()
	t.Cleanup(func() { conn.Close(); <-done })
	return []string{"NOTIFY_SOCKET=" + name}, messages
}

// expect returns the next message, which must match.
func expect(t *testing.T, heard <-chan string, pattern string) string {
	t.Helper()
	select {
	case got := <-heard:
		if !regexp.MustCompile(pattern).MatchString(got) {
			t.Fatalf("systemd hears %q, want %s", got, pattern)
		}
		return got
	case <-time.After(patience):
		t.Fatalf("systemd hears nothing, want %s", pattern)
		return ""
	}
}

func TestSupervisorHears(t *testing.T) {
	for kind, name := range map[string]string{
		"a path":             filepath.Join(t.TempDir(), "notify"),
		"an abstract socket": "@praktijkzoeker-" + strconv.Itoa(os.Getpid()),
	} {
		t.Run(kind, func(t *testing.T) {
			environ, heard := hear(t, name)
			s := newSupervisor(t.Context(), environ, slog.New(slog.DiscardHandler))
			s.ready("Zoeker")
			expect(t, heard, `^READY=1\nSTATUS=Zoeker$`)
			before := monotonic().Microseconds()
			s.reloading()
			told := expect(t, heard, `^RELOADING=1\nMONOTONIC_USEC=[0-9]+$`)
			usec, err := strconv.ParseInt(told[strings.LastIndex(told, "=")+1:], 10, 64)
			if err != nil || usec < before || usec > monotonic().Microseconds() {
				t.Errorf("MONOTONIC_USEC %d, want %d or a little more (%v)", usec, before, err)
			}
			s.stopping()
			expect(t, heard, `^STOPPING=1$`)
		})
	}
}

// A reload ends with the first look that began after it was asked for.
func TestSupervisorTellsTheEndOfAReload(t *testing.T) {
	environ, heard := hear(t, filepath.Join(t.TempDir(), "notify"))
	s := newSupervisor(t.Context(), environ, slog.New(slog.DiscardHandler))
	early := index.Refresh{Started: time.Now().Add(-time.Second), Fiches: 1}
	s.reloaded(early) // nobody asked
	s.reloading()
	expect(t, heard, "^RELOADING=1")
	s.reloaded(early) // was under way
	s.reloaded(index.Refresh{Started: time.Now(), Fiches: 2})
	expect(t, heard, `^READY=1\nSTATUS=2 fiches bijgewerkt$`)
	s.reloaded(index.Refresh{Started: time.Now(), Fiches: 3}) // nobody asked
	s.reloading()
	expect(t, heard, "^RELOADING=1")
	s.reloaded(index.Refresh{Started: time.Now(), Err: errors.New("no folder")})
	expect(t, heard, `^READY=1\nSTATUS=fiches niet bijgewerkt`)
}

func TestSupervisorThatIsNot(t *testing.T) {
	var said strings.Builder
	log := slog.New(slog.NewTextHandler(&said, nil))
	for _, environ := range [][]string{nil, {"NOTIFY_SOCKET="}, {"NOTIFY_SOCKET=vsock:2:1234"}} {
		s := newSupervisor(t.Context(), environ, log)
		s.ready("")
		s.reloading()
		s.stopping()
		s.watch(t.Context(), nil) // ends at once
	}
	if said.Len() > 0 {
		t.Errorf("the log says %s", said.String())
	}
	newSupervisor(t.Context(), []string{"NOTIFY_SOCKET=" + filepath.Join(t.TempDir(), "nobody")}, log).ready("")
	expectAll(t, said.String(), "systemd is niet te bereiken")
}

func TestWatchdogPatience(t *testing.T) {
	own := "WATCHDOG_PID=" + strconv.Itoa(os.Getpid())
	for _, test := range []struct {
		environ []string
		want    time.Duration
	}{
		{nil, 0},
		{[]string{"WATCHDOG_USEC=30000000"}, 30 * time.Second},
		{[]string{"WATCHDOG_USEC=30000000", own}, 30 * time.Second},
		{[]string{"WATCHDOG_USEC=30000000", "WATCHDOG_PID=1"}, 0},
		{[]string{"WATCHDOG_USEC=-1"}, 0},
		{[]string{"WATCHDOG_USEC=9223372036854775807"}, 0},
		{[]string{"WATCHDOG_USEC=soon"}, 0},
	} {
		if got := watchdogPatience(test.environ); got != test.want {
			t.Errorf("%q: %s, want %s", test.environ, got, test.want)
		}
	}
}

// A whole life under systemd: with a socket passed, a watchdog, a reload.
func TestUnderSystemd(t *testing.T) {
	passed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	socket, err := passed.(*net.TCPListener).File()
	if err != nil {
		t.Fatal(err)
	}
	passed.Close()
	environ, heard := hear(t, filepath.Join(t.TempDir(), "notify"))
	// LISTEN_PID is the process that exec keeps.
	p := exec.Command("sh", "-c", `LISTEN_PID=$$ exec "$0" -config= serve`, programFor(t))
	p.Env = append(environ, "WATCHDOG_USEC=100000", "LISTEN_FDS=1", "PRAKTIJKZOEKER_SERVER_ADMIN_LISTEN=")
	p.ExtraFiles = []*os.File{socket}
	var log strings.Builder
	p.Stderr = &log
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- p.Wait() }()
	defer func() { _ = p.Process.Kill() }() // an error means that it has ended
	// nextBut skips signs of life.
	nextBut := func(pattern string) {
		t.Helper()
		for {
			if got := expect(t, heard, `(?s).`); got != "WATCHDOG=1" {
				if !regexp.MustCompile(pattern).MatchString(got) {
					t.Fatalf("systemd hears %q, want %s", got, pattern)
				}
				return
			}
		}
	}
	expect(t, heard, `^READY=1\nSTATUS=Praktijkzoeker$`)
	if _, err := askReady(t.Context(), "http://"+passed.Addr().String(), true); err != nil {
		t.Error(err)
	}
	expect(t, heard, "^WATCHDOG=1$")
	expect(t, heard, "^WATCHDOG=1$")
	if err := p.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	nextBut("^RELOADING=1\nMONOTONIC_USEC=[1-9]")
	nextBut("^READY=1\nSTATUS=[1-9][0-9]* fiches bijgewerkt")
	if err := p.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	nextBut("^STOPPING=1$")
	if err := <-ended; err != nil {
		t.Errorf("%v; the log says:\n%s", err, log.String())
	}
}

package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// Commands of the scripts for a server that runs:
//
//	serve NAME ARGS …     starts praktijkzoeker and waits for its ready line
//	[!] get NAME PATH     asks; the body goes to "stdout"; ! wants an error status
//	admin NAME PATH       get from its admin address
//	[!] until NAME PATH REGEXP  asks until the body matches (or, with !, no longer does)
//	logged NAME REGEXP    waits until the log has a line that matches
//	signal NAME SIGNAL    sends TERM, INT or HUP
//	stopped NAME          waits for the end and wants exit code 0
//	exitcode N COMMAND …  runs a command that must end with this code
//	size FILE BYTES       makes a file of that many bytes
//	latin1 FILE           turns a file of UTF-8 into Latin-1
var scriptCommands = map[string]func(*testscript.TestScript, bool, []string){
	"serve": startServer, "get": getPage, "until": untilPage, "logged": untilLogged,
	"signal": sendSignal, "stopped": waitStopped, "size": makeSize, "latin1": makeLatin1,
	"exitcode": wantExit, "admin": getAdmin,
}

// patience is how long a script waits for what must happen; it is reached only
// by a test that fails.
const patience = 30 * time.Second

// A runningServer is a praktijkzoeker that a script started.
type runningServer struct {
	process *exec.Cmd
	url     string
	admin   string        // address of its metrics
	ended   chan struct{} // closed when the process has
	err     error         // of the process, once it has ended

	mu      sync.Mutex
	log     bytes.Buffer
	changed chan struct{} // closed and renewed with each line of the log
}

type serverKey string

func startServer(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: serve NAME ARGS …")
	}
	path, err := exec.LookPath("praktijkzoeker")
	ts.Check(err)
	s := &runningServer{ended: make(chan struct{}), changed: make(chan struct{})}
	s.process = exec.Command(path, append([]string{"serve", "-listen", "localhost:0"}, args[1:]...)...)
	s.process.Dir = ts.MkAbs(".")
	for _, name := range []string{"PATH", "TMPDIR", "WORK", "HOME", "GOCOVERDIR"} {
		s.process.Env = append(s.process.Env, name+"="+ts.Getenv(name))
	}
	settings := map[string]string{"ADMIN_LISTEN": "localhost:0", "RATE_LIMIT": "0", "RATE_BURST": "1"}
	for key, value := range settings {
		name := envPrefix + "SERVER_" + key
		s.process.Env = append(s.process.Env, name+"="+cmp.Or(ts.Getenv(name), value))
	}
	log, err := s.process.StderrPipe()
	ts.Check(err)
	ts.Check(s.process.Start())
	go s.follow(log)
	ts.Defer(func() {
		_ = s.process.Process.Kill() // an error means that it has ended
		<-s.ended
		ts.Logf("log of server %s:\n%s", args[0], s.text())
	})
	ready := s.await(ts, regexp.MustCompile(`luistert op (http://[^" ]+)`))
	s.url = ready[1]
	admin := s.await(ts, regexp.MustCompile(`beheer op (http://[^" ]+)/metrics|beheeradres .* is bezet`))
	s.admin = admin[1]
	ts.Setenv("ADMIN_"+args[0], strings.TrimPrefix(s.admin, "http://"))
	ts.Setenv("HOST_"+args[0], strings.TrimPrefix(s.url, "http://"))
	servers.Store(serverKey(ts.Getenv("WORK")+"/"+args[0]), s)
}

// servers holds those of all scripts, which run at the same time, by working
// directory and name.
var servers sync.Map

func serverOf(ts *testscript.TestScript, args []string, n int) *runningServer {
	if len(args) != n {
		ts.Fatalf("want %d arguments, got %q", n, args)
	}
	s, ok := servers.Load(serverKey(ts.Getenv("WORK") + "/" + args[0]))
	if !ok {
		ts.Fatalf("no server %s", args[0])
	}
	return s.(*runningServer)
}

// follow keeps the log until the process ends.
func (s *runningServer) follow(log io.Reader) {
	lines := bufio.NewScanner(log)
	for lines.Scan() {
		s.mu.Lock()
		s.log.WriteString(lines.Text() + "\n")
		close(s.changed)
		s.changed = make(chan struct{})
		s.mu.Unlock()
	}
	s.err = s.process.Wait()
	close(s.ended)
}

func (s *runningServer) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.log.String()
}

// await returns the first match of the log, as soon as there is one.
func (s *runningServer) await(ts *testscript.TestScript, pattern *regexp.Regexp) []string {
	late := time.After(patience)
	for {
		s.mu.Lock()
		match, changed := pattern.FindStringSubmatch(s.log.String()), s.changed
		s.mu.Unlock()
		if match != nil {
			return match
		}
		select {
		case <-changed:
		case <-s.ended:
			if match := pattern.FindStringSubmatch(s.text()); match != nil {
				return match
			}
			ts.Fatalf("the server ended (%v) without logging %s:\n%s", s.err, pattern, s.text())
		case <-late:
			ts.Fatalf("the server did not log %s:\n%s", pattern, s.text())
		}
	}
}

func (s *runningServer) get(path string) (status int, body string, err error) {
	return fetch(s.url + path)
}

func fetch(address string) (status int, body string, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return 0, "", err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0, "", err
	}
	defer response.Body.Close()
	data, err := io.ReadAll(response.Body)
	return response.StatusCode, string(data), err
}

func getPage(ts *testscript.TestScript, neg bool, args []string) {
	status, body, err := serverOf(ts, args, 2).get(args[1])
	ts.Check(err)
	fmt.Fprint(ts.Stdout(), body)
	if failed := status >= 400; failed != neg || status >= 500 {
		ts.Fatalf("%s: status %d:\n%s", args[1], status, body)
	}
}

func getAdmin(ts *testscript.TestScript, neg bool, args []string) {
	status, body, err := fetch(serverOf(ts, args, 2).admin + args[1])
	ts.Check(err)
	fmt.Fprint(ts.Stdout(), body)
	if neg || status != http.StatusOK {
		ts.Fatalf("%s: status %d:\n%s", args[1], status, body)
	}
}

func untilPage(ts *testscript.TestScript, neg bool, args []string) {
	s := serverOf(ts, args, 3)
	pattern := regexp.MustCompile(args[2])
	deadline := time.Now().Add(patience)
	for {
		status, body, err := s.get(args[1])
		ts.Check(err)
		if pattern.MatchString(body) != neg {
			return
		}
		if time.Now().After(deadline) {
			ts.Fatalf("%s: %s (not: %t) did not come; status %d:\n%s", args[1], pattern, neg, status, body)
		}
	}
}

func untilLogged(ts *testscript.TestScript, _ bool, args []string) {
	serverOf(ts, args, 2).await(ts, regexp.MustCompile(args[1]))
}

func sendSignal(ts *testscript.TestScript, _ bool, args []string) {
	s := serverOf(ts, args, 2)
	signals := map[string]os.Signal{"TERM": syscall.SIGTERM, "INT": os.Interrupt, "HUP": syscall.SIGHUP}
	ts.Check(s.process.Process.Signal(signals[args[1]]))
}

func waitStopped(ts *testscript.TestScript, _ bool, args []string) {
	s := serverOf(ts, args, 1)
	select {
	case <-s.ended:
		ts.Check(s.err)
	case <-time.After(patience):
		ts.Fatalf("the server did not stop:\n%s", s.text())
	}
}

func makeSize(ts *testscript.TestScript, _ bool, args []string) {
	var bytes int64
	_, err := fmt.Sscan(args[1], &bytes)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), nil, 0o644))
	ts.Check(os.Truncate(ts.MkAbs(args[0]), bytes))
}

func makeLatin1(ts *testscript.TestScript, _ bool, args []string) {
	text := ts.ReadFile(args[0])
	var latin strings.Builder
	for _, r := range text {
		latin.WriteByte(byte(r))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(latin.String()), 0o644))
}

func wantExit(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	got := 0
	if exit := new(exec.ExitError); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if fmt.Sprint(got) != args[0] {
		ts.Fatalf("exit code %d, want %s", got, args[0])
	}
}

package soak

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// startTime is enough to index a large collection.
const startTime = 10 * time.Minute

// tailLines is how much of the server's log is kept.
const tailLines = 20

// A process is the server.
type process struct {
	command *exec.Cmd
	base    string // http://127.0.0.1:40123
	address string // 127.0.0.1:40123
	admin   string // of the metrics

	ended chan struct{} // closed when it has
	err   error         // of the process, once it has ended

	mu   sync.Mutex
	last []string // lines of its log
}

var (
	listens = regexp.MustCompile(`luistert op http://localhost:([0-9]+)|luistert op http://127\.0\.0\.1:([0-9]+)`)
	manages = regexp.MustCompile(`beheer op (http://[^" ]+)/metrics`)
)

// start runs the program as a server of the fiches below dir, and returns when it
// answers.
func start(ctx context.Context, program, dir string) (*process, error) {
	s := &process{ended: make(chan struct{})}
	s.command = exec.Command(program, "-config=", "serve", "-listen", "127.0.0.1:0", "-corpus", filepath.Join(dir, "fiches"), "-data", filepath.Join(dir, "index"))
	s.command.Env = append(os.Environ(), "PRAKTIJKZOEKER_SERVER_ADMIN_LISTEN=127.0.0.1:0", "PRAKTIJKZOEKER_LOG_LEVEL=info")
	log, err := s.command.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := s.command.Start(); err != nil {
		return nil, fmt.Errorf("start the server: %w", err)
	}
	lines := make(chan string)
	go s.follow(log, lines)
	drain := func() {
		for range lines { // nobody waits for them
		}
	}
	fail := func(err error) (*process, error) {
		go drain()
		return nil, errors.Join(err, s.stop())
	}
	late := time.NewTimer(startTime)
	defer late.Stop()
	for s.base == "" || s.admin == "" {
		select {
		case line, open := <-lines:
			if !open {
				return nil, fmt.Errorf("the server does not start: %w\n%s", s.err, s.tail())
			}
			if m := listens.FindStringSubmatch(line); m != nil {
				s.address = "127.0.0.1:" + m[1] + m[2]
				s.base = "http://" + s.address
			}
			if m := manages.FindStringSubmatch(line); m != nil {
				s.admin = m[1]
			}
		case <-late.C:
			return fail(errors.New("the server does not start in time"))
		case <-ctx.Done():
			return fail(ctx.Err())
		}
	}
	go drain()
	return s, nil
}

// follow hands over the log until the process ends.
func (s *process) follow(log io.Reader, lines chan<- string) {
	scanner := bufio.NewScanner(log)
	for scanner.Scan() {
		s.mu.Lock()
		s.last = append(s.last, scanner.Text())
		if len(s.last) > tailLines {
			s.last = s.last[1:]
		}
		s.mu.Unlock()
		lines <- scanner.Text()
	}
	s.err = s.command.Wait()
	close(s.ended)
	close(lines)
}

func (s *process) tail() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return strings.Join(s.last, "\n")
}

// stop asks the server to end and waits until it has.
func (s *process) stop() error {
	_ = s.command.Process.Signal(syscall.SIGTERM) // an error means that it has ended
	<-s.ended
	if s.err != nil {
		return fmt.Errorf("the server: %w\n%s", s.err, s.tail())
	}
	return nil
}

// measure reads what the server takes now, from /proc and its metrics.
func (s *process) measure(ctx context.Context) (sample, error) {
	var m sample
	proc := filepath.Join("/proc", strconv.Itoa(s.command.Process.Pid))
	status, err := os.ReadFile(filepath.Join(proc, "status"))
	if err != nil {
		return m, fmt.Errorf("measure memory: %w", err)
	}
	if m.rss, err = field(string(status), "VmRSS:"); err != nil {
		return m, err
	}
	m.rss *= 1 << 10
	open, err := os.ReadDir(filepath.Join(proc, "fd"))
	if err != nil {
		return m, fmt.Errorf("count descriptors: %w", err)
	}
	m.descriptors = float64(len(open))
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, s.admin+"/metrics", nil)
	if err != nil {
		return m, err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return m, fmt.Errorf("ask for metrics: %w", err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return m, fmt.Errorf("ask for metrics: %w", err)
	}
	m.goroutines, err = field(string(text), "go_goroutines ")
	return m, err
}

// field returns the number after a name at the begin of a line.
func field(text, name string) (float64, error) {
	for line := range strings.Lines(text) {
		if rest, ok := strings.CutPrefix(line, name); ok {
			if words := strings.Fields(rest); len(words) > 0 {
				return strconv.ParseFloat(words[0], 64)
			}
		}
	}
	return 0, fmt.Errorf("no %s", strings.TrimSpace(name))
}

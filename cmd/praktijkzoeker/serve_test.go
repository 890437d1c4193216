package main

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// A slowServer answers its one request when it is released.
type slowServer struct {
	under, release chan struct{} // closed when the request has come; to be closed
	answer         chan string   // what the client got: the body, or "cut off"
	stop           context.CancelFunc
	ended          chan error
	log            bytes.Buffer
}

func startSlowServer(t *testing.T, patience time.Duration) *slowServer {
	t.Helper()
	s := &slowServer{under: make(chan struct{}), release: make(chan struct{}), answer: make(chan string, 1), ended: make(chan error, 1)}
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(s.under)
		select {
		case <-s.release:
			io.WriteString(w, "answer")
		case <-r.Context().Done():
		}
	})
	listener, err := listen(t.Context(), "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	s.stop = cancel
	log := slog.New(slog.NewTextHandler(&s.log, nil))
	go func() {
		s.ended <- serveUntil(ctx, func() {}, newHTTPServer(handler, Default().Server, log), listener, patience, log)
	}()
	go func() {
		response, err := http.Get("http://" + listener.Addr().String())
		if err != nil {
			s.answer <- "cut off"
			return
		}
		defer response.Body.Close()
		body, _ := io.ReadAll(response.Body)
		s.answer <- string(body)
	}()
	return s
}

func TestStoppingAnswersRequestsUnderWay(t *testing.T) {
	s := startSlowServer(t, time.Minute)
	<-s.under
	s.stop()
	close(s.release)
	if got := <-s.answer; got != "answer" {
		t.Errorf("the request under way got %q", got)
	}
	if err := <-s.ended; err != nil {
		t.Error(err)
	}
}

func TestStoppingWaitsNoLongerThanItMay(t *testing.T) {
	s := startSlowServer(t, time.Millisecond)
	<-s.under
	s.stop()
	if got := <-s.answer; got != "cut off" {
		t.Errorf("the request under way got %q", got)
	}
	if err := <-s.ended; err != nil {
		t.Error(err)
	}
	if !strings.Contains(s.log.String(), "server.stop_timeout") {
		t.Errorf("the log does not name the setting:\n%s", s.log.String())
	}
}

func TestMergedReloadsAreOneLook(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	first, changed := make(chan struct{}), make(chan struct{})
	merged := mergeReloads(ctx, first, changed, nil, func() {})
	first <- struct{}{}
	changed <- struct{}{}
	changed <- struct{}{} // taken only after the one before was merged
	<-merged
	select {
	case <-merged:
		// The last change may have come after the slot was emptied.
	default:
	}
	close(changed) // the watching ends, the rest goes on
	first <- struct{}{}
	<-merged
	cancel()
}

// A folder that is not there is waited for, and told when it is.
func TestSourceWaitsForItsFolder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		src := newSource(CorpusConfig{Dir: t.TempDir() + "/later", Poll: time.Second})
		changed := src.watch(ctx, slog.New(slog.DiscardHandler))
		<-time.After(time.Hour)
		select {
		case <-changed:
			t.Error("a change was told without a folder")
		default:
		}
		cancel()
		if _, open := <-changed; open {
			t.Error("the channel stays open")
		}
	})
}

func TestSourceOfTheProgram(t *testing.T) {
	src := newSource(CorpusConfig{})
	if src.watch(t.Context(), nil) != nil {
		t.Error("the fiches in the program are watched")
	}
	if src.images() != nil {
		t.Error("the program has images")
	}
	loaded, err := src.load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(loaded.Fiches) == 0 || len(loaded.LeftOut) > 0 {
		t.Errorf("%d fiches, left out: %q", len(loaded.Fiches), loaded.LeftOut)
	}
}

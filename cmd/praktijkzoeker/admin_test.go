package main

import (
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// logLines takes a log apart.
type logLines chan string

func (l logLines) Write(p []byte) (int, error) { l <- string(p); return len(p), nil }

// says fails unless the next line of the log holds text.
func (l logLines) says(t *testing.T, text string) {
	t.Helper()
	if got := <-l; !strings.Contains(got, text) {
		t.Errorf("the log says %q, want %q", got, text)
	}
}

var admins = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "beheer") })

// A second program on the same address goes on without, and has it once it is
// free.
func TestAdminAddressInUse(t *testing.T) {
	log, again := make(logLines, 10), make(chan time.Time)
	first, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := first.Addr().String()
	stop, err := startAdmin(t.Context(), address, again, admins, slog.New(slog.NewTextHandler(log, nil)))
	if err != nil {
		t.Fatalf("an address in use keeps the program from starting: %v", err)
	}
	log.says(t, "server.admin_listen")
	again <- time.Time{} // still in use, or just free when it looks
	first.Close()
	for line := ""; line == ""; {
		select {
		case again <- time.Time{}:
		case line = <-log:
			if !strings.Contains(line, "beheer op http://"+address+"/metrics") {
				t.Errorf("the log says %q", line)
			}
		}
	}
	answer, err := http.Get("http://" + address)
	if err != nil {
		t.Fatal(err)
	}
	body, _ := io.ReadAll(answer.Body)
	answer.Body.Close()
	if string(body) != "beheer" {
		t.Errorf("it says %q", body)
	}
	stop()
	if c, err := net.Dial("tcp", address); err == nil {
		c.Close()
		t.Error("it goes on after its end")
	}
}

func TestAdminStopsWhileItWaits(t *testing.T) {
	first, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	stop, err := startAdmin(t.Context(), first.Addr().String(), nil, admins, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	stop()
}

func TestAdminAddressThatIsWrong(t *testing.T) {
	_, err := startAdmin(t.Context(), "192.0.2.7:0", nil, admins, slog.New(slog.DiscardHandler)) // an address for documentation, RFC 5737
	if err == nil || !strings.HasPrefix(err.Error(), "server.admin_listen: ") {
		t.Errorf("got %v", err)
	}
	stop, err := startAdmin(t.Context(), "", nil, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	stop()
}

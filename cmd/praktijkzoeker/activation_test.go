package main

import (
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

func TestNoSocketIsPassed(t *testing.T) {
	own := "LISTEN_PID=" + strconv.Itoa(os.Getpid())
	for name, environ := range map[string][]string{
		"no systemd":            nil,
		"to another process":    {"LISTEN_FDS=1", "LISTEN_PID=1"},
		"without a process":     {"LISTEN_FDS=1"},
		"a process and no more": {own},
	} {
		if l, err := passedListener(environ); l != nil || err != nil {
			t.Errorf("%s: %v, %v", name, l, err)
		}
	}
	if _, err := passedListener([]string{"LISTEN_FDS=2", own}); err == nil || !strings.Contains(err.Error(), "2 sockets") {
		t.Errorf("two sockets: %v", err)
	}
}

// A socket that is no port ends the program at once, with what to do.
func TestSocketsThatAreNoPorts(t *testing.T) {
	dir := t.TempDir()
	unix, err := net.ListenUnix("unix", &net.UnixAddr{Name: filepath.Join(dir, "s"), Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	defer unix.Close()
	socket, err := unix.File()
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	plain, err := os.Create(filepath.Join(dir, "file"))
	if err != nil {
		t.Fatal(err)
	}
	defer plain.Close()
	for says, f := range map[string]*os.File{"is geen poort": socket, "niet bruikbaar": plain} {
		p := exec.Command("sh", "-c", `LISTEN_PID=$$ exec "$0" -config= serve`, programFor(t))
		p.Env = []string{"LISTEN_FDS=1", "PRAKTIJKZOEKER_SERVER_ADMIN_LISTEN="}
		p.ExtraFiles = []*os.File{f}
		out, err := p.CombinedOutput()
		if err == nil || !strings.Contains(string(out), says) {
			t.Errorf("%v: %s; want %q", err, out, says)
		}
	}
}

// programFor returns a name by which the tests are the program; see TestMain.
func programFor(t *testing.T) string {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	named := filepath.Join(t.TempDir(), "praktijkzoeker")
	if err := os.Symlink(program, named); err != nil {
		t.Fatal(err)
	}
	return named
}

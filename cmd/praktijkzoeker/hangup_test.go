package main

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A SIGHUP does not end a server that is still starting.
func TestHangupDuringTheStart(t *testing.T) {
	dir := t.TempDir()
	cert, key := newPair(t, 1, time.Now().Add(time.Hour))
	pipe, keyFile := filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(keyFile, key, 0o600); err != nil {
		t.Fatal(err)
	}
	p := exec.CommandContext(t.Context(), programFor(t), "-config=", "serve", "-listen", "127.0.0.1:0")
	p.Env = []string{"PRAKTIJKZOEKER_SERVER_ADMIN_LISTEN=", "PRAKTIJKZOEKER_SERVER_TLS_CERT=" + pipe, "PRAKTIJKZOEKER_SERVER_TLS_KEY=" + keyFile}
	log, err := p.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	// To open it takes until the server reads it, in the middle of its start.
	w, err := os.OpenFile(pipe, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(cert); err != nil {
		t.Fatal(err)
	}
	w.Close()
	lines := bufio.NewScanner(log)
	for ready := false; !ready; ready = strings.Contains(lines.Text(), "luistert op https://") {
		if !lines.Scan() {
			t.Fatalf("it ended: %v", p.Wait())
		}
	}
	if err := p.Process.Kill(); err != nil {
		t.Error(err)
	}
	_ = p.Wait() // was killed
}

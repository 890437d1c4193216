package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// Ctrl+C leaves no half backup behind. What keeps this one at work is a file that
// is never as long as the system says.
func TestInterruptedBackup(t *testing.T) {
	fiches, to := t.TempDir(), t.TempDir()
	save(t, filepath.Join(fiches, "a.md"), "+++\ntitle = \"Zwemles\"\n+++\n")
	p := exec.CommandContext(t.Context(), programFor(t), "-config=", "backup", "-corpus", fiches, "-synonyms", "/proc/version", filepath.Join(to, "b.tgz"))
	var said bytes.Buffer
	p.Stderr = &said
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	left := func() int {
		entries, err := os.ReadDir(to)
		if err != nil {
			t.Fatal(err)
		}
		return len(entries)
	}
	for late := time.Now().Add(patience); left() == 0; {
		if time.Now().After(late) {
			t.Fatal("nothing is begun")
		}
	}
	if err := p.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := p.Wait(); err == nil || p.ProcessState.ExitCode() != exitFailed {
		t.Errorf("it ended with %v, want exit code %d", err, exitFailed)
	}
	expectAll(t, said.String(), "praktijkzoeker: onderbroken\n")
	if n := left(); n > 0 {
		t.Errorf("%d files are left behind", n)
	}
}

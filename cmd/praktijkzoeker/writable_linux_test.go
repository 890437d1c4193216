package main

import (
	"os"
	"runtime"
	"syscall"
	"testing"
)

// nobody is a user without rights.
const nobody = 65534

func TestWritable(t *testing.T) {
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	denied := make(chan error)
	go func() {
		// For root every folder is writable: this thread becomes somebody else, and
		// ends with the goroutine.
		runtime.LockOSThread()
		if os.Getuid() == 0 {
			if _, _, errno := syscall.RawSyscall(syscall.SYS_SETRESUID, ^uintptr(0), nobody, ^uintptr(0)); errno != 0 {
				t.Error(errno)
			}
		}
		denied <- writable(dir)
	}()
	if err := <-denied; err == nil {
		t.Error("a folder without rights counts as writable")
	}
	if err := writable(t.TempDir()); err != nil {
		t.Errorf("a folder of this user: %v", err)
	}
}

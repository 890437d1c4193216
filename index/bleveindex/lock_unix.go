//go:build linux || darwin || freebsd || netbsd || openbsd

package bleveindex

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// lock takes the lock of f, or fails with ErrInUse.
func lock(f *os.File) error {
	err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return ErrInUse
	}
	return err
}

//go:build unix

package main

import "golang.org/x/sys/unix"

// writable fails when this process may not make files in a folder that exists.
// It makes none.
func writable(dir string) error {
	return unix.Faccessat(unix.AT_FDCWD, dir, unix.W_OK|unix.X_OK, unix.AT_EACCESS)
}

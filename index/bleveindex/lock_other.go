//go:build !linux && !darwin && !freebsd && !netbsd && !openbsd && !windows

package bleveindex

import "os"

// lock does nothing: the root.bolt of a generation is locked by bbolt.
func lock(*os.File) error { return nil }

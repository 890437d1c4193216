//go:build !linux

package main

import "time"

// monotonic is asked for by systemd, which is on Linux alone.
func monotonic() time.Duration { return 0 }

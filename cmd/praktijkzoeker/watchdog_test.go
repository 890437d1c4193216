package main

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// A sink counts what is written to it.
type sink struct {
	net.Conn
	signs int
}

func (s *sink) Write(b []byte) (int, error) {
	if string(b) == "WATCHDOG=1" {
		s.signs++
	}
	return len(b), nil
}

// Signs of life come twice as often as they are waited for, and only while the
// server answers in time.
func TestWatchdogHearsOnlyAServerThatAnswers(t *testing.T) {
	for _, test := range []struct {
		name  string
		alive func(context.Context) error
		signs int
		says  string
	}{
		{"answers", func(context.Context) error { return nil }, 10, ""},
		{"says that it cannot", func(context.Context) error { return errors.New("index is closed") }, 0, "index is closed"},
		{"hangs", func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() }, 0, "deadline exceeded"},
	} {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var conn sink
				var said strings.Builder
				s := &supervisor{conn: &conn, patience: 2 * time.Second, log: slog.New(slog.NewTextHandler(&said, nil))}
				ctx, cancel := context.WithTimeout(t.Context(), 9500*time.Millisecond)
				defer cancel()
				s.watch(ctx, test.alive)
				if conn.signs != test.signs {
					t.Errorf("%d signs of life in 9.5 s, want %d", conn.signs, test.signs)
				}
				expectAll(t, said.String(), test.says)
			})
		})
	}
}

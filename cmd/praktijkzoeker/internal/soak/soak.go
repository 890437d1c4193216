// Package soak asks a server in a process of its own at full speed for a long
// time, beside many connections that do nothing, and tells whether what it
// takes of the machine stays the same.
package soak

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

// Options say what Run does.
type Options struct {
	Program string        // the binary of the server
	For     time.Duration // how long questions are asked
	Every   time.Duration // time between two lines; the server is measured more often
	Clients int           // that ask at once
	Idle    int           // connections that are only kept
	Fiches  int           // that the server has
	Seed    uint64        // of the fiches and the questions
	// Out gets a line for every period, in Dutch, as it ends.
	Out io.Writer
}

// samples is the least number of measurements, and so of a verdict.
const samples = 20

// A Report tells how it went.
type Report struct {
	Requests uint64
	Errors   uint64 // requests without an answer, or with one of 500 and above
	First    string // of the errors; empty: none
	Idle     int    // connections that were kept in the end
	Lost     uint64 // idle connections that the server gave up and that were made anew
	Trends   []Trend
}

// Flat says whether nothing went wrong and nothing grew.
func (r *Report) Flat() bool {
	for _, t := range r.Trends {
		if !t.Flat() {
			return false
		}
	}
	return r.Errors == 0 && r.Lost == 0
}

// Run starts a server on generated fiches, asks it, and stops it. It fails when
// the server does not start or ends by itself, or when the system does not
// allow what is asked. Everything happens on the loopback address.
func Run(ctx context.Context, o Options) (_ *Report, err error) {
	dir, err := os.MkdirTemp("", "praktijkzoeker-soak-")
	if err != nil {
		return nil, fmt.Errorf("make folder: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	log, err := prepare(dir, o)
	if err != nil {
		return nil, err
	}
	s, err := start(ctx, o.Program, dir)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.stop()) }()

	keeping, err := keep(ctx, s.address, o.Idle)
	if err != nil {
		return nil, err
	}
	defer keeping.close()
	asking := ask(ctx, s.base, log, o.Clients)
	defer asking.stop()
	series, err := observe(ctx, s, asking, keeping, o)
	if err != nil {
		return nil, err
	}
	asking.stop()
	r := &Report{
		Requests: asking.requests.Load(), Errors: asking.errors.Load(), First: asking.firstError(),
		Idle: keeping.count(), Lost: keeping.lost.Load(), Trends: trends(series),
	}
	return r, keeping.failed()
}

// observe measures the server until the time is up, and writes a line for each
// period.
func observe(ctx context.Context, s *process, asking *clients, keeping *idle, o Options) ([]sample, error) {
	begin := time.Now()
	end := time.NewTimer(o.For)
	defer end.Stop()
	measure := time.NewTicker(min(o.Every, o.For) / samples)
	defer measure.Stop()
	var series []sample
	var asked uint64
	next := o.Every
	fmt.Fprintf(o.Out, "%6s %10s %8s %6s %9s %10s %7s %7s\n", "tijd", "vragen", "per s", "fouten", "RSS MiB", "goroutines", "fd's", "stil")
	for {
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-s.ended:
			return nil, fmt.Errorf("the server ended by itself: %w\n%s", s.err, s.tail())
		case <-end.C:
			return series, nil
		case <-measure.C:
		}
		now, err := s.measure(ctx)
		if err != nil {
			return nil, err
		}
		now.at = time.Since(begin)
		series = append(series, now)
		if now.at < next {
			continue
		}
		next += o.Every
		n := asking.requests.Load()
		fmt.Fprintf(o.Out, "%6s %10d %8.0f %6d %9.1f %10.0f %7.0f %7d\n", now.at.Round(time.Second), n,
			float64(n-asked)/o.Every.Seconds(), asking.errors.Load(), now.rss/(1<<20), now.goroutines, now.descriptors, keeping.count())
		asked = n
	}
}

package main

import (
	"context"
	"fmt"
	"time"

	"praktijkzoeker/cmd/praktijkzoeker/internal/bench"
)

// benchHTTP measures the API over the network of this machine.
func (o *benchOptions) benchHTTP(ctx context.Context, t *terminal, c *Config) error {
	r, err := bench.RunHTTP(ctx, bench.Options{
		Fiches: o.fiches, Seed: uint64(o.seed), Budget: time.Duration(o.seconds) * time.Second, Cache: mustSize(c.Process.AnswersMemory), Dir: o.data, Progress: t.steps(),
	})
	if err != nil {
		return err
	}
	if o.json {
		return printJSON(t.out, r)
	}
	for _, line := range []struct {
		what string
		l    *bench.Latency
	}{{"zoeken in het proces", r.Process}, {"zoeken over HTTP", r.API}, {"nog eens, uit het geheugen", r.Repeated}, {"zelfde bytes, alleen mux", r.Empty}} {
		fmt.Fprintf(t.out, "%-26s p50 %.1f µs, p95 %.1f µs, p99 %.1f µs\n", line.what, line.l.P50, line.l.P95, line.l.P99)
	}
	_, err = fmt.Fprintf(t.out, "HTTP / proces %.2f, nog eens / alleen mux %.2f, %.0f bytes per antwoord\n", r.OverProcess, r.OverEmpty, r.Bytes)
	return err
}

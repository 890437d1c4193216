package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"time"

	"praktijkzoeker/cmd/praktijkzoeker/internal/soak"
)

// benchSoak asks a server for a long time and tells whether it stays the same.
func (o *benchOptions) benchSoak(ctx context.Context, t *terminal, _ *Config) error {
	program, err := exec.LookPath(os.Args[0])
	if err != nil {
		return err
	}
	r, err := soak.Run(ctx, soak.Options{
		Program: program, For: o.soak, Every: min(time.Minute, max(o.soak/10, time.Second)), Clients: o.clients, Idle: o.idle,
		Fiches: o.fiches, Seed: uint64(o.seed), Out: t.out,
	})
	if errors.Is(err, syscall.EMFILE) {
		return fmt.Errorf("deze machine laat niet zoveel verbindingen toe; vraag er minder met -idle, of verhoog de grens met ulimit -n (%w)", err)
	}
	if err != nil {
		return err
	}
	return reportSoak(t, r)
}

func reportSoak(t *terminal, r *soak.Report) error {
	fmt.Fprintf(t.out, "\n%s, %s; %d stille verbindingen, waarvan %d verbroken\n",
		count(int(r.Requests), "vraag", "vragen"), count(int(r.Errors), "fout", "fouten"), r.Idle, r.Lost)
	if r.First != "" {
		fmt.Fprintf(t.out, "eerste fout: %s\n", r.First)
	}
	fmt.Fprintln(t.out, "na de opwarming (een derde van de tijd):")
	for _, trend := range r.Trends {
		verdict := "vlak"
		if !trend.Flat() {
			verdict = "GROEIT"
		}
		fmt.Fprintf(t.out, "  %-11s %8.1f tot %8.1f, gemiddeld %8.1f, helling %+.1f per uur (%+.1f %%): %s\n", trend.Name,
			trend.Least/trend.Unit, trend.Most/trend.Unit, trend.Mean/trend.Unit, trend.PerHour/trend.Unit, 100*trend.Grown, verdict)
	}
	if !r.Flat() {
		fmt.Fprintln(t.out, "oordeel: NIET goed")
		return errTold
	}
	_, err := fmt.Fprintln(t.out, "oordeel: vlak, zonder fouten")
	return err
}

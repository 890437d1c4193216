package main

import (
	"flag"
	"io"
	"slices"
	"strings"
	"testing"

	"praktijkzoeker/cmd/praktijkzoeker/internal/bench"
)

// Each command of docs/performance.md can be given, and its table names every
// workload.
func TestPerformanceDocument(t *testing.T) {
	var workloads []string
	commands := 0
	for _, line := range strings.Split(readDoc(t, "docs/performance.md"), "\n") {
		if name, _, ok := strings.Cut(strings.TrimPrefix(line, "| `"), "` | "); ok && strings.HasPrefix(line, "| `") {
			workloads = append(workloads, name)
		}
		line, _, _ = strings.Cut(line, "  #")
		args, ok := strings.CutPrefix(line, "go run ./cmd/praktijkzoeker bench")
		if !ok {
			continue
		}
		commands++
		flags := flag.NewFlagSet("bench", flag.ContinueOnError)
		flags.SetOutput(io.Discard)
		benchCommand.setup(flags, &Config{})
		if err := flags.Parse(strings.Fields(args)); err != nil || flags.NArg() > 0 {
			t.Errorf("%q: %v, %v", line, err, flags.Args())
		}
	}
	if commands < 5 {
		t.Errorf("only %d commands found", commands)
	}
	if !slices.Equal(workloads, bench.Workloads) {
		t.Errorf("the table has %v, want %v", workloads, bench.Workloads)
	}
}

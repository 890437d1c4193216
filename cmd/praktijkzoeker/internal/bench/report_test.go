package bench_test

import (
	"bytes"
	"strings"
	"testing"

	"praktijkzoeker/cmd/praktijkzoeker/internal/bench"
)

func TestWriteText(t *testing.T) {
	fast, slow := &bench.Latency{P50: 0.4, P95: 1, P99: 12.34, QPS: 123456}, &bench.Latency{P50: 40, P95: 50, P99: 60, QPS: 25}
	r := &bench.Report{
		Fiches: 1000, Seed: 7, CPUs: 2, Go: "go1", Cache: 8e6, BytesPerFiche: 1500, StockBytesPerFiche: 3000, DiskRatio: 0.5,
		Change: &bench.Change{Median: 20.4, Most: 31, First: 90, Input: 12, QuietP99: 800, BusyP99: 1200},
		Workloads: []bench.Row{
			{Workload: bench.Landing, Ours: fast, Stock: slow, Ratio: 100, Cached: &bench.Cached{Latency: bench.Latency{P50: 0.2, P95: 0.3, P99: 3, QPS: 4e6}, HitShare: 0.995}},
			{Workload: bench.Words, Ours: fast},
			{Workload: bench.Index, OursPerSecond: 3000, StockPerSecond: 2000, Ratio: 1.5},
		},
	}
	var b bytes.Buffer
	if err := r.WriteText(&b); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(b.String(), "\n")
	for i, want := range map[int]string{
		0:  "1000 fiches, seed 7, 2 processors, go1",
		3:  "landing 0.40 1.00 12.3 123456 40.0 50.0 60.0 25.0 100",
		4:  "words 0.40 1.00 12.3 123456",
		5:  "index 3000 2000 1.50",
		7:  "ours asked again, with 8 MB of answers kept",
		9:  "landing 0.20 0.30 3.00 4000000 100 %",
		11: "disk 1500 bytes a fiche, stock 3000 without the text: 0.50×",
		13: "one changed fiche is seen in 20 ms (median; at most 31, the first 90), of which reading and hashing all 12 ms",
		14: "p99 of searches with facets meanwhile 1200 µs, at rest 800 µs",
	} {
		if got := strings.Join(strings.Fields(lines[i]), " "); got != want {
			t.Errorf("line %d: %q, want %q", i, got, want)
		}
	}
}

package bench

import (
	"testing"
	"time"
)

func times(us ...int) []time.Duration {
	var out []time.Duration
	for _, n := range us {
		out = append(out, time.Duration(n)*time.Microsecond)
	}
	return out
}

func TestPercentile(t *testing.T) {
	hundred := make([]int, 100)
	for i := range hundred {
		hundred[i] = i + 1
	}
	for _, test := range []struct {
		name   string
		sorted []time.Duration
		p      float64
		want   int
	}{
		{"nothing", nil, 50, 0},
		{"one", times(7), 99, 7},
		{"median of two is the lower", times(1, 9), 50, 1},
		{"median of three", times(1, 5, 9), 50, 5},
		{"95 of a hundred", times(hundred...), 95, 95},
		{"99 of a hundred", times(hundred...), 99, 99},
		{"99 of ten is the last", times(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 99, 10},
		{"all", times(hundred...), 100, 100},
		{"none", times(hundred...), 0, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := percentile(test.sorted, test.p); got != time.Duration(test.want)*time.Microsecond {
				t.Errorf("got %v, want %d µs", got, test.want)
			}
		})
	}
}

func TestLatency(t *testing.T) {
	got := *newLatency(times(400, 100, 200, 300))
	want := Latency{P50: 200, P95: 400, P99: 400, QPS: 4000} // mean 250 µs
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := *newLatency(nil); got != (Latency{}) {
		t.Errorf("of nothing: %+v", got)
	}
}

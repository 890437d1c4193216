package bench

import (
	"math"
	"slices"
	"time"
)

// A Latency says how long questions took, one after the other on one
// goroutine.
type Latency struct {
	P50 float64 `json:"p50_us"`
	P95 float64 `json:"p95_us"`
	P99 float64 `json:"p99_us"`
	QPS float64 `json:"qps"` // questions per second
}

// newLatency summarises times, which it sorts. No times give zeros.
func newLatency(times []time.Duration) *Latency {
	slices.Sort(times)
	l := &Latency{P50: micros(percentile(times, 50)), P95: micros(percentile(times, 95)), P99: micros(percentile(times, 99))}
	if mean := mean(times); mean > 0 {
		l.QPS = rounded(float64(time.Second)/mean, 1)
	}
	return l
}

// percentile returns the smallest of the sorted times that at least p per cent
// of them do not exceed (nearest rank); 0 of none.
func percentile(sorted []time.Duration, p float64) time.Duration {
	if len(sorted) == 0 {
		return 0
	}
	rank := int(math.Ceil(p / 100 * float64(len(sorted))))
	return sorted[min(max(rank, 1), len(sorted))-1]
}

// mean returns the mean in nanoseconds.
func mean(times []time.Duration) float64 {
	if len(times) == 0 {
		return 0
	}
	var sum time.Duration
	for _, t := range times {
		sum += t
	}
	return float64(sum) / float64(len(times))
}

func micros(d time.Duration) float64 { return rounded(float64(d)/1e3, 100) }

// rounded rounds x to 1/unit.
func rounded(x, unit float64) float64 { return math.Round(x*unit) / unit }

package soak

import (
	"math"
	"testing"
	"time"
)

// series makes 60 samples, one a minute, of a figure.
func series(of func(minute int) float64) []sample {
	out := make([]sample, 60)
	for i := range out {
		v := of(i)
		out[i] = sample{at: time.Duration(i) * time.Minute, rss: v * (1 << 20), goroutines: v, descriptors: v}
	}
	return out
}

func TestTrends(t *testing.T) {
	for _, test := range []struct {
		name string
		of   func(int) float64
		flat bool
		hour float64 // slope
	}{
		{"always the same", func(int) float64 { return 500 }, true, 0},
		{"nothing", func(int) float64 { return 0 }, true, 0},
		{"grows while it warms up", func(i int) float64 { return 500 + 10*float64(min(i, 19)) }, true, 0},
		{"breathes", func(i int) float64 { return 500 + 20*math.Sin(float64(i)) }, true, 0},
		{"jumps once for a moment", func(i int) float64 {
			if i == 40 {
				return 5000
			}
			return 500
		}, true, 0},
		{"leaks", func(i int) float64 { return 500 + 2*float64(i) }, false, 120},
		{"leaks and breathes", func(i int) float64 { return 500 + 3*float64(i) + 20*math.Sin(float64(i)) }, false, 180},
		{"shrinks", func(i int) float64 { return 500 - 2*float64(i) }, true, -120},
		{"a little of very little", func(i int) float64 { return 2 + float64(i)/20 }, true, 3},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, got := range trends(series(test.of)) {
				if got.Flat() != test.flat {
					t.Errorf("%s: flat is %t: %+v", got.Name, got.Flat(), got)
				}
				if hour := got.PerHour / got.Unit; math.Abs(hour-test.hour) > 15 {
					t.Errorf("%s: %f an hour, want %f", got.Name, hour, test.hour)
				}
			}
		})
	}
	for _, got := range trends(nil) {
		if !got.Flat() {
			t.Errorf("no samples: %+v", got)
		}
	}
}

func TestFlat(t *testing.T) {
	grows := newTrend("x", 1, 0, 0, series(func(i int) float64 { return float64(i) }), func(s sample) float64 { return s.goroutines })
	for name, test := range map[string]struct {
		r    Report
		flat bool
	}{
		"well": {Report{Requests: 1}, true}, "an error": {Report{Errors: 1}, false}, "a connection lost": {Report{Lost: 1}, false},
		"growth": {Report{Trends: []Trend{grows}}, false},
	} {
		if got := test.r.Flat(); got != test.flat {
			t.Errorf("%s: %t", name, got)
		}
	}
}

func TestField(t *testing.T) {
	const text = "VmPeak:\t  9 kB\nVmRSS:\t   1234 kB\ngo_goroutines 17\nempty\n"
	for name, want := range map[string]float64{"VmRSS:": 1234, "go_goroutines ": 17} {
		if got, err := field(text, name); err != nil || got != want {
			t.Errorf("%s: %f, %v", name, got, err)
		}
	}
	for _, name := range []string{"none", "empty"} {
		if _, err := field(text, name); err == nil {
			t.Errorf("%s has a number", name)
		}
	}
}

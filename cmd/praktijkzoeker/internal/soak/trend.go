package soak

import (
	"slices"
	"time"
)

// A sample is what the server takes of the machine at one moment.
type sample struct {
	at                           time.Duration // since the questions began
	rss, goroutines, descriptors float64       // rss in bytes
}

// warmup is the part of the time in which caches fill and heaps find their
// size: the verdict is about the rest.
const warmup = 1. / 3

// A Trend tells how one figure went after the warm-up.
type Trend struct {
	Name        string
	Unit        float64 // of the figures that are shown
	Least, Most float64
	Mean        float64
	// PerHour is the slope by Theil and Sen: the median of the slopes between
	// all pairs of samples, which no single outlier moves.
	PerHour float64
	// Grown is the growth by that slope over the time that was looked at, as a
	// part of the mean.
	Grown float64
	room  float64 // part of the mean that it may grow
	slack float64 // that it may grow whatever the mean is
	spent time.Duration
}

// Flat says whether the figure did not grow by more than noise.
func (t Trend) Flat() bool {
	return t.Grown <= t.room || t.PerHour*t.spent.Hours() <= t.slack
}

// trends returns the trend of each figure. A heap breathes by a tenth or so;
// goroutines and descriptors by the clients.
func trends(series []sample) []Trend {
	from := int(float64(len(series)) * warmup)
	late := series[min(from, len(series)):]
	return []Trend{
		newTrend("RSS (MiB)", 1<<20, .05, 8<<20, late, func(s sample) float64 { return s.rss }),
		newTrend("goroutines", 1, .02, 10, late, func(s sample) float64 { return s.goroutines }),
		newTrend("fd's", 1, .02, 10, late, func(s sample) float64 { return s.descriptors }),
	}
}

func newTrend(name string, unit, room, slack float64, series []sample, of func(sample) float64) Trend {
	t := Trend{Name: name, Unit: unit, room: room, slack: slack}
	if len(series) < 2 {
		return t
	}
	var slopes []float64
	t.Least = of(series[0])
	for i, s := range series {
		v := of(s)
		t.Least, t.Most = min(t.Least, v), max(t.Most, v)
		t.Mean += v / float64(len(series))
		for _, before := range series[:i] {
			slopes = append(slopes, (v-of(before))/(s.at-before.at).Hours())
		}
	}
	slices.Sort(slopes)
	t.PerHour = slopes[len(slopes)/2]
	t.spent = series[len(series)-1].at - series[0].at
	if t.Mean > 0 {
		t.Grown = t.PerHour * t.spent.Hours() / t.Mean
	}
	return t
}

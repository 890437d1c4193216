package main

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/prometheus/client_golang/prometheus"

	"praktijkzoeker/index"
)

// gauges returns the values of a registry by name, and by label value where
// there is one.
func gauges(t *testing.T, registry *prometheus.Registry) map[string]float64 {
	t.Helper()
	families, err := registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	values := map[string]float64{}
	for _, f := range families {
		for _, m := range f.GetMetric() {
			name := f.GetName()
			for _, l := range m.GetLabel() {
				name += "/" + l.GetValue()
			}
			values[name] = m.GetGauge().GetValue() + m.GetCounter().GetValue()
		}
	}
	return values
}

func TestMetricsOfRefreshes(t *testing.T) {
	registry := prometheus.NewRegistry()
	observe := observeRefreshes(registry)
	const at = "praktijk_reload_last_success_timestamp_seconds"

	begin := time.Now()
	observe(index.Refresh{Fiches: 3, Kept: 1, Problems: 2, Warnings: 4, Took: 1500 * time.Millisecond})
	first := gauges(t, registry)
	if seconds := first[at]; seconds < float64(begin.Unix()) || seconds > float64(time.Now().Unix()+1) {
		t.Errorf("%s is %f", at, seconds)
	}
	want := map[string]float64{
		"praktijk_reload_last_successful":  1,
		"praktijk_reload_duration_seconds": 1.5,
		"praktijk_reload_fiches_kept":      1,
		"praktijk_reloads_total/done":      1,
		"praktijk_reload_problems/error":   2,
		"praktijk_reload_problems/warning": 4,
		at:                                 first[at],
	}
	if diff := cmp.Diff(want, first); diff != "" {
		t.Errorf("after a success (-want +got):\n%s", diff)
	}

	// A failure changes nothing of what is served, and nothing told of it.
	observe(index.Refresh{Err: errors.New("no folder"), Took: 2 * time.Second})
	want["praktijk_reload_last_successful"] = 0
	want["praktijk_reload_duration_seconds"] = 2
	want["praktijk_reloads_total/failed"] = 1
	if diff := cmp.Diff(want, gauges(t, registry)); diff != "" {
		t.Errorf("after a failure (-want +got):\n%s", diff)
	}
}

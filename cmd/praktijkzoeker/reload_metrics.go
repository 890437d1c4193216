package main

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"praktijkzoeker/index"
)

// newRegistry returns a registry with what every Go program tells of itself.
func newRegistry() *prometheus.Registry {
	registry := prometheus.NewRegistry()
	registry.MustRegister(
		collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
	)
	return registry
}

// observeRefreshes registers the metrics of refreshes and returns what sets
// them. An alert on praktijk_reload_last_successful == 0 finds a folder that
// vanished; one on praktijk_reload_fiches_kept > 0 finds a broken file.
func observeRefreshes(registry prometheus.Registerer) func(index.Refresh) {
	gauge := func(name, help string) prometheus.Gauge {
		g := prometheus.NewGauge(prometheus.GaugeOpts{Name: name, Help: help})
		registry.MustRegister(g)
		return g
	}
	successful := gauge("praktijk_reload_last_successful", "1 when the index equals the files since the last reload, 0 when that failed.")
	at := gauge("praktijk_reload_last_success_timestamp_seconds", "Time of the last reload that succeeded.")
	reloads := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "praktijk_reloads_total", Help: "Reloads of the fiches by result.",
	}, []string{"result"})
	registry.MustRegister(reloads)
	took := gauge("praktijk_reload_duration_seconds", "Time the last reload took.")
	kept := gauge("praktijk_reload_fiches_kept", "Fiches shown in an older version because their file is broken.")
	problems := prometheus.NewGaugeVec(prometheus.GaugeOpts{
		Name: "praktijk_reload_problems", Help: "Problems found in the files by the last reload that could read them.",
	}, []string{"severity"})
	registry.MustRegister(problems)

	return func(r index.Refresh) {
		took.Set(r.Took.Seconds())
		if r.Err != nil {
			reloads.WithLabelValues("failed").Inc()
			successful.Set(0)
			return
		}
		reloads.WithLabelValues("done").Inc()
		successful.Set(1)
		at.Set(float64(time.Now().UnixNano()) / 1e9)
		kept.Set(float64(r.Kept))
		problems.WithLabelValues("error").Set(float64(r.Problems))
		problems.WithLabelValues("warning").Set(float64(r.Warnings))
	}
}

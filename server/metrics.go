package server

import (
	"fmt"
	"runtime"

	"github.com/prometheus/client_golang/prometheus"

	"praktijkzoeker/index"
)

// metrics are the measurements of one server.
type metrics struct {
	requests    *prometheus.CounterVec   // route, method, code
	requestTime *prometheus.HistogramVec // route
	inFlight    prometheus.Gauge
	searchTime  *prometheus.HistogramVec // kind
	zeroResults prometheus.Counter
}

// Buckets in seconds. A search is expected to take well under a millisecond on
// thousands of fiches and must never take as long as a second.
var buckets = []float64{.0002, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10}

// newMetrics registers all metrics with reg; the gauges of the index read the
// Stats of in when they are asked.
func newMetrics(reg Registry, in index.Searcher, answers *keeper, version string) (*metrics, error) {
	m := &metrics{
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "praktijk_http_requests_total", Help: "Answered requests by route template, method and status code.",
		}, []string{"route", "method", "code"}),
		requestTime: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "praktijk_http_request_duration_seconds", Help: "Time to answer a request by route template.", Buckets: buckets,
		}, []string{"route"}),
		inFlight: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "praktijk_http_requests_in_flight", Help: "Requests being answered now.",
		}),
		searchTime: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "praktijk_search_duration_seconds", Help: "Time the index took by kind of question.", Buckets: buckets,
		}, []string{"kind"}),
		zeroResults: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "praktijk_search_zero_results_total", Help: "Searches that found nothing.",
		}),
	}
	all := []prometheus.Collector{m.requests, m.requestTime, m.inFlight, m.searchTime, m.zeroResults,
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "praktijk_build_info", Help: "Always 1; the labels tell the version.",
			ConstLabels: prometheus.Labels{"version": version, "go_version": runtime.Version()},
		}, func() float64 { return 1 }),
	}
	all = append(all,
		prometheus.NewCounterFunc(prometheus.CounterOpts{Name: "praktijk_http_kept_hits_total", Help: "Requests answered with an answer that was kept."},
			func() float64 { return float64(answers.hits.Load()) }),
		prometheus.NewCounterFunc(prometheus.CounterOpts{Name: "praktijk_http_kept_misses_total", Help: "Requests for which no answer was kept."},
			func() float64 { return float64(answers.misses.Load()) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "praktijk_http_kept_bytes", Help: "Estimated memory of answers that are kept."},
			func() float64 { return float64(answers.bytes()) }))
	for _, g := range []struct {
		name, help string
		value      func(index.Stats) float64
	}{
		{"praktijk_index_documents", "Fiches in the index.", func(s index.Stats) float64 { return float64(s.Fiches) }},
		{"praktijk_index_generation", "Rebuilds of the index on disk; 0 in memory.", func(s index.Stats) float64 { return float64(s.Generation) }},
		{"praktijk_index_generation_timestamp_seconds", "Time since when the index has its contents; 0 when not known.", func(s index.Stats) float64 {
			if s.Since.IsZero() {
				return 0
			}
			return float64(s.Since.Unix())
		}},
		{"praktijk_index_terms", "Different words in the index, upper bound.", func(s index.Stats) float64 { return float64(s.Terms) }},
		{"praktijk_index_segments", "Parts of the index.", func(s index.Stats) float64 { return float64(s.Segments) }},
		{"praktijk_index_disk_bytes", "Size of the index on disk; 0 in memory.", func(s index.Stats) float64 { return float64(s.DiskBytes) }},
		{"praktijk_index_heap_bytes", "Estimated size of the index's tables in memory.", func(s index.Stats) float64 { return float64(s.HeapBytes) }},
	} {
		all = append(all, prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: g.name, Help: g.help},
			func() float64 { return g.value(in.Stats()) }))
	}
	for _, c := range all {
		if err := reg.Register(c); err != nil {
			return nil, fmt.Errorf("server: metrics: %w", err)
		}
	}
	return m, nil
}

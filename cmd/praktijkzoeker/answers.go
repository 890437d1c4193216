package main

import (
	"github.com/prometheus/client_golang/prometheus"

	"praktijkzoeker/index"
)

// keepAnswers returns a Searcher that remembers the answers of ix in at most so
// many bytes, and tells in metrics how often that served.
func keepAnswers(ix index.Searcher, room int64, registry prometheus.Registerer) index.Searcher {
	cache := index.NewCache(ix, room)
	count := func(name, help string, value func(index.CacheStats) float64) prometheus.Collector {
		return prometheus.NewCounterFunc(prometheus.CounterOpts{Name: name, Help: help}, func() float64 { return value(cache.CacheStats()) })
	}
	registry.MustRegister(
		count("praktijk_answers_kept_hits_total", "Searches answered from memory.", func(s index.CacheStats) float64 { return float64(s.Hits) }),
		count("praktijk_answers_kept_misses_total", "Searches that the index had to answer.", func(s index.CacheStats) float64 { return float64(s.Misses) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "praktijk_answers_kept_bytes", Help: "Estimated memory of answers that are kept."},
			func() float64 { return float64(cache.CacheStats().Bytes) }),
	)
	return cache
}

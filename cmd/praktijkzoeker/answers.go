package main

import (
	"github.com/prometheus/client_golang/prometheus"

	"praktijkzoeker/index"
)

// answersBytes bounds the memory of answers that are kept: some thousands of
// result pages, which is more than the different questions of a busy hour.
const answersBytes = 32 << 20

// keepAnswers returns a Searcher that remembers the answers of ix, and tells in
// metrics how often that served.
func keepAnswers(ix index.Searcher, registry prometheus.Registerer) index.Searcher {
	cache := index.NewCache(ix, answersBytes)
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

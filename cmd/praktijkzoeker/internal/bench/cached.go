package bench

import (
	"context"
	"slices"
	"time"

	"praktijkzoeker/index"
)

// Cached says how long questions took that a cache had been asked before.
type Cached struct {
	Latency
	HitShare float64 `json:"hit_share"` // of the questions, those whose answer was kept
}

// replay asks the questions of a log of ask, which stands behind the cache:
// once untimed, then, for budget or a little longer, in rounds that go back and
// forth. Of a log that is larger than the cache that finds again what the cache
// holds; always going forth would find nothing, since the answers asked for
// longest ago leave first.
func replay(ctx context.Context, cache *index.Cache, ask side, log []int, budget time.Duration) (*Cached, error) {
	last := slices.Max(log)
	c := &clocked{ask: ask, times: make([][]time.Duration, last+1)}
	for _, q := range log {
		if err := ask(ctx, q); err != nil {
			return nil, err
		}
	}
	before := cache.CacheStats().Hits
	log = slices.Clone(log)
	asked := 0
	for round, begin := 0, time.Now(); round < rounds && (round == 0 || time.Since(begin) < budget); round++ {
		slices.Reverse(log)
		for _, q := range log {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			if _, err := c.clock(ctx, q); err != nil {
				return nil, err
			}
		}
		asked += len(log)
	}
	_, times := common([]*clocked{c})
	return &Cached{*newLatency(times[0]), rounded(float64(cache.CacheStats().Hits-before)/float64(asked), 1000)}, nil
}

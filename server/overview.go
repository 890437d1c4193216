package server

import (
	"context"
	"sync/atomic"
	"time"

	"praktijkzoeker/index"
)

// An overview is what the whole index holds: the vocabulary of every facet.
type overview struct {
	snapshot uint64
	since    time.Time // when these contents were first seen
	total    int
	dated    bool // some fiche tells when it changed
	facets   map[index.Facet][]index.Count
}

// An overviewCache remembers the overview of one snapshot. Every search page
// needs it, and it changes only when the contents do.
type overviewCache struct{ last atomic.Pointer[overview] }

// overview returns the overview of the present contents.
func (s *site) overview(ctx context.Context) (*overview, error) {
	before := s.Searcher.Stats()
	if o := s.seen.last.Load(); o != nil && o.snapshot == before.Snapshot && before != (index.Stats{}) {
		return o, nil
	}
	r, err := s.Searcher.Search(ctx, index.Query{})
	if err != nil {
		return nil, err
	}
	newest, err := s.Searcher.Search(ctx, index.Query{Sort: index.Updated, Limit: 1, Uncounted: true})
	if err != nil {
		return nil, err
	}
	dated := len(newest.Hits) > 0 && !newest.Hits[0].Fiche.Updated.IsZero()
	o := &overview{before.Snapshot, time.Now(), r.Total, dated, r.Facets}
	if s.Searcher.Stats().Snapshot == before.Snapshot {
		s.seen.last.Store(o) // else nobody knows which contents it shows
	}
	return o, nil
}

// withZeroes returns counts with the values of o that they lack added at the
// end with 0: who narrows a search sees what else there is.
func (o *overview) withZeroes(counts map[index.Facet][]index.Count) map[index.Facet][]index.Count {
	out := make(map[index.Facet][]index.Count, len(index.Facets))
	for _, f := range index.Facets {
		all := make([]index.Count, 0, max(len(counts[f]), len(o.facets[f])))
		have := make(map[string]bool, len(counts[f]))
		for _, c := range counts[f] {
			have[c.Value] = true
			all = append(all, c)
		}
		for _, c := range o.facets[f] {
			if !have[c.Value] {
				all = append(all, index.Count{Value: c.Value})
			}
		}
		out[f] = all
	}
	return out
}

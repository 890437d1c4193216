package server

import (
	"context"
	"time"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

// observed is a Searcher that measures another. Every engine is measured alike.
type observed struct {
	index.Searcher
	m *metrics
}

// observe returns in with every call measured.
func (m *metrics) observe(in index.Searcher) index.Searcher { return &observed{in, m} }

// The kinds of questions in metrics.
const (
	kindSearch  = "search"
	kindFacet   = "facet" // a search for counts only
	kindSuggest = "suggest"
	kindFiche   = "fiche"
	kindRelated = "related"
)

func (o *observed) time(kind string) func() {
	start := time.Now()
	return func() { o.m.searchTime.WithLabelValues(kind).Observe(time.Since(start).Seconds()) }
}

func (o *observed) Search(ctx context.Context, q index.Query) (*index.Results, error) {
	kind := kindSearch
	if q.Limit == 0 {
		kind = kindFacet
	}
	defer o.time(kind)()
	return o.Searcher.Search(ctx, q)
}

// search is a search that somebody asked for. Only these count as finding
// nothing; what the site looks up for itself does not.
func (s *site) search(ctx context.Context, q index.Query) (*index.Results, error) {
	r, err := s.Searcher.Search(ctx, q)
	if err == nil && r.Total == 0 {
		s.met.zeroResults.Inc()
		recordOf(ctx).empty = true
	}
	return r, err
}

func (o *observed) Suggest(ctx context.Context, text string, limit int) ([]index.Suggestion, error) {
	defer o.time(kindSuggest)()
	return o.Searcher.Suggest(ctx, text, limit)
}

func (o *observed) Fiche(ctx context.Context, id string) (corpus.Fiche, error) {
	defer o.time(kindFiche)()
	return o.Searcher.Fiche(ctx, id)
}

func (o *observed) Related(ctx context.Context, id string, limit int) ([]index.Hit, error) {
	defer o.time(kindRelated)()
	return o.Searcher.Related(ctx, id, limit)
}

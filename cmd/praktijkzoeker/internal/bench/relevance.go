package bench

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/index/bleveindex"
	"praktijkzoeker/index/bleveindex/stock"
	"praktijkzoeker/index/relevance"
)

// judgedDepth is how far down an answer is looked at.
const judgedDepth = 20

// A Ranking is how well both sides rank one set of fiches.
type Ranking struct {
	Fiches      int                 `json:"fiches"`
	Distractors int                 `json:"distractors"`
	Ours        []relevance.Score   `json:"ours"`
	Stock       []relevance.Score   `json:"stock"`
	Outcomes    []relevance.Outcome `json:"-"` // of ours
}

// Rank answers judged queries over fiches and some distractors, with the engine
// and with stock Bleve, both in memory.
func Rank(ctx context.Context, fiches []corpus.Fiche, distractors int, judged []relevance.Query) (_ *Ranking, err error) {
	r := &Ranking{Fiches: len(fiches), Distractors: distractors}
	all := append(slices.Clone(fiches), relevance.Distractors(distractors)...)
	ours, err := bleveindex.Open("", bleveindex.Options{})
	if err != nil {
		return nil, fmt.Errorf("open index: %w", err)
	}
	defer func() { err = errors.Join(err, ours.Close()) }()
	err = ours.Replace(ctx, func(yield func(corpus.Fiche, error) bool) {
		for _, f := range all {
			if !yield(f, nil) {
				return
			}
		}
	})
	if err != nil {
		return nil, fmt.Errorf("index fiches: %w", err)
	}
	theirs, err := stock.Open("")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, theirs.Close()) }()
	if err := theirs.Add(all); err != nil {
		return nil, err
	}
	r.Outcomes, err = relevance.Run(ctx, judged, func(ctx context.Context, text string) ([]string, error) {
		found, err := ours.Search(ctx, index.Query{Text: text, Limit: judgedDepth, Bare: true})
		if err != nil {
			return nil, err
		}
		ids := make([]string, len(found.Hits))
		for i, h := range found.Hits {
			ids[i] = h.Fiche.ID
		}
		return ids, nil
	})
	if err != nil {
		return nil, err
	}
	outcomes, err := relevance.Run(ctx, judged, func(ctx context.Context, text string) ([]string, error) {
		return theirs.Search(ctx, text, judgedDepth)
	})
	if err != nil {
		return nil, err
	}
	r.Ours, r.Stock = relevance.Summary(r.Outcomes), relevance.Summary(outcomes)
	return r, nil
}

package main

import (
	"testing"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/index/bleveindex"
	"praktijkzoeker/index/indextest"
)

func TestKeptAnswersAreCounted(t *testing.T) {
	x, err := bleveindex.Open("", bleveindex.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if err := x.Replace(t.Context(), indextest.Fiches(corpus.Fiche{ID: "a", Title: "Fietsen"})); err != nil {
		t.Fatal(err)
	}
	registry := prometheus.NewRegistry()
	s := keepAnswers(x, 1<<20, registry)
	for range 3 {
		if _, err := s.Search(t.Context(), index.Query{Text: "fietsen", Limit: 10}); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := testutil.GatherAndCount(registry, "praktijk_answers_kept_bytes"); err != nil || n != 1 {
		t.Errorf("%d metrics, %v", n, err)
	}
	families, err := registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]float64{}
	for _, f := range families {
		if c := f.GetMetric()[0].GetCounter(); c != nil {
			got[f.GetName()] = c.GetValue()
		}
	}
	if got["praktijk_answers_kept_hits_total"] != 2 || got["praktijk_answers_kept_misses_total"] != 1 {
		t.Errorf("got %v", got)
	}
}

package generate_test

import (
	"testing"

	"praktijkzoeker/corpus"
)

func TestFacetsAreSkewed(t *testing.T) {
	fiches := sample(t, 3000)
	for _, test := range []struct {
		facet       string
		values      func(*corpus.Fiche) []string
		different   int // values
		least, most int // per fiche
		first       float64
	}{
		{"category", func(f *corpus.Fiche) []string { return f.Categories }, 12, 1, 3, 0.12},
		{"domain", func(f *corpus.Fiche) []string { return f.Domains }, 20, 1, 3, 0.1},
		{"target group", func(f *corpus.Fiche) []string { return f.TargetGroups }, 15, 1, 3, 0.1},
		{"municipality", (*corpus.Fiche).MunicipalityNames, 300, 1, 12, 0.02},
	} {
		t.Run(test.facet, func(t *testing.T) {
			counts := map[string]int{}
			low, high := 100, 0
			for i := range fiches {
				values := test.values(&fiches[i])
				low, high = min(low, len(values)), max(high, len(values))
				for _, v := range values {
					counts[v]++
				}
			}
			if len(counts) != test.different {
				t.Errorf("%d different values, want %d", len(counts), test.different)
			}
			if low != test.least || high != test.most {
				t.Errorf("%d to %d values a fiche, want %d to %d", low, high, test.least, test.most)
			}
			most, sum := 0, 0
			for _, n := range counts {
				most, sum = max(most, n), sum+n
			}
			if first := float64(most) / float64(len(fiches)); first < test.first {
				t.Errorf("the most frequent value is in %.3f of the fiches, want at least %.2f", first, test.first)
			}
			if mean := float64(sum) / float64(len(counts)); float64(most) < 1.5*mean {
				t.Errorf("most frequent %d, mean %.0f: not skewed", most, mean)
			}
		})
	}
}

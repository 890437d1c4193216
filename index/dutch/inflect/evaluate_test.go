package inflect_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/index/dutch/inflect"
)

func TestEvaluate(t *testing.T) {
	for _, tt := range []struct {
		name, table string
		want        inflect.Report
	}{
		{"nothing", "form\tlemma\n", inflect.Report{PairPrecision: 1}},
		{"all met", "form\tlemma\nhuizen\thuis\tNOUN\nIdeeën\tidee\n", inflect.Report{Recall: 1, PairPrecision: 1, Pairs: 2}},
		// eerste is no form of een to us; the two lemmas of werkt share a stem.
		{"one missed, one too many", "form\tlemma\neerste\teen\nwerkt\twerken\nwerkje\twerk\n", inflect.Report{Recall: 2.0 / 3, PairPrecision: 2.0 / 6, Pairs: 3}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := inflect.Evaluate(strings.NewReader(tt.table))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestEvaluateNamesTheBadLine(t *testing.T) {
	_, err := inflect.Evaluate(strings.NewReader("form\tlemma\nhuizen\n"))
	if err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("error %v", err)
	}
}

package compound_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"praktijkzoeker/index/dutch/compound"
)

func TestEvaluate(t *testing.T) {
	compounds := "form\tsplit\tpos\n" +
		"buurthuis\tbuurt|huis\tNOUN\n" + // right
		"Taalcafé\ttaal|café\tNOUN\r\n" + // right once folded
		"straathoekwerk\tstraat|hoek|werk\tNOUN\n" + // one of two boundaries
		"beleid\tbe|leid\tNOUN\n\n" // none
	others := "form\nvoorzitter\nsporthal\n" // the second is a compound after all
	got, err := compound.Evaluate(strings.NewReader(compounds), strings.NewReader(others))
	if err != nil {
		t.Fatal(err)
	}
	want := compound.Report{
		Precision: 1, Recall: 3. / 5, F1: 2 * .6 / 1.6, Exact: .5, FalseSplits: .5, Compounds: 4, Others: 2,
		Wrong: []string{"straat|hoek|werk / straathoek|werk", "be|leid / beleid", "sporthal / sport|hal"},
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateApprox(0, 1e-9), cmpopts.IgnoreFields(want, "NsPerWord")); diff != "" {
		t.Errorf("report (-want +got):\n%s", diff)
	}
	if got.NsPerWord <= 0 {
		t.Errorf("%v ns a word", got.NsPerWord)
	}
}

func TestReportKeys(t *testing.T) {
	data, err := json.Marshal(compound.Report{})
	if err != nil {
		t.Fatal(err)
	}
	var keys map[string]any
	if err := json.Unmarshal(data, &keys); err != nil {
		t.Fatal(err)
	}
	for _, k := range []string{"precision", "recall", "f1", "exact", "false_splits", "ns_per_word"} {
		if _, ok := keys[k]; !ok {
			t.Errorf("no key %q in %s", k, data)
		}
	}
}

func TestEvaluateBadInput(t *testing.T) {
	good := "form\tsplit\nbuurthuis\tbuurt|huis\n"
	tests := map[string]struct{ compounds, others, want string }{
		"no split":         {"form\tsplit\nbuurthuis\n", "form\n", "compounds: line 2: 2 columns are needed, with a tab between them"},
		"empty split":      {"form\tsplit\nbuurthuis\t\n", "form\n", "compounds: line 2: 2 columns are needed, with a tab between them"},
		"empty form":       {good, "form\n\tx\n", "noncompounds: line 2: 1 columns are needed, with a tab between them"},
		"line out of size": {good, "form\n" + strings.Repeat("x", 1<<17), "noncompounds: bufio.Scanner: token too long"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := compound.Evaluate(strings.NewReader(tt.compounds), strings.NewReader(tt.others))
			if err == nil || err.Error() != tt.want {
				t.Errorf("error %v, want %s", err, tt.want)
			}
		})
	}
	r, err := compound.Evaluate(strings.NewReader(""), strings.NewReader(""))
	if err != nil || r.F1 != 0 {
		t.Errorf("empty tables: %v, %v", r, err)
	}
}

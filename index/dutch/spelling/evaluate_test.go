package spelling_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"praktijkzoeker/index/dutch/spelling"
)

func TestEvaluate(t *testing.T) {
	file := "wrong\tright\ttype\n" +
		"Taalbelijd\ttaalbeleid\ttypo\n" +
		"moskée\tmoskee\tdiacritic\n" + // mended by the fold
		"vrij willigers\tvrijwilligers\tspace\r\n" +
		"mega-plan\tmegaplan\tspace\n" + // two known words: not corrected
		"xxxxxx\tgemeente\ttypo\n\n"
	fold := func(s string) string { return strings.ReplaceAll(strings.ToLower(s), "é", "e") }
	got, err := spelling.Evaluate(strings.NewReader(file), slices.Values([]string{"mega", "plan", "gemeenten"}), fold)
	if err != nil {
		t.Fatal(err)
	}
	want := spelling.Report{
		Corrected: .6, LeftAlone: 1, Untouched: .8, Words: 5, Vocabulary: 8,
		Types: map[string]spelling.Type{
			"typo":      {Words: 2, Corrected: .5},
			"diacritic": {Words: 1, Corrected: 1},
			"space":     {Words: 2, Corrected: .5, WrongIsKnown: .5, Joined: .5},
		},
		Uncorrected: []string{"mega plan → megaplan, mega plan", "xxxxxx → gemeente, xxxxxx"},
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateApprox(0, 1e-9), cmpopts.IgnoreFields(want, "MicrosPer")); diff != "" {
		t.Errorf("report (-want +got):\n%s", diff)
	}
}

func TestEvaluateBadInput(t *testing.T) {
	for name, tt := range map[string]struct{ file, want string }{
		"too few columns": {"wrong\tright\ttype\na\tb\n", "line 2: 3 columns are needed, with a tab between them"},
		"nothing right":   {"wrong\tright\ttype\nhuis\t-\ttypo\n", "line 2: a wrong and a right word are needed"},
		"endless line":    {"h\n" + strings.Repeat("x", 1<<17), "bufio.Scanner: token too long"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := spelling.Evaluate(strings.NewReader(tt.file), slices.Values([]string(nil)), strings.ToLower)
			if err == nil || err.Error() != tt.want {
				t.Errorf("error %v, want %s", err, tt.want)
			}
		})
	}
	r, err := spelling.Evaluate(strings.NewReader(""), slices.Values([]string(nil)), strings.ToLower)
	if err != nil || r.Words != 0 || r.Corrected != 0 {
		t.Errorf("an empty file: %+v, %v", r, err)
	}
}

func TestReportKeys(t *testing.T) {
	data, err := json.Marshal(spelling.Report{})
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"corrected", "left_alone", "untouched", "us_per_word", "types"} {
		if !strings.Contains(string(data), `"`+key+`":`) {
			t.Errorf("no key %q in %s", key, data)
		}
	}
}

package indextest

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"praktijkzoeker/index"
)

// A finding is a text and all the fiches of the fixture that it finds, in any
// order.
type finding struct {
	text string
	want []string
}

func checkFindings(t *testing.T, x index.Index, prefix bool, list []finding) {
	t.Helper()
	replace(t, x, fixture()...)
	for _, f := range list {
		res := search(t, x, index.Query{Text: f.text, Limit: 100, Prefix: prefix})
		less := cmpopts.SortSlices(func(a, b string) bool { return a < b })
		if diff := cmp.Diff(f.want, ids(res), less, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", f.text, diff)
		}
		if res.Total != len(res.Hits) {
			t.Errorf("%q: Total %d with %d hits", f.text, res.Total, len(res.Hits))
		}
	}
}

var all = []string{"taalbeleid", "buddy", "overleg", "elan", "zomer"}

var matchingCases = []testCase{
	{"6 any text is a query", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		for _, text := range []string{
			`"`, `""`, `"""`, `-`, `--`, `-"`, `- -`, `*`, `?`, `~`, `taal~2`, `title:taal`, `+taal`, `(taal`, `taal)`, `[a TO z]`,
			`/.*/`, `\`, `taal\`, `a AND b`, `OR`, "NOT", "\x00", "\xff\xfe", "taal\x00beleid", "\u202etaal", "🙂", "’", "65+", "#taal", "en/of",
			"'; DROP TABLE fiches; --", "<script>alert(1)</script>", strings.Repeat("taal ", 5000), strings.Repeat("a", 10000), strings.Repeat(`"`, 999), strings.Repeat("-", 999),
		} {
			for _, prefix := range []bool{false, true} {
				res := search(t, x, index.Query{Text: text, Limit: 10, Prefix: prefix, Explain: true})
				if res.Total < len(res.Hits) {
					t.Errorf("%q: total %d with %d hits", text, res.Total, len(res.Hits))
				}
			}
		}
	}},
	{"6 numbers out of range are the nearest", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		if got := ids(search(t, x, index.Query{Offset: -7, Limit: 2})); len(got) != 2 {
			t.Errorf("a negative offset gives %v", got)
		}
		if got := ids(search(t, x, index.Query{Limit: -1})); len(got) != 0 {
			t.Errorf("a negative limit gives %v", got)
		}
		if got := ids(search(t, x, index.Query{Limit: 1 << 40})); len(got) != len(fixture()) {
			t.Errorf("a huge limit gives %v", got)
		}
		if got := ids(search(t, x, index.Query{Offset: 1 << 40, Limit: 10})); len(got) != 0 {
			t.Errorf("a huge offset gives %v", got)
		}
		if got := ids(search(t, x, index.Query{Sort: "nonsense", Limit: 100})); len(got) != len(fixture()) {
			t.Errorf("an unknown order gives %v", got)
		}
	}},
	{"6 text without a word asks for everything", func(t *testing.T, x index.Index) {
		checkFindings(t, x, false, []finding{{"", all}, {"   ", all}, {`""`, all}, {"-", all}, {"!?…", all}})
	}},
	{"7 every word counts, in any form", func(t *testing.T, x index.Index) {
		checkFindings(t, x, false, []finding{
			{"nederlands", []string{"taalbeleid"}},
			{"NEDERLANDS", []string{"taalbeleid"}},
			{"coordinator", []string{"taalbeleid"}},
			{"coördinator", []string{"taalbeleid"}},
			{"coo\u0308rdinator", []string{"taalbeleid"}},
			{"élan", []string{"elan"}},
			{"elan", []string{"elan"}},
			{"praatcafe", []string{"taalbeleid"}},
			{"collega", []string{"taalbeleid"}},
			{"vrijwilligers gezin", []string{"buddy"}},
			{"taalbeleid onthaal", []string{"overleg"}},
			{"tuinvereniging", []string{"elan"}},
			{"leerlingen", []string{"zomer"}},
			{"sfeer plaats", []string{"zomer"}},
			{"kwantummechanica", nil},
		})
	}},
	{"7 labels and places are words too", func(t *testing.T, x index.Index) {
		checkFindings(t, x, false, []finding{
			{"ternat", []string{"taalbeleid"}},
			{"praatcafé ternat", []string{"taalbeleid"}},
			{"anderstaligen", []string{"taalbeleid"}},
			{"visie organisatie samenwerking", []string{"overleg"}},
		})
	}},
	{"7 where no fiche has all words, those with most", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		got := find(t, x, "tuinieren buren kwantummechanica")
		if len(got) == 0 || got[0] != "elan" {
			t.Errorf("got %v, want elan first", got)
		}
		got = find(t, x, "hoe vind ik een vrijwilliger voor het gezin?")
		if len(got) == 0 || got[0] != "buddy" {
			t.Errorf("a question finds %v, want buddy first", got)
		}
	}},
	{"7 with Any one word is enough, and more come first", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		got := ids(search(t, x, index.Query{Text: "tuinieren buren vakantie", Any: true, Limit: 10}))
		if diff := cmp.Diff([]string{"elan", "zomer"}, got); diff != "" {
			t.Error(diff)
		}
	}},
	{"8 phrases and exclusions", func(t *testing.T, x index.Index) {
		checkFindings(t, x, false, []finding{
			{`"samen nederlands"`, []string{"taalbeleid"}},
			{`“samen nederlands”`, []string{"taalbeleid"}},
			{`"nederlands samen"`, nil},
			{`"op de werkvloer"`, []string{"taalbeleid"}},
			{`"taalbeleid en onthaal"`, []string{"overleg"}},
			{`"werkvloer taalbeleid"`, nil},
			{"samen -tuinieren", []string{"taalbeleid", "overleg"}},
			{`samen -"samen nederlands" -maand`, []string{"elan"}},
			{"-samen", []string{"buddy", "zomer"}},
		})
	}},
	{"9 the last word may be unfinished", func(t *testing.T, x index.Index) {
		checkFindings(t, x, true, []finding{
			{"nederl", []string{"taalbeleid"}},
			{"samen nederl", []string{"taalbeleid"}},
			{"taalc", []string{"taalbeleid"}},
			{"PRAATC", []string{"taalbeleid"}},
			{"kwantumm", nil},
		})
		if got := find(t, x, "nederl"); len(got) != 0 {
			t.Errorf("without Prefix, an unfinished word finds %v", got)
		}
	}},
}

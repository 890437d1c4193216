package places

import (
	"strings"
	"testing"
)

func TestBuildRefusesBadTables(t *testing.T) {
	const good = "11001\tAartselaar\tAntwerpen\t51.1\t4.3\t2630\n"
	tests := []struct{ what, municipalities, names, err string }{
		{"too few fields", "11001\tAartselaar\n", "", "want 6 fields"},
		{"no number", strings.Replace(good, "51.1", "x", 1), "", "Aartselaar"},
		{"unknown kind", good, "oud\tX\t11001\n", "want kind"},
		{"unknown code", good, "sub\tX\t99999\n", "unknown NIS"},
		{"no year", good, "former\tX\t11001\tx\n", "year"},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			if _, err := build(tt.municipalities, tt.names, ""); err == nil || !strings.Contains(err.Error(), tt.err) {
				t.Errorf("got %v, want an error with %q", err, tt.err)
			}
		})
	}
}

func TestNoNameHoldsASeparator(t *testing.T) {
	for _, n := range tables().names {
		for w := range strings.FieldsSeq(n.key) {
			if separators[w] {
				t.Errorf("%s: Resolve would cut at %q", n.text, w)
			}
		}
	}
}

// TestCommonWordsStay checks that no word of the list is taken for a name.
func TestCommonWordsStay(t *testing.T) {
	kept := tables().kept
	if len(kept) < 3000 {
		t.Fatalf("only %d words", len(kept))
	}
	for w := range kept {
		if r := Resolve(w); len(r.Matches) > 0 && r.Matches[0].How == Misspelled {
			t.Errorf("%s becomes %s", w, r.Matches[0].Name)
		}
	}
}

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"temste", "temse", 1}, {"gnet", "gent", 1}, {"gent", "gent", 0}, {"aalst", "alst", 1},
		{"oostende", "oestende", 1}, {"ca", "abc", 3}, {"", "ab", 2},
	}
	for _, tt := range tests {
		if got := distance(tt.a, tt.b, 3); got != tt.want {
			t.Errorf("distance(%s, %s) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
		if got := distance(tt.a, tt.b, 0); (got == 0) != (tt.want == 0) {
			t.Errorf("distance(%s, %s) within 0 = %d", tt.a, tt.b, got)
		}
	}
}

func BenchmarkBuild(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := build(municipalitiesTSV, namesTSV, wordsTXT); err != nil {
			b.Fatal(err)
		}
	}
}

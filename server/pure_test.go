package server

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus/places"
	"praktijkzoeker/index"
)

func TestPageWindow(t *testing.T) {
	for _, tc := range []struct {
		current, last int
		want          []int
	}{
		{1, 1, []int{1}},
		{1, 3, []int{1, 2, 3}},
		{1, 9, []int{1, 2, 0, 9}},
		{3, 9, []int{1, 2, 3, 4, 0, 9}},
		{4, 9, []int{1, 2, 3, 4, 5, 0, 9}}, // no gap for one page
		{5, 9, []int{1, 0, 4, 5, 6, 0, 9}},
		{6, 9, []int{1, 0, 5, 6, 7, 8, 9}},
		{9, 9, []int{1, 0, 8, 9}},
		{50_000, 100_000, []int{1, 0, 49_999, 50_000, 50_001, 0, 100_000}},
	} {
		if diff := cmp.Diff(tc.want, pageWindow(tc.current, tc.last)); diff != "" {
			t.Errorf("%d of %d (-want +got):\n%s", tc.current, tc.last, diff)
		}
	}
}

func TestClipSpans(t *testing.T) {
	long := strings.Repeat("één woord na het andere ", 20)
	for _, tc := range []struct {
		name  string
		spans []index.Span
		n     int
		want  []index.Span
	}{
		{"short", []index.Span{{Text: "kort"}}, 10, []index.Span{{Text: "kort"}}},
		{"none", nil, 10, nil},
		{"early match", []index.Span{{Text: "taal", Match: true}, {Text: " op de werkvloer en elders"}}, 20,
			[]index.Span{{Text: "taal", Match: true}, {Text: " op de"}, {Text: "…"}}},
		{"late match", []index.Span{{Text: "helemaal aan het einde van de zin staat "}, {Text: "taal", Match: true}}, 20,
			[]index.Span{{Text: "… "}, {Text: "staat "}, {Text: "taal", Match: true}}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, clipSpans(tc.spans, tc.n)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	for n := 1; n < 200; n++ {
		for _, cut := range []int{0, 26, 130, 494} { // at the start of "één"
			spans := []index.Span{{Text: long[:cut]}, {Text: long[cut : cut+5], Match: true}, {Text: long[cut+5:]}}
			got := index.MarkedText(clipSpans(spans, n))
			if !utf8.ValidString(got) {
				t.Fatalf("n=%d: cuts a letter: %q", n, got)
			}
			if len(got) > n+len("… ")+len("…") {
				t.Fatalf("n=%d: %d bytes", n, len(got))
			}
		}
	}
}

func TestMarkdown(t *testing.T) {
	for _, tc := range []struct{ name, md, want string }{
		{"paragraph", "een *woord*", "<p>een <em>woord</em></p>\n"},
		{"levels follow on", "# a\n##### b\n# c", "<h3>a</h3>\n<h4>b</h4>\n<h3>c</h3>\n"},
		{"raw HTML", "<script>alert(1)</script>", "<!-- raw HTML omitted -->\n"},
		{"inline HTML", "a <b onclick=x>b</b>", "<p>a <!-- raw HTML omitted -->b<!-- raw HTML omitted --></p>\n"},
		{"link", "[a](https://b.be)", "<p><a href=\"https://b.be\" rel=\"noopener\">a</a></p>\n"},
		{"bare link", "zie https://b.be/x", "<p>zie <a href=\"https://b.be/x\" rel=\"noopener\">https://b.be/x</a></p>\n"},
		{"script link", "[a](javascript:alert(1))", "<p><a href=\"\" rel=\"noopener\">a</a></p>\n"},
		{"picture", "![kaart](https://b.be/k.png)", "<p><a href=\"https://b.be/k.png\" rel=\"noopener\">kaart</a></p>\n"},
		{"picture without text", "![](k.png)", "<p><a href=\"k.png\" rel=\"noopener\">afbeelding</a></p>\n"},
		{"picture in a link", "[![kaart](k.png)](https://b.be)", "<p><a href=\"https://b.be\" rel=\"noopener\"><em>kaart</em></a></p>\n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, string(markdown(tc.md, 2))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	for md, wanted := range map[string]string{
		"1. een stap":   "1. een stap",
		"# geen kop":    "# geen kop",
		"- **vet**\n\n": "- <strong>vet</strong>",
		"a < b & c":     "a &lt; b &amp; c",
		"":              "",
	} {
		if got := string(markdownLine(md)); got != wanted {
			t.Errorf("line %q: %q, want %q", md, got, wanted)
		}
	}
}

func TestSlug(t *testing.T) {
	for in, wanted := range map[string]string{
		"Gent": "gent", "Sint-Niklaas": "sint-niklaas", "’s Gravenvoeren": "s-gravenvoeren", "Één & twee!": "een-twee",
		"": "", "---": "", "北京": "", "Kapelle-op-den-Bos": "kapelle-op-den-bos",
	} {
		if got := slug(in); got != wanted {
			t.Errorf("%q: %q, want %q", in, got, wanted)
		}
	}
	if got := placeAnchor("Gent, Temse"); got != "in-gent" {
		t.Errorf("anchor of two places %q", got)
	}
}

func TestDutchText(t *testing.T) {
	for n, wanted := range map[int]string{0: "0", 7: "7", 999: "999", 1000: "1.000", 12345: "12.345", 1234567: "1.234.567", -1000: "-1.000", -100: "-100"} {
		if got := number(n); got != wanted {
			t.Errorf("number(%d) = %q, want %q", n, got, wanted)
		}
	}
	if got := practices(1) + ", " + practices(2000); got != "1 praktijk, 2.000 praktijken" {
		t.Errorf("practices: %q", got)
	}
	d := time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC)
	if date(d) != "1 maart 2024" || day(d) != "2024-03-01" || date(time.Time{}) != "" || day(time.Time{}) != "" {
		t.Errorf("dates: %q %q", date(d), day(d))
	}
	for _, f := range index.Facets {
		if facetLabels[f] == "" || browseLabels[f] == "" {
			t.Errorf("facet %s has no label", f)
		}
	}
}

func TestNearest(t *testing.T) {
	names := []string{"q", "category", "domain", "municipality", "target_group", "page"}
	for in, wanted := range map[string]string{
		"categry": "category", "Domains": "domain", "gemeente": "", "targetgroup": "target_group", "pagina": "page", "": "", "zzzzzzzz": "",
	} {
		if got := nearest(in, names); got != wanted {
			t.Errorf("%q: %q, want %q", in, got, wanted)
		}
	}
	if got := distance("kitten", "sitting"); got != 3 {
		t.Errorf("kitten, sitting: %d, want 3", got)
	}
	if got := shorten("een twee drie", 9); got != "een twee…" {
		t.Errorf("shortened to %q", got)
	}
}

func TestTagMatches(t *testing.T) {
	for given, wanted := range map[string]bool{
		`W/"a"`: true, `"a"`: true, `"b", W/"a"`: true, "*": true, "": false, `"b"`: false, `W/"aa"`: false,
	} {
		if got := tagMatches(given, `W/"a"`); got != wanted {
			t.Errorf("%s: %v", given, got)
		}
	}
}

func TestSays(t *testing.T) {
	for written, wanted := range map[string]bool{
		"Gent": true, "Gent en Aalst": true, "Gent, Aalst": true, "Gand": false, "Gent (en andere)": false, "Wegwijzer: Her": false,
	} {
		if got := says(written, places.Resolve(written).Places()); got != wanted {
			t.Errorf("%q: %v", written, got)
		}
	}
}

package index_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

func TestPlain(t *testing.T) {
	for _, c := range []struct{ name, md, want string }{
		{"plain text", "Gewone tekst, met komma's.", "Gewone tekst, met komma's."},
		{"emphasis", "Een **vet** en *schuin* _woord_", "Een vet en schuin woord"},
		{"an underscore in a word", "naam_van_bestand", "naam_van_bestand"},
		{"a link", "Zie [de gids](https://example.org/a_b) hier", "Zie de gids hier"},
		{"an image", "![een foto](foto.jpg)", "een foto"},
		{"brackets that are no link", "[sic] tekst", "[sic] tekst"},
		{"bullets", "- een\n* twee\n+ drie", "een\ntwee\ndrie"},
		{"headings and quotes", "### Kop\n> citaat", "Kop\ncitaat"},
		{"a hyphen inside", "taal- en integratiebeleid", "taal- en integratiebeleid"},
		{"a minus at the start of a word", "-racisme", "-racisme"},
		{"escapes", `1\. punt \* ster \\`, `1. punt * ster \`},
		{"code", "`code`", "code"},
		{"an open link", "[nooit (dicht", "[nooit (dicht"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := index.Plain(c.md); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func FuzzPlain(f *testing.F) {
	f.Add("Zie [een](b) **c**")
	f.Add("![")
	f.Add("[](\n)")
	f.Fuzz(func(t *testing.T, md string) {
		if got := index.Plain(md); len(got) > len(md) {
			t.Errorf("Plain(%q) grew to %q", md, got)
		}
	})
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{"Een zin", []string{"Een zin"}},
		{"Een zin. Nog een! En?", []string{"Een zin. ", "Nog een! ", "En?"}},
		{"Met o.a. dit en dat. Klaar", []string{"Met o.a. dit en dat. ", "Klaar"}},
		{"Regel\nRegel", []string{"Regel\n", "Regel"}},
		{"Versie 2.0 is er.", []string{"Versie 2.0 is er."}},
	} {
		got := index.Sentences(c.text)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q: %s", c.text, diff)
		}
		if strings.Join(got, "") != c.text {
			t.Errorf("%q is not whole: %q", c.text, got)
		}
	}
}

func TestPassages(t *testing.T) {
	f := corpus.Fiche{
		Title: "Titel", Summary: "Eerst dit. Dan dat.", Description: "Eerst dit. En nog iets.",
		Categories: []string{"Soort"}, Goals: []string{"Doel"},
		Practices: []corpus.LocalPractice{{AsWritten: "Gent", Examples: []corpus.Example{{Name: "Naam", Text: "Uitleg"}}}},
		Extra:     []corpus.Section{{Heading: "Partners", Text: "Iemand"}},
	}
	want := []index.Passage{
		{Part: index.PartTitle, Text: "Titel"}, {Part: index.PartLabel, Text: "Soort"}, {Part: index.PartPlace, Text: "Gent"},
		{Part: index.PartExample, Text: "Naam"}, {Part: index.PartSummary, Text: "Eerst dit. Dan dat."},
		{Part: index.PartBody, Text: "En nog iets."}, {Part: index.PartBody, Text: "Doel"}, {Part: index.PartBody, Text: "Uitleg"},
		{Part: index.PartBody, Text: "Partners"}, {Part: index.PartBody, Text: "Iemand"},
	}
	if diff := cmp.Diff(want, index.Passages(&f)); diff != "" {
		t.Error(diff)
	}
}

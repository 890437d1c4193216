package corpus_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
)

// TestParseIsLenient reads the ways in which people write the same fiche.
func TestParseIsLenient(t *testing.T) {
	goals := func(g ...string) corpus.Fiche { return corpus.Fiche{Goals: g} }
	gent := func(e ...corpus.Example) corpus.Fiche {
		return corpus.Fiche{Practices: []corpus.LocalPractice{{AsWritten: "Gent", Examples: e}}}.Tidy()
	}
	for name, c := range map[string]struct {
		body string
		want corpus.Fiche
	}{
		"heading case and colon": {"## doelen:\n- a", goals("a")},
		"heading of level 1":     {"tekst\n# DOELEN ##\n- a", corpus.Fiche{Summary: "tekst", Goals: []string{"a"}}},
		"bullets":                {"## Doelen\n * a\n • b\n+ c\n– d\n1. e\n-f\n▪g", goals("a", "b", "c", "d", "e", "f", "g")},
		"NBSP lines":             {"## Doelen\n\u00a0\n\u00a0•\u00a0a\u00a0b\n\u00a0\n- c", goals("a b", "c")},
		"continued":              {"## Doelen\n- a\nb\n  c\n\n  d\n- e", goals("a b c d", "e")},
		"nested":                 {"## Doelen\n- a\n  - b\n  - c\n- d:\n\t- e\n- f.\n    * g", goals("a: b; c", "d: e", "f. g")},
		"rule":                   {"## Doelen\n- a\n---\n***\n- b", goals("a", "b")},
		"paragraphs as goals":    {"## Doelen\neerst\n\ndan", goals("eerst", "dan")},
		"two lists":              {"## Doelen\n- a\n## Doel\n- b", goals("a", "b")},
		"two descriptions":       {"## Beschrijving\na\n## Beschrijving\nb", corpus.Fiche{Description: "a\n\nb"}},
		"CRLF":                   {"een\r\ntwee\r\n\r\n## Doelen\r\n- a\r\n", corpus.Fiche{Summary: "een\ntwee", Goals: []string{"a"}}},
		"escaped heading":        {"\\## Doelen\n- a", corpus.Fiche{Summary: "## Doelen\n- a"}},
		"level 3 is text":        {"## Beschrijving\n### Stap\n#### Detail\n#geen kop", corpus.Fiche{Description: "### Stap\n#### Detail\n#geen kop"}},
		"extra in order":         {"## Partners\na\n## Doelen\n- b\n## Extra info:\nc", corpus.Fiche{Goals: []string{"b"}, Extra: []corpus.Section{{Heading: "Partners", Text: "a"}, {Heading: "Extra info", Text: "c"}}}},
		"template as extra":      {"## \\Doelen\na", corpus.Fiche{Extra: []corpus.Section{{Heading: "Doelen", Text: "a"}}}},

		"example":            {"## Deze praktijk in\n### Gent:\n- SOEP: elke week", gent(corpus.Example{Name: "SOEP", Text: "elke week"})},
		"blank before colon": {"## Deze praktijk in\n### Gent\n- OCMW's : samen", gent(corpus.Example{Name: "OCMW's", Text: "samen"})},
		"name only":          {"## Deze praktijk in\n### Gent\n- SOEP:", gent(corpus.Example{Name: "SOEP"})},
		"text only":          {"## Deze praktijk in\n### Gent\n- om 14:30 op https://a.be", gent(corpus.Example{Text: "om 14:30 op https://a.be"})},
		"escaped colon":      {"## Deze praktijk in\n### Gent\n- Weet dit\\: het kan", gent(corpus.Example{Text: "Weet dit: het kan"})},
		"text below name":    {"## Deze praktijk in\n### Gent\nSOEP:\n\nelke week", gent(corpus.Example{Name: "SOEP", Text: "elke week"})},
		"name as heading":    {"## Deze praktijk in\n### Gent\n#### SOEP\n\nelke week", gent(corpus.Example{Name: "SOEP", Text: "elke week"})},
		"no example":         {"## Deze praktijk in\n### Gent", gent()},
		"text above places": {"## Deze praktijk in\nVoor wie wil.\n- x\n### Gent", corpus.Fiche{Practices: gent().Practices,
			Extra: []corpus.Section{{Heading: "Over deze praktijk", Text: "Voor wie wil.\n- x"}}}},
		"places as bullets": {"## Deze praktijk in\n- Gent: SOEP: elke week", gent(corpus.Example{Name: "SOEP", Text: "elke week"})},
	} {
		t.Run(name, func(t *testing.T) {
			got, problems := corpus.Parse("x.md", []byte(head+"+++\n"+c.body))
			if corpus.Broken(problems) {
				t.Fatal(problems)
			}
			c.want.ID, c.want.Title = "x", "T"
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("fiche (-want +got):\n%s", diff)
			}
		})
	}
}

func TestParseDates(t *testing.T) {
	want := time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC)
	for _, s := range []string{`2024-05-01`, `"2024-05-01"`, `"01/05/2024"`, `"1/5/2024"`, `"1-5-2024"`, `2024-05-01T23:30:00`, `2024-05-01T23:30:00-02:00`} {
		f, problems := corpus.Parse("x.md", []byte(head+"updated = "+s+"\n+++\n"))
		if problems != nil || !f.Updated.Equal(want) || f.Updated.Location() != time.UTC {
			t.Errorf("%s: %v %v", s, f.Updated, problems)
		}
	}
}

func TestParseResolvesMunicipalities(t *testing.T) {
	f, _ := corpus.Parse("x.md", []byte(head+"+++\n## Deze praktijk in\n### Gent, Temste, Oostende\n### Wegwijzer: Her\n### Gent\n"))
	if diff := cmp.Diff([]string{"Gent", "Temse", "Oostende"}, f.MunicipalityNames()); diff != "" {
		t.Errorf("municipalities (-want +got):\n%s", diff)
	}
	if got := f.Practices[1]; got.AsWritten != "Wegwijzer: Her" || got.Municipalities != nil {
		t.Errorf("a heading that is no place is kept as written, got %+v", got)
	}
}

func TestVocabularyIsOpen(t *testing.T) {
	data := []byte(head + "categories = [\"Ruimtevaart\"]\n+++\n")
	if _, problems := corpus.Parse("x.md", data); len(problems) != 1 || !problems[0].Warning {
		t.Errorf("default vocabulary: %v, want one warning", problems)
	}
	v := corpus.Vocabulary{Categories: []string{"Ruimtevaart"}}
	if _, problems := v.Parse("x.md", data); problems != nil {
		t.Errorf("own vocabulary: %v", problems)
	}
}

package main

import (
	"bytes"
	"strings"
	"testing"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

func TestPrintResults(t *testing.T) {
	for _, test := range []struct {
		name  string
		query index.Query
		found index.Results
		want  string
	}{
		{"nothing", index.Query{Limit: 10}, index.Results{}, "0 fiches gevonden\n"},
		{
			"what to drop", index.Query{Limit: 10},
			index.Results{Relaxed: []index.Relaxation{
				{Facet: index.TargetGroup, Value: "Buren", Total: 1},
				{Word: "soep", Total: 3},
			}},
			"0 fiches gevonden\n\nWel iets te vinden:\n  zonder -target-group \"Buren\": 1 fiche\n  zonder het woord soep: 3 fiches\n",
		}, {
			"corrected, on the last page", index.Query{Limit: 1, Offset: 1},
			index.Results{
				Total: 2, Corrected: "soep",
				Hits: []index.Hit{{
					Fiche:     corpus.Fiche{ID: "a", Title: "Soep", Categories: []string{"Ontmoeting, en meer", "Taal"}},
					Title:     []index.Span{{Text: "Soep", Match: true}, {Text: " voor\nallen\x1b[2J"}},
					Excerpt:   []index.Span{{Text: "Samen "}, {Text: "soep", Match: true}},
					Practices: []index.PracticeHit{{Municipality: "Aalst", Name: []index.Span{{Text: "Buurtsoep"}}}},
					Why:       []index.Reason{{Word: "soep", Text: "staat in de titel"}},
				}},
			},
			"Gezocht op: soep\n2 fiches gevonden\n\n2. <Soep> voor allen [2J\n   a · Ontmoeting, en meer | Taal\n" +
				"   Samen <soep>\n   - Aalst: Buurtsoep\n   waarom: \"soep\" staat in de titel\n\nPagina 2 van 2\n",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			err := printResults(&out, func(s string) string { return "<" + s + ">" }, test.query, &test.found)
			if err != nil {
				t.Fatal(err)
			}
			if out.String() != test.want {
				t.Errorf("got\n%s\nwant\n%s", out.String(), test.want)
			}
		})
	}
}

// Nothing that a fiche or a query holds can steer the terminal.
func TestOneLine(t *testing.T) {
	got := oneLine("a\x1b[31mb\r\nc\x00d\u009be\u00a0f")
	if strings.ContainsAny(got, "\x1b\r\n\x00\u009b") {
		t.Errorf("got %q", got)
	}
	if want := "a [31mb  c d e\u00a0f"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

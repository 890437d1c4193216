package main

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/places"
)

// readTable reads a table back as a spreadsheet program would: a map of the
// cells by heading for each row.
func readTable(t *testing.T, data []byte) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var table []map[string]string
	for _, row := range rows[1:] {
		cells := map[string]string{}
		for i, cell := range row {
			if cell != "" {
				cells[rows[0][i]] = cell
			}
		}
		table = append(table, cells)
	}
	return table
}

func TestCSVHasEveryField(t *testing.T) {
	aalst := places.Place{NIS: "41002", Name: "Aalst", Province: "Oost-Vlaanderen"}
	full := corpus.Fiche{
		ID: "a", Title: "Titel, met komma", Summary: "Samen \"doen\".\n\nTweede alinea.",
		Categories: []string{"Visie, organisatie & samenwerking", "Taalbeleid"}, Domains: []string{"Werk"}, TargetGroups: []string{"Buren"},
		Goals: []string{"Een", "Twee"}, SuccessFactors: []string{"Tijd"}, Challenges: []string{"Geld"},
		Audience: "Wie wil.", Description: "Tekst.",
		Practices: []corpus.LocalPractice{
			{AsWritten: "Aalst", Municipalities: []places.Place{aalst}, Examples: []corpus.Example{{Name: "Soep", Text: "elke week"}, {Text: "ook zo"}}},
			{AsWritten: "Elders"},
		},
		Extra:  []corpus.Section{{Heading: "Partners", Text: "De buurt."}},
		Source: "https://example.be/a", Updated: time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC),
	}
	var b bytes.Buffer
	if err := writeCSV(&b, []corpus.Fiche{full, {ID: "b", Title: "Leeg"}}, false); err != nil {
		t.Fatal(err)
	}
	want := []map[string]string{{
		"id": "a", "title": "Titel, met komma", "summary": "Samen \"doen\".\n\nTweede alinea.",
		"categories": "Visie, organisatie & samenwerking\nTaalbeleid", "domains": "Werk", "target_groups": "Buren",
		"municipalities": "Aalst", "goals": "Een\nTwee", "success_factors": "Tijd", "challenges": "Geld",
		"audience": "Wie wil.", "description": "Tekst.",
		"practices": "Aalst: Soep: elke week\nAalst: ook zo\nElders", "extra": "Partners\nDe buurt.",
		"source": "https://example.be/a", "updated": "2024-05-01",
	}, {"id": "b", "title": "Leeg"}}
	if diff := cmp.Diff(want, readTable(t, b.Bytes())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if strings.Contains(b.String(), "\r") {
		t.Error("a carriage return would show in cells of several lines")
	}
}

func TestCSVIsInertInASpreadsheet(t *testing.T) {
	for _, test := range []struct{ title, want string }{
		{"=HYPERLINK(\"https://example.be\")", "'=HYPERLINK(\"https://example.be\")"},
		{"+32", "'+32"}, {"-1", "'-1"}, {"@SUM(A1)", "'@SUM(A1)"}, {"\t=1", "'\t=1"}, {"＝1", "'＝1"},
		{"Buren = vrienden", "Buren = vrienden"}, {"'t Spinnewiel", "'t Spinnewiel"},
	} {
		var b bytes.Buffer
		if err := writeCSV(&b, []corpus.Fiche{{ID: "a", Title: test.title}}, true); err != nil {
			t.Fatal(err)
		}
		data, found := bytes.CutPrefix(b.Bytes(), []byte("\ufeff"))
		if !found {
			t.Error("no byte order mark")
		}
		if got := readTable(t, data)[0]["title"]; got != test.want {
			t.Errorf("title %q became %q, want %q", test.title, got, test.want)
		}
	}
}

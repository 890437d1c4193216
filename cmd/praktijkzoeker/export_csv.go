package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"time"

	"praktijkzoeker/corpus"
)

// The table of fiches: a row for each, the keys of the JSON form as heading,
// the values of a list in one cell, each on a line of its own. A local
// practice takes "Gemeente" or "Gemeente: Naam: tekst", one line an example.

type csvColumn struct {
	name string
	cell func(*corpus.Fiche) string
}

var csvColumns = []csvColumn{
	{"id", func(f *corpus.Fiche) string { return f.ID }},
	{"title", func(f *corpus.Fiche) string { return f.Title }},
	{"summary", func(f *corpus.Fiche) string { return f.Summary }},
	{"categories", func(f *corpus.Fiche) string { return lines(f.Categories) }},
	{"domains", func(f *corpus.Fiche) string { return lines(f.Domains) }},
	{"target_groups", func(f *corpus.Fiche) string { return lines(f.TargetGroups) }},
	{"municipalities", func(f *corpus.Fiche) string { return lines(f.MunicipalityNames()) }},
	{"goals", func(f *corpus.Fiche) string { return lines(f.Goals) }},
	{"audience", func(f *corpus.Fiche) string { return f.Audience }},
	{"description", func(f *corpus.Fiche) string { return f.Description }},
	{"success_factors", func(f *corpus.Fiche) string { return lines(f.SuccessFactors) }},
	{"challenges", func(f *corpus.Fiche) string { return lines(f.Challenges) }},
	{"practices", csvPractices},
	{"extra", csvExtra},
	{"source", func(f *corpus.Fiche) string { return f.Source }},
	{"updated", func(f *corpus.Fiche) string { return day(f.Updated) }},
	{"reviewed", func(f *corpus.Fiche) string { return day(f.Reviewed) }},
}

// writeCSV writes the table as RFC 4180 has it, but with line feeds alone: CRLF
// would show as an odd character in cells of several lines. With bom it begins with the mark by
// which Excel knows UTF-8.
func writeCSV(w io.Writer, fiches []corpus.Fiche, bom bool) error {
	if bom {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
	}
	out := csv.NewWriter(w)
	row := make([]string, len(csvColumns))
	for i, c := range csvColumns {
		row[i] = c.name
	}
	if err := out.Write(row); err != nil {
		return err
	}
	for i := range fiches {
		for j, c := range csvColumns {
			row[j] = inert(c.cell(&fiches[i]))
		}
		if err := out.Write(row); err != nil {
			return fmt.Errorf("fiche %s: %w", fiches[i].ID, err)
		}
	}
	out.Flush()
	return out.Error()
}

// inert keeps a spreadsheet program from taking a text for a formula: an
// apostrophe goes before what would start one (OWASP, "CSV Injection").
func inert(cell string) string {
	if strings.IndexAny(cell, "=+-@\t\r\n") == 0 || strings.HasPrefix(cell, "＝") {
		return "'" + cell
	}
	return cell
}

func lines(values []string) string { return strings.Join(values, "\n") }

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

func csvPractices(f *corpus.Fiche) string {
	var rows []string
	for _, p := range f.Practices {
		if len(p.Examples) == 0 {
			rows = append(rows, p.AsWritten)
		}
		for _, e := range p.Examples {
			parts := []string{p.AsWritten}
			for _, part := range []string{e.Name, e.Text} {
				if part != "" {
					parts = append(parts, part)
				}
			}
			rows = append(rows, strings.Join(parts, ": "))
		}
	}
	return lines(rows)
}

func csvExtra(f *corpus.Fiche) string {
	var parts []string
	for _, s := range f.Extra {
		parts = append(parts, s.Heading+"\n"+s.Text)
	}
	return strings.Join(parts, "\n\n")
}

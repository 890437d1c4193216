package pagetext

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"praktijkzoeker/corpus"
)

// importCSV reads a table with a header row, as spreadsheets save it: with ";", ","
// or a tab between the cells. A cell of a list holds one item per line, or items
// between "|"; a comma never separates items, as labels hold commas. A cell of
// practices holds lines as on the pages: a municipality, and "- Naam: uitleg"
// below it.
func importCSV(name, text string, before []corpus.Problem) ([]Result, error) {
	skipped := 0
	if rest, ok := strings.CutPrefix(text, "sep="); ok && len(rest) > 1 && rest[1] == '\n' {
		text, skipped = rest[2:], 1 // a hint for Excel
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = separator(text)
	r.FieldsPerRecord = -1
	header, err := r.Read()
	if err != nil {
		return nil, csvError(name, skipped, err)
	}
	if !slices.ContainsFunc(header, func(h string) bool { return fieldKey(h) == "title" }) {
		return nil, fmt.Errorf("%s: de kolom %s ontbreekt: zet op de eerste rij de namen van de kolommen, zoals titel, categorie, doelen, gemeenten", name, quoted("titel"))
	}
	var out []Result
	ids := make(map[string]bool)
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, csvError(name, skipped, err)
		}
		if strings.TrimSpace(strings.Join(cells, "")) == "" {
			continue
		}
		number, _ := r.FieldPos(0)
		n := &notes{path: name}
		if len(out) == 0 {
			n.list = slices.Clone(before)
		}
		out = append(out, rowRecord(header, cells, n, number+skipped).finish("", ids))
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: onder de namen van de kolommen staat geen enkele rij", name)
	}
	return out, nil
}

// separator is the sign that stands most often in the header row, outside quotes.
func separator(text string) rune {
	count := map[rune]int{}
	inside := false
	for _, c := range text {
		if c == '"' {
			inside = !inside
		}
		if c == '\n' && !inside {
			break
		}
		if !inside {
			count[c]++
		}
	}
	best := ';'
	for _, c := range []rune{',', '\t'} {
		if count[c] > count[best] {
			best = c
		}
	}
	return best
}

// csvError says where a table breaks.
func csvError(name string, skipped int, err error) error {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return fmt.Errorf("%s:%d: de tabel breekt hier af: kijk de aanhalingstekens na (verdubbel een \" binnen een cel): %w", name, parse.Line+skipped, err)
	}
	return fmt.Errorf("%s: de tabel is niet te lezen: %w", name, err)
}

// rowRecord fills a record from a row.
func rowRecord(header, cells []string, n *notes, number int) *record {
	r := newRecord(n, number)
	var towns []string
	for i, cell := range cells {
		cell = strings.TrimSpace(cell)
		if cell == "" {
			continue
		}
		name := fmt.Sprintf("Kolom %d", i+1)
		if i < len(header) && strings.TrimSpace(header[i]) != "" {
			name = tidyText(plainSpaces(header[i]))
		}
		key := fieldKey(name)
		switch {
		case r.list(key) != nil:
			*r.list(key) = append(*r.list(key), cellItems(cell)...)
		case r.text(key) != nil:
			r.addText(key, cell)
		case key == "updated" || key == "reviewed":
			r.day(key, cell)
		case key == "practices":
			lines := textLines(cell)
			for j := range lines {
				lines[j].n = number
			}
			r.practices(lines)
			r.told = len(r.fiche.Practices)
		case key == "municipalities":
			towns = append(towns, cellItems(cell)...)
		case key == "image":
			r.imageFile(name, cell)
		default:
			r.unknown(name, cell)
		}
	}
	for _, town := range towns {
		if !slices.ContainsFunc(r.fiche.Practices, func(p corpus.LocalPractice) bool { return p.AsWritten == town }) {
			r.fiche.Practices = append(r.fiche.Practices, corpus.LocalPractice{AsWritten: town})
		}
	}
	return r
}

// cellItems are the items of a cell: its lines, or what stands between "|".
func cellItems(cell string) []string {
	var out []string
	for _, s := range strings.FieldsFunc(cell, func(r rune) bool { return r == '\n' || r == '|' }) {
		s = strings.TrimSpace(s)
		if point, ok := cutBullet(s); ok {
			s = point
		}
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

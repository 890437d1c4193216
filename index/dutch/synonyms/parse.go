package synonyms

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"praktijkzoeker/index/dutch"
)

// A Problem is a line of a list that was left out, and why.
type Problem struct {
	File    string
	Line    int    // from 1; 0 for the file as a whole
	Message string // in Dutch, with what to do
}

// String gives "file:line: message".
func (p Problem) String() string {
	if p.Line == 0 {
		return fmt.Sprintf("%s: %s", p.File, p.Message)
	}
	return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Message)
}

// Limits of a list. They are far above what anybody writes by hand; with them a
// wrong file does no harm.
const (
	maxBytes = 1 << 20
	maxWords = 8  // of a term
	maxTerms = 40 // of a line: each finds all others
)

// Parse reads a list: lines of terms with commas between them, that find one
// another, or terms, "=>" and terms, of which the first find the others only.
// What follows a # is a comment. A line with a mistake is left out and told,
// and so is a list of more than 1 MiB; the table holds the others. name is for
// the problems.
func Parse(name string, r io.Reader) (*Table, []Problem) {
	t := &Table{}
	text, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	switch {
	case err != nil:
		return t, []Problem{{name, 0, "de lijst kan niet gelezen worden (" + err.Error() + "); kijk na of het bestand leesbaar is"}}
	case len(text) > maxBytes:
		return t, []Problem{{name, 0, "de lijst is groter dan 1 MiB; is dit wel een lijst met synoniemen?"}}
	}
	var problems []Problem
	line := 0
	for s := range strings.Lines(strings.TrimPrefix(string(text), "\ufeff")) {
		line++
		if message := t.parseLine(s); message != "" {
			problems = append(problems, Problem{name, line, message})
		}
	}
	return t, problems
}

// parseLine takes up one line, or says what is wrong with it.
func (t *Table) parseLine(s string) string {
	if !utf8.ValidString(s) {
		return "deze regel is geen UTF-8; bewaar het bestand als UTF-8"
	}
	s, _, _ = strings.Cut(s, "#")
	if strings.TrimSpace(s) == "" {
		return ""
	}
	left, right, oneWay := strings.Cut(s, "=>")
	if strings.Contains(right, "=>") {
		return "er staat twee keer => op deze regel; maak er twee regels van"
	}
	from, message := terms(left)
	if message != "" {
		return message
	}
	to, weight := from, weightBothWays
	if oneWay {
		if to, message = terms(right); message != "" {
			return message
		}
		weight = weightOneWay
	} else if len(from) < 2 {
		return "er staat maar één term op deze regel; zet er een komma en een synoniem bij"
	}
	for _, key := range from {
		for _, forms := range to {
			t.add(stems(key), rule{forms, weight})
		}
	}
	return ""
}

// terms reads terms with commas between them.
func terms(list string) (all [][]string, message string) {
	parts := strings.Split(list, ",")
	if len(parts) > maxTerms {
		return nil, fmt.Sprintf("er staan meer dan %d termen op deze regel; splits ze op", maxTerms)
	}
	for _, term := range parts {
		term = strings.TrimSpace(term)
		forms := content(term)
		switch {
		case term == "":
			return nil, "er ontbreekt een term voor of na een komma of =>; vul hem in of haal het teken weg"
		case len(forms) == 0:
			return nil, fmt.Sprintf("%q bevat geen woord; schrijf een term met letters of cijfers", term)
		case len(forms) > maxWords:
			return nil, fmt.Sprintf("%q is te lang; een term telt ten hoogste %d woorden", term, maxWords)
		case dutch.Default().Word(forms[0]).Stop:
			return nil, fmt.Sprintf("%q bestaat uit woorden waarop niet gezocht wordt; kies een term met inhoud", term)
		}
		all = append(all, forms)
	}
	return all, ""
}

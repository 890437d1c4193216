package server

import (
	"strconv"
	"strings"
	"time"

	"praktijkzoeker/index"
)

// facetLabels name the facets for readers.
var facetLabels = map[index.Facet]string{
	index.Category:     "Categorie",
	index.Domain:       "Beleidsdomein",
	index.Municipality: "Gemeente",
	index.TargetGroup:  "Doelgroep",
}

// number writes n as Belgian Dutch does: 12.345.
func number(n int) string {
	digits := strconv.Itoa(n)
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 && digits[i-1] != '-' {
			b.WriteByte('.')
		}
		b.WriteRune(d)
	}
	return b.String()
}

// counted writes n with the noun it counts.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + many
}

func practices(n int) string { return counted(n, "praktijk", "praktijken") }

var months = [...]string{"januari", "februari", "maart", "april", "mei", "juni", "juli",
	"augustus", "september", "oktober", "november", "december"}

// date writes t as "3 mei 2024"; nothing for the zero time.
func date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return strconv.Itoa(t.Day()) + " " + months[t.Month()-1] + " " + strconv.Itoa(t.Year())
}

// day writes t as "2024-05-03", for machines; nothing for the zero time.
func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

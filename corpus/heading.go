package corpus

import "strings"

// The headings of the template, in the order in which Format writes them.
// Extra sections stand between Uitdagingen and Deze praktijk in, as on the
// pages that fiches come from.
const (
	headGoals       = "Doelen"
	headAudience    = "Doelgroep"
	headDescription = "Beschrijving"
	headSuccess     = "Succesfactoren"
	headChallenges  = "Uitdagingen"
	headPractices   = "Deze praktijk in"
	headLoose       = "Over deze praktijk" // for text below headPractices that names no place
)

var templateHeadings = []string{headGoals, headAudience, headDescription, headSuccess, headChallenges, headPractices}

// templateHeading returns the heading of the template that s is, whatever its
// case, with or without a colon, in singular or plural; "" when it is none.
func templateHeading(s string) string {
	s = strings.TrimRight(s, "# ")
	switch strings.ToLower(headingText(s)) {
	case "doelen", "doel":
		return headGoals
	case "doelgroep", "doelgroepen":
		return headAudience
	case "beschrijving":
		return headDescription
	case "succesfactoren", "succesfactor":
		return headSuccess
	case "uitdagingen", "uitdaging":
		return headChallenges
	case "deze praktijk in":
		return headPractices
	}
	return ""
}

// headingLine splits a line "## Doelen" into its level and text; level 0 is no
// heading.
func headingLine(l string) (level int, text string) {
	t := strings.TrimLeft(l, " ")
	if len(l)-len(t) > 3 {
		return 0, ""
	}
	for level < len(t) && t[level] == '#' {
		level++
	}
	if level == 0 || level > 6 || level < len(t) && t[level] != ' ' {
		return 0, ""
	}
	return level, strings.TrimSpace(t[level:])
}

// escapeHeading is the form in the file of the heading of an extra section.
func escapeHeading(h string) string {
	if strings.HasPrefix(h, `\`) || templateHeading(h) != "" {
		return `\` + h
	}
	return h
}

package pagetext

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Words that a label of a target group loses: what stands between brackets, and
// "of the municipality", which goes without saying, except of who works there.
var (
	brackets     = regexp.MustCompile(`\s*\([^()]*\)\s*|\s*\[[^\[\]]*\]\s*`)
	municipality = regexp.MustCompile(`(?i)\s+(?:in|van|binnen|uit) (?:de|onze|hun|een) (?:eigen )?gemeente$`)
	staff        = regexp.MustCompile(`(?i)(?:medewerk|werknem|personeel|ambtena|diensten|besturen|mandataris)`)
	trailing     = regexp.MustCompile(`(?i)[\s,;.…]*(?:\b(?:etc|enz|e\.a)\b)?[\s,;.…]*$`)
)

// groupNames are labels for what is the same group in other words.
var groupNames = map[string]string{
	"inwoners":         "Alle inwoners",
	"alle inwoner":     "Alle inwoners",
	"iedereen":         "Alle inwoners",
	"laag geletterden": "Laaggeletterden",
}

// groupLabel makes the label of a facet of a target group as written. changed says
// that more than case and a final stop was lost.
func groupLabel(s string) (label string, changed bool) {
	label = trailing.ReplaceAllString(s, "")
	was := label
	label = brackets.ReplaceAllString(label, " ")
	if label = tidyText(label); !staff.MatchString(label) {
		label = municipality.ReplaceAllString(label, "")
	}
	label = capitalised(strings.Trim(tidyText(label), " ,;."))
	if name, ok := groupNames[strings.ToLower(label)]; ok {
		label = name
	}
	return label, !strings.EqualFold(label, was) || len(s)-len(was) > 3
}

// proseStarts are words with which a sentence about a group begins, not its name.
var proseStarts = []string{"in ", "ook ", "bij ", "voor ", "de ", "het ", "als ", "wie ", "dit ", "deze ", "er ", "we ", "via ", "naast ", "vooral ", "soms ", "onze "}

// isProse reports whether an item of Doelgroep is running text rather than the
// name of a group.
func isProse(s string) bool {
	lower := strings.ToLower(s)
	for _, p := range proseStarts {
		if strings.HasPrefix(lower, p) {
			return true
		}
	}
	words := wordCount(s)
	return words > 8 || words > 5 && endsSentence(s) || sentenceBreak.MatchString(s) || utf8.RuneCountInString(s) > 90 || strings.HasSuffix(s, ":")
}

var sentenceBreak = regexp.MustCompile(`[.!?] \p{Lu}`)

// audience reads Doelgroep. Names of groups become labels; running text becomes
// the free text. Where a description without a heading follows the list, it
// becomes the description.
func (b *builder) audience(lines []line) {
	if at := headlessText(lines); at >= 0 && !b.has[partDescription] {
		b.notes.tell(lines[at].n, fieldDescription, "de kop Beschrijving ontbreekt; de tekst na de doelgroep is als beschrijving gelezen")
		b.fiche.Description = joinText(b.fiche.Description, b.prose(lines[at:]))
		lines = lines[:at]
	}
	var free []line
	for _, l := range lines {
		switch {
		case l.kind == blank:
			free = append(free, l)
		case isProse(l.text):
			free = append(free, l)
			b.notes.tell(l.n, fieldAudience, "%s is als tekst bewaard en geeft geen filter", quoted(l.text))
		default:
			if b.group(l) {
				free = append(free, l)
			}
		}
	}
	b.fiche.Audience = joinText(b.fiche.Audience, b.prose(free))
}

// group adds the label of one group. It reports whether the line says more than
// its label, and so must be kept as text beside it.
func (b *builder) group(l line) (more bool) {
	name, rest, explained := strings.Cut(l.text, ": ")
	if !explained {
		name = l.text
	}
	label, changed := groupLabel(name)
	if label == "" {
		return true
	}
	more = explained && rest != "" || brackets.MatchString(name)
	switch {
	case slices.Contains(b.fiche.TargetGroups, label):
		b.notes.tell(l.n, fieldAudience, "%s valt samen met de doelgroep %s", quoted(l.text), quoted(label))
	case more:
		b.notes.tell(l.n, fieldAudience, "%s geeft het filter %s; de volledige tekst is ernaast bewaard", quoted(l.text), quoted(label))
	case changed:
		b.notes.tell(l.n, fieldAudience, "%s geeft het filter %s", quoted(l.text), quoted(label))
	}
	if !slices.Contains(b.fiche.TargetGroups, label) {
		b.fiche.TargetGroups = append(b.fiche.TargetGroups, label)
	}
	return more
}

// headlessText is where, after a list of groups, plain running text begins: the
// description of a page that lost that heading; -1 when there is none.
func headlessText(lines []line) int {
	bullets := false
	for i, l := range lines {
		switch {
		case l.kind == bullet:
			bullets = true
		case l.kind == plain && bullets && wordCount(l.text) > 8:
			return i
		}
	}
	return -1
}

package pagetext

import "strings"

// A part is one heading of the template.
type part uint8

const (
	partNone part = iota
	partCategory
	partGoals
	partAudience
	partDescription
	partSuccess
	partChallenges
	partPractices
	partDomains
	partExtra
)

// partFields name the parts in notes.
var partFields = [...]string{
	fieldSummary, fieldCategory, fieldGoals, fieldAudience, fieldDescription,
	fieldSuccess, fieldChallenges, fieldPractices, fieldDomains, fieldExtra,
}

// partHeadings are the headings as they stand on the pages.
var partHeadings = [...]string{
	"", "Categorie", "Doelen", "Doelgroep", "Beschrijving", "Succesfactoren", "Uitdagingen", "Deze praktijk in", "Beleidsdomeinen", "",
}

// templateParts are the headings of the template and the forms in which other
// pages write them, in small letters without colon.
var templateParts = map[string]part{
	"categorie": partCategory, "categorieën": partCategory, "categorieen": partCategory,
	"doelen": partGoals, "doel": partGoals, "doelstellingen": partGoals, "doelstelling": partGoals,
	"het beoogde resultaat": partGoals,
	"doelgroep":             partAudience, "doelgroepen": partAudience,
	"beschrijving": partDescription, "omschrijving": partDescription, "wat is er gebeurd?": partDescription,
	"succesfactoren": partSuccess, "succesfactor": partSuccess,
	"uitdagingen": partChallenges, "uitdaging": partChallenges, "wat waren de uitdagingen?": partChallenges,
	"deze praktijk in": partPractices,
	"beleidsdomeinen":  partDomains, "beleidsdomein": partDomains, "domeinen": partDomains,
}

// extraHeadings are headings beside the template that stand on pages as a plain
// line of their own.
var extraHeadings = map[string]bool{
	"partners": true, "extra info": true, "extra informatie": true, "meer info": true, "meer informatie": true,
	"tips": true, "contact": true, "contactgegevens": true, "financiering": true, "budget": true, "bronnen": true,
	"links": true, "materiaal": true, "resultaten": true, "leerpunten": true, "zie ook": true, "waarom?": true,
	"algemene gegevens": true, "projectaanpak": true, "aanpak": true, "randvoorwaarden": true, "sleutelwoorden": true,
	"verwante fiches": true, "projecteigenaar": true, "trefwoorden": true, "bijlagen": true, "downloads": true,
}

// headingKey is a heading in small letters, without colon.
func headingKey(s string) string {
	return strings.ToLower(strings.TrimRight(s, " :"))
}

// templatePart returns the part that l is the heading of. A plain line is one
// when it holds nothing else; with a colon behind it only outside the list of
// municipalities, where "Doelgroep:" belongs to an example.
func templatePart(l line, within part) part {
	if l.kind != plain && l.kind != heading {
		return partNone
	}
	key := headingKey(l.text)
	p := templateParts[key]
	if within == partPractices && l.kind == plain {
		switch {
		case key == "doel": // a village on the Scheldt
			return partNone
		case strings.HasSuffix(l.text, ":") && p != partDomains:
			return partNone
		}
	}
	if l.kind == plain && startsLower(l.text) {
		return partNone
	}
	return p
}

// inlinePart splits "Doelgroep: alle inwoners", a heading with its contents on
// the same line. Only the headings of the pages themselves are taken so, and only
// the first time.
func inlinePart(l line, within part, seen map[part]bool) (p part, rest string) {
	if l.kind != plain {
		return partNone, ""
	}
	head, rest, found := strings.Cut(l.text, ":")
	rest = strings.TrimSpace(rest)
	if !found || rest == "" {
		return partNone, ""
	}
	for q, h := range partHeadings {
		if h == "" || strings.TrimSpace(head) != h || seen[part(q)] {
			continue
		}
		if within == partPractices && part(q) != partDomains {
			continue
		}
		return part(q), rest
	}
	return partNone, ""
}

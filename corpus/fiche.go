// Package corpus is the truth of Praktijkzoeker: the fiches, the file format in
// which editors write them, the checks that tell an editor what to mend, and
// the ways to load and watch a folder of them.
//
// It knows no index and no HTTP.
package corpus

import (
	"time"

	"praktijkzoeker/corpus/places"
)

// A Fiche describes one practice: what it wants to reach, for whom, how it
// works, what helps and hinders, and what municipalities do with it.
//
// Every list may be empty; only Title is required. Facet lists (Categories,
// Domains, TargetGroups and the municipalities of Practices) hold labels as
// they are shown; a label may hold a comma or an ampersand.
type Fiche struct {
	ID             string          // the file's name without .md: stable, in every URL
	Title          string          // one line
	Summary        string          // the paragraphs before any heading, Markdown
	Categories     []string        // facet "category"
	Domains        []string        // facet "domain" (beleidsdomeinen)
	TargetGroups   []string        // facet "target_group", normalised labels
	Goals          []string        // Doelen
	SuccessFactors []string        // Succesfactoren
	Challenges     []string        // Uitdagingen
	Audience       string          // Doelgroep as free text, Markdown
	Description    string          // Beschrijving, Markdown
	Practices      []LocalPractice // Deze praktijk in
	Extra          []Section       // every other heading, in the order of the file
	Image          *Image          // nil: no image
	Source         string          // URL of the original, or empty
	Updated        time.Time       // day of the last change, UTC midnight; zero: unknown
	Reviewed       time.Time       // day of the last check, UTC midnight; zero: unknown
}

// A LocalPractice is one heading below "Deze praktijk in": a place, or several,
// with what happens there.
type LocalPractice struct {
	AsWritten      string         // the heading: "Gent, Temste, Oostende"
	Municipalities []places.Place // what places.Resolve makes of AsWritten; may be empty
	Examples       []Example      // may be empty: the place counts for the facet all the same
}

// An Example is one named activity in a place. Name or Text may be empty, not both.
type Example struct {
	Name string // one line: "PRAATCAFÉ"
	Text string // one paragraph
}

// A Section is a part of a fiche that the template does not know ("Partners",
// "Extra info"): kept, searched and shown.
type Section struct {
	Heading string // one line, not one of the template's own headings
	Text    string // Markdown without headings of level 1 and 2
}

// An Image illustrates a fiche.
type Image struct {
	File   string // name of a file in the corpus folder, without path
	Credit string // photographer or source
	Alt    string // text for who does not see it
}

// MunicipalityNames returns the current official names of the municipalities
// of f, each once, in the order of the fiche. It is the facet "municipality".
func (f *Fiche) MunicipalityNames() []string {
	var names []string
	seen := make(map[string]bool)
	for _, p := range f.Practices {
		for _, m := range p.Municipalities {
			if !seen[m.NIS] {
				seen[m.NIS] = true
				names = append(names, m.Name)
			}
		}
	}
	return names
}

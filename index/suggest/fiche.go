package suggest

import (
	"strings"

	"praktijkzoeker/corpus"
)

// A Fiche is what suggestions take from a fiche. The lists hold labels and
// names as they are shown, and may be nil.
type Fiche struct {
	ID             string // unique in a table
	Title          string
	Categories     []string
	Domains        []string
	Municipalities []string // official names; how many there are weighs for the title
	TargetGroups   []string
	Practices      []Practice
	// Terms are the words of the fiche that may be suggested by themselves, as
	// they are shown. A word is suggested when as many fiches as
	// LeastTermFiches have it.
	Terms []string
}

// A Practice is a local example.
type Practice struct {
	Name  string
	Place string // as shown: the municipality, or the heading when it names several
	By    string // other words that find it: the heading and its municipalities
}

// LeastTermFiches is the number of fiches from which a word is suggested by
// itself: a rarer one is better reached by a title.
const LeastTermFiches = 2

// FicheOf takes from f what can be suggested, and adds its terms.
func FicheOf(f *corpus.Fiche, terms []string) Fiche {
	out := Fiche{
		ID: f.ID, Title: f.Title, Terms: terms,
		Categories: f.Categories, Domains: f.Domains, Municipalities: f.MunicipalityNames(), TargetGroups: f.TargetGroups,
	}
	for i := range f.Practices {
		p := &f.Practices[i]
		if len(p.Examples) == 0 {
			continue
		}
		place := p.AsWritten
		if len(p.Municipalities) == 1 {
			place = p.Municipalities[0].Name
		}
		var by strings.Builder
		by.WriteString(p.AsWritten)
		for _, m := range p.Municipalities {
			by.WriteString(" / ")
			by.WriteString(m.Name)
		}
		for _, e := range p.Examples {
			if e.Name != "" {
				out.Practices = append(out.Practices, Practice{e.Name, place, by.String()})
			}
		}
	}
	return out
}

// labels are the labels of each shelf of labels.
func (f *Fiche) labels() [len(ofFacets)][]string {
	return [...][]string{f.Categories, f.Domains, f.Municipalities, f.TargetGroups}
}

package generate

import (
	"fmt"
	"slices"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/places"
)

// The facet values of generated fiches, frequent ones first.
var (
	moreCategories = []string{"Gezondheid & zorg"}
	moreDomains    = []string{"Onderwijs", "Jeugd", "Wonen", "Sport", "Welzijn", "Mobiliteit", "Veiligheid", "Economie"}
	targetGroups   = []string{
		"Inwoners", "Nieuwkomers", "Anderstaligen", "Vrijwilligers", "Kwetsbare gezinnen", "Jongeren", "Kinderen", "Ouders",
		"Professionelen", "Verenigingen", "Senioren", "Vrouwen", "Werkzoekenden", "Leerkrachten", "Personeel van de gemeente",
	}
	largest = []string{"Antwerpen", "Gent", "Brugge", "Leuven", "Mechelen", "Aalst", "Hasselt", "Kortrijk", "Sint-Niklaas", "Genk", "Oostende", "Roeselare"}
)

// municipalities is how many places fiches name.
const municipalities = 300

// labels draws facet values.
type labels struct {
	categories, domains, groups []string
	towns                       []places.Place

	category, domain, group, town skewed
}

func newLabels() (*labels, error) {
	v := corpus.DefaultVocabulary()
	l := &labels{
		categories: append(v.Categories, moreCategories...),
		domains:    append(v.Domains, moreDomains...),
		groups:     targetGroups,
	}
	for _, name := range largest {
		p, ok := places.ByName(name)
		if !ok {
			return nil, fmt.Errorf("municipality %s is no longer known", name)
		}
		l.towns = append(l.towns, p)
	}
	for _, p := range places.All() {
		if len(l.towns) < municipalities && !slices.Contains(largest, p.Name) {
			l.towns = append(l.towns, p)
		}
	}
	l.category = newSkewed(len(l.categories), 0.8, 1)
	l.domain = newSkewed(len(l.domains), 0.8, 1)
	l.group = newSkewed(len(l.groups), 0.7, 1)
	l.town = newSkewed(len(l.towns), 0.7, 2)
	return l, nil
}

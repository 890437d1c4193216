package pagetext

import (
	"slices"
	"strings"
	"unicode/utf8"

	"praktijkzoeker/corpus/places"
)

// headingLength is the longest line, in characters, that is taken for the heading
// of a municipality. The longest seen, with six names, has 72.
const headingLength = 120

// isPlaceHeading reports whether a whole line names municipalities and nothing
// else ("Gent, Temse en Oostende", "Meeuwen-Gruitrode (en andere gemeenten)").
// The gazetteer decides: such a line looks just like a short paragraph. exact is
// false when a name had to be mended to be known.
func isPlaceHeading(text string) (ok, exact bool) {
	text = strings.TrimRight(text, " :")
	if text == "" || startsLower(text) || utf8.RuneCountInString(text) > headingLength {
		return false, false
	}
	if strings.ContainsAny(text, "?!;") || strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "e.a.") {
		return false, false
	}
	r := places.Resolve(text)
	for _, u := range r.Unknown {
		if !u.Remark {
			return false, false
		}
	}
	exact = true
	for _, m := range r.Matches {
		exact = exact && m.How != places.Misspelled
	}
	return len(r.Matches) > 0, exact
}

// tellPlaces tells what of a heading is no municipality, and what was mended.
func tellPlaces(heading string, number int, n *notes) {
	r := places.Resolve(heading)
	for _, m := range r.Matches {
		switch m.How {
		case places.Misspelled:
			n.tell(number, fieldPractices, "%s is gelezen als %s: verbeter de naam als dat klopt", quoted(m.Written), m.Place.Name)
		case places.Former:
			n.tell(number, fieldPractices, "%s is sinds %d een deel van %s en telt daarvoor mee", quoted(m.Written), m.Since, m.Place.Name)
		case places.Sub:
			n.tell(number, fieldPractices, "%s ligt in %s en telt daarvoor mee", quoted(m.Written), m.Place.Name)
		}
	}
	for _, u := range r.Unknown {
		if u.Remark {
			continue
		}
		advice := ""
		if len(u.Nearest) > 0 {
			advice = " (bedoel je " + strings.Join(u.Nearest, ", ") + "?)"
		}
		n.tell(number, fieldPractices, "%s is geen gemeente die bekend is en telt bij geen gemeente mee%s", quoted(u.Written), advice)
	}
}

// placesNamed are the municipalities that a running text names for sure: not the
// names that are ordinary words as well.
func placesNamed(text string) []string {
	var names []string
	for _, m := range places.Find(text) {
		if m.Capital && (!m.Ambiguous || m.Preposition) && !slices.Contains(names, m.Place.Name) {
			names = append(names, m.Place.Name)
		}
	}
	return names
}

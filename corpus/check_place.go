package corpus

import (
	"fmt"
	"slices"
	"strings"

	"praktijkzoeker/corpus/places"
)

// municipalities are the places that a heading names, each once.
func municipalities(asWritten string) []places.Place {
	if asWritten == "" {
		return nil
	}
	return list(places.Resolve(asWritten).Places())
}

// namesOnlyPlaces reports whether a text is nothing but names of places.
func namesOnlyPlaces(s string) bool {
	if s == "" {
		return false
	}
	res := places.Resolve(s)
	return len(res.Matches) > 0 && !slices.ContainsFunc(res.Unknown, func(u places.Rest) bool { return !u.Remark })
}

// resolve returns the municipalities of a heading and tells what an editor
// should look at.
func (r *reader) resolve(asWritten string, line int) []places.Place {
	if asWritten == "" {
		return nil
	}
	const field = "gemeente"
	res := places.Resolve(asWritten)
	for _, m := range res.Matches {
		switch m.How {
		case places.Misspelled:
			r.warn(line, field, fmt.Sprintf("%q staat niet in de lijst van gemeenten: bedoelde je %s? De praktijk wordt bij %s gevonden", m.Written, m.Name, m.Place.Name))
		case places.Former:
			r.warn(line, field, fmt.Sprintf("%q is sinds %d een deel van %s; de praktijk wordt daar gevonden: schrijf %s", m.Written, m.Since, m.Place.Name, m.Place.Name))
		}
	}
	for _, u := range res.Unknown {
		switch {
		case u.Remark:
		case len(u.Candidates) > 0:
			names := make([]string, len(u.Candidates))
			for i, c := range u.Candidates {
				names[i] = c.Name
			}
			r.warn(line, field, fmt.Sprintf("%q kan %s zijn: schrijf de gemeente erachter, bijvoorbeeld %s (%s)", u.Written, either(names), u.Written, names[0]))
		case len(u.Nearest) > 0:
			r.warn(line, field, fmt.Sprintf("%q is geen gemeente die we kennen: bedoelde je %s?", u.Written, either(u.Nearest)))
		default:
			r.warn(line, field, fmt.Sprintf("%q is geen gemeente die we kennen: schrijf de naam van de gemeente achter ###", u.Written))
		}
	}
	return list(res.Places())
}

// either joins names for a sentence: "Halle, Hamme of Ham".
func either(names []string) string {
	if len(names) == 1 {
		return names[0]
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " of " + names[last]
}

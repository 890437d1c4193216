package bleveindex

import (
	"slices"
	"strings"

	"praktijkzoeker/corpus/places"
)

// A placeSpan is a piece of a text that names municipalities.
type placeSpan struct {
	start, end int
	names      []string // official
}

type placeSpans []placeSpan

// namedPlaces finds the municipalities that a text names, by any name. A name
// that is also an ordinary word counts when it is written as a name, stands
// after a preposition of place, or is all there is.
func namedPlaces(text string) placeSpans {
	var spans placeSpans
	for _, m := range places.Find(text) {
		alone := strings.TrimSpace(text) == m.Written
		if m.Ambiguous && !m.Preposition && !m.Capital && !alone {
			continue
		}
		spans = append(spans, placeSpan{m.Start, m.End, []string{m.Place.Name}})
	}
	return append(spans, namedProvinces(text)...)
}

// namedProvinces finds provinces, which stand for all their municipalities.
func namedProvinces(text string) placeSpans {
	var spans placeSpans
	lower := strings.ToLower(text)
	if len(lower) != len(text) { // offsets would not fit
		return nil
	}
	for _, province := range places.Provinces() {
		i := strings.Index(lower, strings.ToLower(province))
		// Antwerpen is a municipality first.
		if _, city := places.ByName(province); i < 0 || city {
			continue
		}
		var names []string
		for _, p := range places.All() {
			if p.Province == province {
				names = append(names, p.Name)
			}
		}
		spans = append(spans, placeSpan{i, i + len(province), names})
	}
	return spans
}

// at returns the names of the place that the bytes from start to end are part
// of.
func (s placeSpans) at(start, end int) []string {
	i := slices.IndexFunc(s, func(p placeSpan) bool { return p.start <= start && end <= p.end })
	if i < 0 {
		return nil
	}
	return s[i].names
}

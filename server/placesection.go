package server

import (
	"strings"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/places"
)

// A placeSection is what happens in a place, or in several under one heading.
type placeSection struct {
	ID       string   // of the heading; empty: an earlier section has it
	Aliases  []string // more ids, one for each further place
	Places   []places.Place
	Written  string // the heading, where it says something else than Places
	Examples []corpus.Example
}

// placeSections returns the sections of a fiche in its order, each place with an
// id of its own the first time.
func placeSections(f *corpus.Fiche) []placeSection {
	seen := make(map[string]bool)
	var out []placeSection
	for _, p := range f.Practices {
		s := placeSection{Places: p.Municipalities, Examples: p.Examples}
		if !says(p.AsWritten, p.Municipalities) {
			s.Written = p.AsWritten
		}
		var ids []string
		for _, name := range append(names(p.Municipalities), p.AsWritten) {
			if id := placeAnchor(name); !seen[id] {
				seen[id] = true
				ids = append(ids, id)
			}
		}
		if len(ids) > 0 {
			s.ID, s.Aliases = ids[0], ids[1:]
		}
		out = append(out, s)
	}
	return out
}

func names(ps []places.Place) []string {
	out := make([]string, 0, len(ps)+1)
	for _, p := range ps {
		out = append(out, p.Name)
	}
	return out
}

// says tells whether a heading names just these places by these names.
func says(written string, ps []places.Place) bool {
	rest := written
	for _, p := range ps {
		before, after, found := strings.Cut(rest, p.Name)
		if !found {
			return false
		}
		rest = before + after
	}
	rest = strings.Trim(strings.ReplaceAll(rest, " en ", ","), " ,;/&-")
	return len(ps) > 0 && rest == ""
}

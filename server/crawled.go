package server

import (
	"strings"

	"praktijkzoeker/index"
)

// What search engines may list. The list of all and the page of one label are
// good places to arrive: they have a name, they stay, and somebody chose the
// label with care. Words that somebody typed are no page: there is no end to
// them, nobody answers for them, and a list of results would show other people's
// wording under our name. The same goes for orders, pages and combinations of
// labels. See also robotsRules.

// lasting tells whether s is a place to arrive: the list of all or of one label.
func (s state) lasting() bool {
	_, _, named := s.label()
	return named || s.url() == allURL
}

// label returns the one value that s filters by, when it asks for nothing else.
func (s state) label() (index.Facet, string, bool) {
	if len(s.filters) != 1 {
		return "", "", false
	}
	for f, values := range s.filters {
		if len(values) == 1 && s.url() == newState().only(f, values[0]).url() {
			return f, values[0], true
		}
	}
	return "", "", false
}

// labelHeadings head the page of one label.
var labelHeadings = map[index.Facet]string{
	index.Category:     "Praktijken over ",
	index.Domain:       "Praktijken in het beleidsdomein ",
	index.Municipality: "Praktijken in ",
	index.TargetGroup:  "Praktijken voor de doelgroep ",
}

// shownDescription is how many letters of a description search engines show.
const shownDescription = 160

// describe tells in a sentence or two what a search found.
func describe(st state, found *index.Results) string {
	titles := make([]string, 0, len(found.Hits))
	for i := range found.Hits {
		titles = append(titles, found.Hits[i].Fiche.Title)
	}
	text := st.heading() + ": " + practices(found.Total)
	if len(titles) > 0 {
		text += ", zoals " + strings.Join(titles, "; ")
	}
	return shorten(clean(text)+".", shownDescription)
}

// describeFiche returns the summary of a fiche, or what stands for it.
func (s *site) describeFiche(title, summary string) string {
	if text := clean(index.Plain(summary)); text != "" {
		return shorten(text, shownDescription)
	}
	return shorten(clean(title)+": een praktijk op "+s.Title+".", shownDescription)
}

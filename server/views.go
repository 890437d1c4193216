package server

import (
	"praktijkzoeker/corpus/places"
	"praktijkzoeker/index"
)

// viewLinks are the ways to look at the results.
func viewLinks(st state) []choiceLink {
	list, onMap := st.at(1), st.at(1)
	list.onMap, onMap.onMap = false, true
	return []choiceLink{{"Lijst", list.url(), !st.onMap}, {"Kaart", onMap.url(), st.onMap}}
}

// takeLinks lead to the same search in other forms: to follow, and to take
// along. They tell when a form does not hold everything.
func takeLinks(st state, total int) []link {
	some := ""
	if total > exportSize {
		some = " van de eerste " + number(exportSize)
	}
	return []link{
		{"volg met Atom", st.at(1).feedURL()},
		{"tabel (CSV)" + some, st.exportURL(pathCSV)},
		{"gegevens (JSON)" + some, st.exportURL(pathJSON)},
	}
}

// municipalityLink is where a dot of the map leads: to the fiches of that
// municipality among those found, or, when it is chosen, to all again.
func (s state) municipalityLink(name string) string {
	if s.chosen(index.Municipality, name) {
		return s.without(index.Municipality, name).url()
	}
	to := s.only(index.Municipality, name)
	to.onMap = false
	return to.url()
}

// canonical is the address that stands for s in a search engine: without what
// only changes the order or the look.
func (s state) canonical() string {
	s.onMap = false
	if s.text != "" || len(s.filters) > 0 {
		s.sort = index.Relevance
	}
	if f, v, ok := s.at(1).label(); ok && f == index.Municipality {
		if p, known := places.ByName(v); known {
			return municipalityURL(p.Name) // says the same, and more
		}
	}
	if s.url() == pathSearch { // that is the landing page
		s.sort = index.Title
	}
	return s.url()
}

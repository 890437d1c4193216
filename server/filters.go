package server

import (
	"slices"
	"strconv"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"praktijkzoeker/corpus/places"
	"praktijkzoeker/index"
)

// A filterGroup is the fieldset of one facet.
type filterGroup struct {
	Facet     index.Facet
	Label     string
	Open      []choice     // always in sight
	Rest      []choice     // behind a summary
	Long      string       // what a reader of Rest looks for by name, when there is much of it
	Provinces []byProvince // Rest by province, when it is a long list of municipalities
}

// byProvince are the choices of one province. Names that are no municipality
// of today stand under "Elders".
type byProvince struct {
	ID      string
	Name    string
	Choices []choice
}

// A choice is a value with its checkbox.
type choice struct {
	Facet   index.Facet
	ID      string // unique on the page
	Value   string
	Count   int
	Checked bool
}

// openChoices is how many values of a facet are in sight; a list that is
// shorter by no more than a line is shown whole.
const openChoices = 6

// byNameFrom is the number of hidden values from which a reader looks for a
// name and no longer for a high count.
const byNameFrom = 15

// longNames says what the values of a facet are, one of them.
var longNames = map[index.Facet]string{
	index.Category: "categorie", index.Domain: "beleidsdomein", index.Municipality: "gemeente", index.TargetGroup: "doelgroep",
}

// filterGroups makes the fieldsets: the values with most fiches first, all
// chosen ones in sight, and those without any behind the summary.
func filterGroups(st state, facets map[index.Facet][]index.Count) []filterGroup {
	var groups []filterGroup
	for _, f := range index.Facets {
		if len(facets[f]) == 0 {
			continue
		}
		g := filterGroup{Facet: f, Label: facetLabels[f]}
		for i, c := range facets[f] {
			x := choice{f, string(f) + "-" + strconv.Itoa(i), c.Value, c.N, c.Selected || st.chosen(f, c.Value)}
			if x.Checked || len(g.Open) < openChoices && x.Count > 0 || len(facets[f]) <= openChoices+1 {
				g.Open = append(g.Open, x)
			} else {
				g.Rest = append(g.Rest, x)
			}
		}
		if len(g.Rest) >= byNameFrom {
			sortByName(g.Rest)
			g.Long = longNames[f]
			if f == index.Municipality {
				g.Provinces = provincesOf(g.Rest)
			}
		}
		groups = append(groups, g)
	}
	return groups
}

// provincesOf divides municipalities by province, in the order of the provinces.
func provincesOf(choices []choice) []byProvince {
	of := make(map[string][]choice)
	const elsewhere = "Elders"
	for _, c := range choices {
		name := elsewhere
		if p, ok := places.ByName(c.Value); ok && p.Province != "" {
			name = p.Province
		}
		of[name] = append(of[name], c)
	}
	var out []byProvince
	for i, name := range append(places.Provinces(), elsewhere) {
		if len(of[name]) > 0 {
			out = append(out, byProvince{"provincie-" + strconv.Itoa(i), name, of[name]})
		}
	}
	return out
}

// sortByName sorts by Dutch collation.
func sortByName(choices []choice) {
	c := collate.New(language.Dutch, collate.IgnoreCase) // holds buffers: not shared
	slices.SortStableFunc(choices, func(a, b choice) int { return c.CompareString(a.Value, b.Value) })
}

// byName sorts links by Dutch collation of their text.
func byName(links []browseLink) {
	c := collate.New(language.Dutch, collate.IgnoreCase)
	slices.SortStableFunc(links, func(a, b browseLink) int { return c.CompareString(a.Text, b.Text) })
}

// A chip is a chosen filter value that a click removes.
type chip struct {
	Facet string // label
	Value string
	URL   string // without it
}

// chips returns the chosen values, and the address without any of them.
func chips(st state) (out []chip, clear string) {
	for _, f := range index.Facets {
		for _, v := range st.filters[f] {
			out = append(out, chip{facetLabels[f], v, st.without(f, v).url()})
		}
	}
	none := st.at(1)
	none.filters = nil
	return out, none.url()
}

package server

import (
	"net/url"
	"slices"
	"strings"

	"praktijkzoeker/index"
)

// A state is what a URL asks for: the contents of the search form. URLs and
// states are each other's inverse.
type state struct {
	text    string
	filters map[index.Facet][]string // without empty lists
	sort    index.Sort
	page    int  // ≥ 1
	size    int  // hits on a page
	onMap   bool // the municipalities on a map instead of the list of fiches
	explain bool
	prefix  bool
	zero    bool // facet values without a match, too
}

// Bounds of a state, so that no URL costs without limit. A fiche database of a
// hundred thousand has ten thousand pages.
const (
	maxText     = 500 // characters of a search
	maxValue    = 200 // characters of a facet value
	maxValues   = 100 // chosen values of one facet
	maxPage     = 100_000
	maxSize     = 100
	defaultSize = 10
	maxSuggest  = 20
)

// A scope is the set of addresses where a parameter means something.
type scope uint8

const (
	inPage scope = 1 << iota
	inSearch
	inFacets
	inFiches
	inSuggest
	inFeed
	inExport

	noParams scope = 0
)

// A param is one parameter of a URL.
type param struct {
	name  string
	scope scope
	many  bool // may be given several times with different values
	// set puts one value into the state, or says in Dutch what to do instead.
	set func(s *state, value string) (complaint string)
	get func(s state) []string
}

// params is the one table of all parameters, in the order in which URLs show
// them.
var params = buildParams()

func buildParams() []param {
	ps := []param{{
		name: "q", scope: inPage | inSearch | inFacets | inSuggest | inFeed | inExport,
		set: setText,
		get: func(s state) []string { return nonEmpty(s.text) },
	}}
	for _, f := range index.Facets {
		ps = append(ps, param{
			name: string(f), scope: inPage | inSearch | inFacets | inFeed | inExport, many: true,
			set: func(s *state, v string) string { return s.addFilter(f, v) },
			get: func(s state) []string { return s.filters[f] },
		})
	}
	return append(ps,
		param{
			name: "sort", scope: inPage | inSearch | inExport, set: setSort,
			get: func(s state) []string { return nonEmpty(string(s.sort)) },
		},
		numberParam("page", inPage|inSearch|inFiches|inFeed|inExport, 1, maxPage, 1, func(s *state) *int { return &s.page }),
		numberParam("size", inSearch|inFiches, 1, maxSize, defaultSize, func(s *state) *int { return &s.size }),
		numberParam("limit", inSuggest, 1, maxSuggest, defaultSize, func(s *state) *int { return &s.size }),
		param{
			name: "view", scope: inPage, set: setView,
			get: func(s state) []string {
				if s.onMap {
					return []string{viewMap}
				}
				return nil
			},
		},
		switchParam("explain", inSearch, func(s *state) *bool { return &s.explain }),
		switchParam("prefix", inSearch|inFacets, func(s *state) *bool { return &s.prefix }),
		switchParam("zero", inSearch|inFacets, func(s *state) *bool { return &s.zero }),
	)
}

// The ways to look at the results of a search.
const (
	viewList = "list"
	viewMap  = "map"
)

// newState returns the state of a URL without parameters.
func newState() state { return state{page: 1, size: defaultSize} }

// query returns what to ask the index.
func (s state) query() index.Query {
	return index.Query{
		Text: s.text, Filters: s.filters, Sort: s.sort, Prefix: s.prefix,
		Offset: (s.page - 1) * s.size, Limit: s.size, Explain: s.explain,
	}
}

// with returns s for another query of the index, at its first page.
func (s state) with(q index.Query) state {
	s.text, s.filters, s.sort, s.page = q.Text, q.Filters, q.Sort, 1
	return s
}

// chosen tells whether v is a chosen value of f.
func (s state) chosen(f index.Facet, v string) bool { return slices.Contains(s.filters[f], v) }

// without returns s without one filter value, at its first page.
func (s state) without(f index.Facet, v string) state {
	kept := slices.DeleteFunc(slices.Clone(s.filters[f]), func(w string) bool { return w == v })
	return s.replace(f, kept)
}

// only returns s with v as the one chosen value of f, at its first page.
func (s state) only(f index.Facet, v string) state { return s.replace(f, []string{v}) }

func (s state) replace(f index.Facet, values []string) state {
	filters := make(map[index.Facet][]string, len(index.Facets))
	for g, vs := range s.filters {
		filters[g] = vs
	}
	filters[f] = values
	if len(values) == 0 {
		delete(filters, f)
	}
	s.filters, s.page = filters, 1
	return s
}

// encode returns the query string of s for one kind of address: parameters in
// the order of the table, only those that differ from the state of an empty
// URL.
func (s state) encode(where scope) string {
	var b strings.Builder
	for _, p := range params {
		if p.scope&where == 0 {
			continue
		}
		for _, v := range p.get(s) {
			if b.Len() > 0 {
				b.WriteByte('&')
			}
			b.WriteString(p.name + "=" + url.QueryEscape(v))
		}
	}
	return b.String()
}

// url returns the address of the search page that shows s.
func (s state) url() string { return withQuery(pathSearch, s.encode(inPage)) }

func withQuery(path, query string) string {
	if query == "" {
		return path
	}
	return path + "?" + query
}

func nonEmpty(v string) []string {
	if v == "" {
		return nil
	}
	return []string{v}
}

package server

import (
	"net/http"

	"praktijkzoeker/index"
)

// A searchPage is the search form with its results, or, without a question,
// the landing page.
type searchPage struct {
	frame
	Landing    *landing // nil: there are results
	Heading    string
	Status     string // the number of results, read out when it changes
	Total      string // "7 praktijken"
	Hidden     []hidden
	Groups     []filterGroup
	Chosen     int // number of chosen filter values
	Chips      []chip
	ClearURL   string
	Sorts      []choiceLink
	Correction *correction
	Results    []resultView
	NoneWhole  bool // every result lacks a word
	Relaxed    []relaxation
	PastEnd    *link // the last page, when this one is past it
	Pager      pager
	Views      []choiceLink
	Map        *mapView // nil: the results are a list
	Take       []link   // the same search in other forms
}

// A hidden field keeps a part of the state in the form.
type hidden struct{ Name, Value string }

// A choiceLink is one of several ways to look at the same results.
type choiceLink struct {
	Text    string
	URL     string
	Current bool
}

// A correction tells that other words were searched than were typed.
type correction struct {
	Typed, Searched string
	ExactURL        string // searches the typed words as they are
	SearchedURL     string // makes the other words the search
}

// A relaxation is a way out of a search that found nothing.
type relaxation struct {
	Text  string
	URL   string
	Total int
}

func (s *site) serveSearch(w http.ResponseWriter, r *http.Request) error {
	st, err := parseState(r.URL.RawQuery, inPage)
	if err != nil {
		return err
	}
	if s.tags.unchanged(w, r, s.Searcher.Stats(), "") {
		return nil
	}
	all, err := s.overview(r.Context())
	if err != nil {
		return err
	}
	p := searchPage{frame: s.frame("", st.canonical())}
	p.Query, p.Box = st.text, false
	if st.url() == pathSearch {
		if p.Landing, err = s.landing(r.Context(), all); err != nil {
			return err
		}
		p.Home, p.Description, p.Canonical = true, s.Intro, s.frame("", pathSearch).Canonical
		p.Feed, p.JSONFeed, p.Data = newState().feedURL(), newState().jsonFeedURL(), siteData(s.base(r), s.Title)
		return s.show(w, "search", http.StatusOK, p)
	}
	q := st.query()
	q.Explain = st.text != ""
	if st.onMap {
		q.Limit = 0
	}
	found, err := s.search(r.Context(), q)
	if err != nil {
		return err
	}
	p.fill(st, found, all)
	if p.NoIndex = !st.lasting() || found.Total == 0; !p.NoIndex {
		p.Data = listData(s.base(r), s.Title, st, found)
	}
	p.Description = describe(st, found)
	return s.show(w, "search", http.StatusOK, p)
}

// fill makes the page of what was found; all gives the values that the results
// do not have.
func (p *searchPage) fill(st state, found *index.Results, all *overview) {
	p.Heading = st.heading()
	p.Title = p.Heading
	p.Feed, p.JSONFeed = st.at(1).feedURL(), st.at(1).jsonFeedURL()
	p.Total = practices(found.Total)
	p.Status = p.Total + " gevonden"
	p.Groups = filterGroups(st, all.withZeroes(found.Facets))
	p.Chips, p.ClearURL = chips(st)
	p.Chosen = len(p.Chips)
	p.Hidden = hiddenFields(st)
	if found.Corrected != "" {
		p.Correction = newCorrection(st, found.Corrected)
	}
	for _, x := range found.Relaxed {
		p.Relaxed = append(p.Relaxed, newRelaxation(st, x))
	}
	if found.Total == 0 {
		return
	}
	p.Views, p.Take = viewLinks(st), takeLinks(st, found.Total)
	if st.onMap {
		p.Map = newMap(found.Facets[index.Municipality], st.municipalityLink)
		return
	}
	last := lastPage(found.Total, st.size)
	p.Pager = newPager(st.page, last, func(n int) string { return st.at(n).url() })
	if st.page > last {
		p.PastEnd = &link{counted(last, "pagina", "pagina’s"), st.at(last).url()}
	} else if st.page > 1 {
		p.Status += ", pagina " + number(st.page) + " van " + number(last)
	}
	p.Sorts = sortLinks(st, all.dated)
	first := st.municipalities()
	for i := range found.Hits {
		p.Results = append(p.Results, newResult(&found.Hits[i], first))
	}
	switch at := firstPartial(found.Hits, st); {
	case at > 0:
		p.Results[at].Fewer = true
	case at == 0:
		p.NoneWhole = st.page == 1 // on another, those before may have had all
	}
}

// heading says what a search shows.
func (s state) heading() string {
	plain := s.at(1)
	plain.sort, plain.onMap = index.Relevance, false
	facet, value, one := plain.label()
	switch {
	case s.text != "":
		return "Resultaten voor “" + shorten(s.text, 80) + "”"
	case one:
		return labelHeadings[facet] + value
	case len(s.filters) > 0:
		return "Gefilterde praktijken"
	default:
		return "Alle praktijken"
	}
}

// at returns s at another page.
func (s state) at(page int) state { s.page = page; return s }

func hiddenFields(st state) []hidden {
	var out []hidden
	if st.sort != index.Relevance {
		out = append(out, hidden{"sort", string(st.sort)})
	}
	if st.onMap {
		out = append(out, hidden{"view", viewMap})
	}
	return out
}

// sortLinks are the orders to choose from: that of the dates only when there are
// dates, or when it is chosen.
func sortLinks(st state, dated bool) []choiceLink {
	var out []choiceLink
	for _, o := range []struct {
		sort index.Sort
		text string
	}{{index.Relevance, "Relevantie"}, {index.Title, "Titel"}, {index.Updated, "Recent"}} {
		if o.sort == index.Relevance && st.text == "" {
			continue // without words relevance is the order of titles
		}
		if o.sort == index.Updated && !dated && st.sort != index.Updated {
			continue
		}
		to := st.at(1)
		to.sort = o.sort
		current := st.sort == o.sort || st.text == "" && st.sort == index.Relevance && o.sort == index.Title
		out = append(out, choiceLink{o.text, to.url(), current})
	}
	return out
}

func newCorrection(st state, searched string) *correction {
	exact, other := st.at(1), st.at(1)
	exact.text = exactText(st.text, searched)
	other.text = searched
	return &correction{Typed: st.text, Searched: searched, ExactURL: exact.url(), SearchedURL: other.url()}
}

func newRelaxation(st state, x index.Relaxation) relaxation {
	text := "Zonder het woord “" + x.Word + "”"
	if x.Word == "" {
		text = "Zonder de filter " + facetLabels[x.Facet] + ": " + x.Value
	}
	return relaxation{text, st.with(x.Query).url(), x.Total}
}

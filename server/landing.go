package server

import (
	"context"

	"praktijkzoeker/index"
)

// A landing shows somebody without a question what is here.
type landing struct {
	Figures []figure
	AllURL  string
	Browse  []browseGroup
	Recent  []recent
}

// A figure is a number of the index and what it counts.
type figure struct {
	Number string
	Text   string
}

// A browseGroup leads to the fiches of each value of a facet.
type browseGroup struct {
	ID     string
	Label  string
	Values []browseLink
	More   []browseLink // behind a summary
	Names  bool         // short ones, so that more stand side by side
}

type browseLink struct {
	Text  string
	URL   string
	Count int
}

// A recent fiche is one of those that changed last.
type recent struct {
	Title, URL, Date, Day string
}

// shownBrowse is how many values of a facet the landing page shows at once;
// shownRecent how many changes.
const (
	shownBrowse = 12
	shownRecent = 5
)

func (s *site) landing(ctx context.Context, all *overview) (*landing, error) {
	newest, err := s.Searcher.Search(ctx, index.Query{Sort: index.Updated, Limit: shownRecent})
	if err != nil {
		return nil, err
	}
	everything := newState()
	everything.sort = index.Title
	l := &landing{AllURL: everything.url()}
	l.Figures = append(l.Figures, newFigure(all.total, "praktijk", "praktijken"))
	for _, c := range []struct {
		facet     index.Facet
		one, many string
	}{{index.Municipality, "gemeente", "gemeenten"}, {index.Category, "categorie", "categorieën"}, {index.Domain, "beleidsdomein", "beleidsdomeinen"}} {
		if n := len(all.facets[c.facet]); n > 0 {
			l.Figures = append(l.Figures, newFigure(n, c.one, c.many))
		}
	}
	for _, f := range index.Facets {
		if g := newBrowseGroup(f, all.facets[f]); len(g.Values) > 0 {
			l.Browse = append(l.Browse, g)
		}
	}
	for i := range newest.Hits {
		f := &newest.Hits[i].Fiche
		if f.Updated.IsZero() {
			break // those without a date come last
		}
		l.Recent = append(l.Recent, recent{f.Title, ficheURL(f.ID), date(f.Updated), day(f.Updated)})
	}
	return l, nil
}

func newFigure(n int, one, many string) figure {
	if n == 1 {
		return figure{"1", one}
	}
	return figure{number(n), many}
}

// browseLabels head the lists of the landing page.
var browseLabels = map[index.Facet]string{
	index.Category:     "Op categorie",
	index.Domain:       "Op beleidsdomein",
	index.Municipality: "Op gemeente",
	index.TargetGroup:  "Op doelgroep",
}

func newBrowseGroup(f index.Facet, counts []index.Count) browseGroup {
	g := browseGroup{ID: "op-" + string(f), Label: browseLabels[f], Names: f == index.Municipality}
	for i, c := range counts {
		to := newState().only(f, c.Value).url()
		if f == index.Municipality {
			to = municipalityURL(c.Value)
		}
		l := browseLink{c.Value, to, c.N}
		if i < shownBrowse || len(counts) <= shownBrowse+2 {
			g.Values = append(g.Values, l)
		} else {
			g.More = append(g.More, l)
		}
	}
	if len(g.More) >= byNameFrom {
		byName(g.More)
	}
	return g
}

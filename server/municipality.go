package server

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gorilla/mux"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/places"
	"praktijkzoeker/index"
)

// A municipalityPage shows what one municipality does.
type municipalityPage struct {
	frame
	Place     places.Place
	Notes     []string // other names under which it was asked for or stands in a fiche
	Total     int
	Practices []localView
	All       link // the search for all, where this page shows only the first
	Nearby    []browseLink
	Map       *mapView // nil: nobody has practices
}

// A localView is one fiche with what a municipality does of it.
type localView struct {
	Title      string
	URL        string // to the place on the fiche's page
	Summary    string
	Categories []string
	Examples   []corpus.Example
}

// shownLocal is how many fiches a municipality's page holds; the search page
// leads through more.
const shownLocal = 100

// viaParam tells the page by which other name it was asked for.
const viaParam = "via"

func (s *site) serveMunicipality(w http.ResponseWriter, r *http.Request) error {
	asked := clean(strings.ToValidUTF8(mux.Vars(r)["naam"], " "))
	match, err := municipality(asked)
	if err != nil {
		return err
	}
	if match.Place.Name != asked {
		to := municipalityURL(match.Place.Name)
		if match.How != places.Official {
			to += "?" + viaParam + "=" + url.QueryEscape(asked)
		}
		http.Redirect(w, r, to, http.StatusMovedPermanently)
		return nil
	}
	if s.tags.unchanged(w, r, s.Searcher.Stats(), "") {
		return nil
	}
	place := match.Place
	found, err := s.Searcher.Search(r.Context(), index.Query{
		Filters: map[index.Facet][]string{index.Municipality: {place.Name}}, Sort: index.Title, Limit: shownLocal,
	})
	if err != nil {
		return err
	}
	all, err := s.overview(r.Context())
	if err != nil {
		return err
	}
	p := municipalityPage{frame: s.frame("Praktijken in "+place.Name, municipalityURL(place.Name)), Place: place, Total: found.Total}
	p.Description = fmt.Sprintf("Wat %s doet voor samenleven in diversiteit: %s.", place.Name, practices(found.Total))
	p.Notes = nameNotes(place, r.URL.Query().Get(viaParam), found.Hits)
	for i := range found.Hits {
		p.Practices = append(p.Practices, newLocalView(&found.Hits[i].Fiche, place))
	}
	p.All = link{"Verfijn deze " + practices(found.Total), newState().only(index.Municipality, place.Name).url()}
	here := newState().only(index.Municipality, place.Name)
	p.Feed, p.JSONFeed = here.feedURL(), here.jsonFeedURL()
	p.Map = newMap(marked(all.facets[index.Municipality], place.Name), municipalityURL)
	p.Nearby = nearby(place, all.facets[index.Municipality])
	return s.show(w, "municipality", http.StatusOK, p)
}

// marked returns counts with one value as the chosen one, added when it is not
// there.
func marked(counts []index.Count, value string) []index.Count {
	out := slices.Clone(counts)
	for i := range out {
		if out[i].Value == value {
			out[i].Selected = true
			return out
		}
	}
	return append(out, index.Count{Value: value, Selected: true})
}

// municipality finds the one place that a name in an address means.
func municipality(asked string) (places.Match, error) {
	if p, ok := places.ByName(asked); ok {
		return places.Match{Place: p, How: places.Official, Name: p.Name}, nil
	}
	found := places.Resolve(shorten(asked, maxValue))
	if ps := found.Places(); len(ps) == 1 && len(found.Unknown) == 0 {
		return found.Matches[0], nil
	}
	missing := &notFound{what: "De gemeente", name: asked}
	near := found.Places()
	for _, u := range found.Unknown {
		near = append(near, u.Candidates...)
	}
	for _, p := range append(near, places.Nearest(shorten(asked, maxValue), 3)...) {
		l := link{p.Name, municipalityURL(p.Name)}
		if !slices.Contains(missing.nearest, l) {
			missing.nearest = append(missing.nearest, l)
		}
	}
	return places.Match{}, missing
}

// nameNotes tells of the other names of place: the one by which it was asked
// for, and former ones that fiches still use.
func nameNotes(place places.Place, via string, hits []index.Hit) []string {
	var notes []string
	add := func(text string) {
		for _, m := range places.Resolve(text).Matches {
			if m.Place != place {
				continue
			}
			var note string
			switch m.How {
			case places.Former:
				note = fmt.Sprintf("%s fuseerde in %d en hoort nu bij %s.", m.Name, m.Since, place.Name)
			case places.Sub:
				note = fmt.Sprintf("%s hoort bij %s.", m.Name, place.Name)
			case places.French, places.Short:
				note = fmt.Sprintf("%s heet in dit overzicht %s.", m.Name, place.Name)
			default:
				continue
			}
			if !slices.Contains(notes, note) {
				notes = append(notes, note)
			}
		}
	}
	add(shorten(clean(strings.ToValidUTF8(via, " ")), maxValue))
	for i := range hits {
		for _, p := range hits[i].Fiche.Practices {
			if slices.Contains(p.Municipalities, place) {
				add(p.AsWritten)
			}
		}
	}
	return notes
}

func newLocalView(f *corpus.Fiche, place places.Place) localView {
	v := localView{
		Title: f.Title, URL: ficheURL(f.ID) + "#" + placeAnchor(place.Name),
		Summary: shorten(clean(index.Plain(f.Summary)), 200), Categories: f.Categories,
	}
	for _, p := range f.Practices {
		if slices.Contains(p.Municipalities, place) {
			v.Examples = append(v.Examples, p.Examples...)
		}
	}
	return v
}

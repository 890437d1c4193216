package server

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/gorilla/mux"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

// A fichePage shows one fiche whole.
type fichePage struct {
	frame
	Fiche   *corpus.Fiche
	Back    link // to the search that led here, or to all fiches
	Labels  []labelGroup
	Image   picture
	Lists   []section // of sentences, before the description
	After   []section // after the description
	Places  []placeSection
	Also    []placeSection // places of which the fiche tells no more
	Extra   []section
	Empty   bool // the fiche tells nothing but its title and labels
	Facts   bool // there is something to put beside the text
	Source  link // URL empty: Text is no address
	Related []resultView
	Address string // of this page, to copy
	Change  string // mail address with what an editor needs filled in; empty: none
}

// A labelGroup leads from a fiche to others with the same label.
type labelGroup struct {
	Label  string
	Values []link
}

// A section is a heading with a list of sentences or with Markdown.
type section struct {
	ID, Heading string
	Items       []string // Markdown of one line each
	Text        string   // Markdown
}

// shownRelated is how many related fiches a page names.
const shownRelated = 4

func (s *site) serveFiche(w http.ResponseWriter, r *http.Request) error {
	st, back := s.Searcher.Stats(), s.backLink(r)
	id := mux.Vars(r)["id"]
	f, err := s.fiche(r.Context(), id)
	if err != nil {
		return err
	}
	extra := back.URL
	if f.Image != nil { // the file may come later, or go
		recordOf(r.Context()).brief = true
		extra += fmt.Sprint(" ", s.picture(&f))
	}
	if s.tags.unchanged(w, r, st, extra) {
		return nil
	}
	related, err := s.Searcher.Related(r.Context(), id, shownRelated)
	if err != nil && !errors.Is(err, index.ErrNotFound) { // taken away since a moment ago
		return err
	}
	return s.show(w, "fiche", http.StatusOK, s.newFichePage(s.base(r), &f, back, related))
}

// fiche returns a fiche, or a notFound with the titles that the words of id
// find.
func (s *site) fiche(ctx context.Context, id string) (corpus.Fiche, error) {
	f, err := s.Searcher.Fiche(ctx, id)
	if !errors.Is(err, index.ErrNotFound) {
		return f, err
	}
	missing := &notFound{what: "De praktijk", name: clean(strings.ToValidUTF8(id, " "))}
	if words := wordsOf(id); words != "" {
		if missing.nearest, err = s.nearFiches(ctx, words); err != nil {
			return f, err
		}
	}
	return f, missing
}

func (s *site) newFichePage(base string, f *corpus.Fiche, back link, related []index.Hit) fichePage {
	p := fichePage{frame: s.frame(f.Title, ficheURL(f.ID)), Fiche: f, Back: back}
	p.Description = s.describeFiche(f.Title, f.Summary)
	for _, l := range labelsOf(f) {
		p.Labels = append(p.Labels, newLabelGroup(l.facet, l.values))
	}
	if p.Image = s.picture(f); p.Image.URL != "" {
		p.Preview = base + p.Image.URL
	}
	p.Address = base + ficheURL(f.ID)
	p.Change = changeLink(s.changeAddress(), f, p.Address)
	p.Kind, p.Data = "article", ficheData(base, s.Title, p.Image.URL, f)
	p.Lists = sections(section{ID: "doelen", Heading: "Doelen", Items: f.Goals},
		section{ID: "doelgroep", Heading: "Doelgroep", Text: f.Audience},
		section{ID: "beschrijving", Heading: "Beschrijving", Text: f.Description})
	p.After = sections(section{ID: "succesfactoren", Heading: "Succesfactoren", Items: f.SuccessFactors},
		section{ID: "uitdagingen", Heading: "Uitdagingen", Items: f.Challenges})
	for _, place := range placeSections(f) {
		if len(place.Examples) > 0 {
			p.Places = append(p.Places, place)
		} else {
			p.Also = append(p.Also, place)
		}
	}
	for _, x := range f.Extra {
		p.Extra = append(p.Extra, section{Heading: x.Heading, Text: x.Text})
	}
	p.Source = link{Text: f.Source}
	if isWebURL(f.Source) {
		u, _ := url.Parse(f.Source) // has been parsed by isWebURL
		p.Source = link{strings.TrimPrefix(u.Host, "www."), f.Source}
	}
	p.Empty = f.Summary == "" && len(p.Lists)+len(p.After)+len(p.Places)+len(p.Also)+len(p.Extra) == 0
	p.Facts = len(p.Labels) > 0 || p.Source.Text != "" || !f.Updated.IsZero() || !f.Reviewed.IsZero()
	for i := range related {
		p.Related = append(p.Related, newResult(&related[i], nil))
	}
	return p
}

// sections keeps those that hold something.
func sections(all ...section) (out []section) {
	for _, s := range all {
		if len(s.Items) > 0 || strings.TrimSpace(s.Text) != "" {
			out = append(out, s)
		}
	}
	return out
}

func newLabelGroup(f index.Facet, values []string) labelGroup {
	g := labelGroup{Label: facetLabels[f]}
	for _, v := range values {
		g.Values = append(g.Values, link{v, newState().only(f, v).url()})
	}
	return g
}

// backLink leads to the search that the reader came from, known from the
// Referer that a browser sends within a site. Its parameters are read and
// written anew, so that nothing foreign gets into the page.
func (s *site) backLink(r *http.Request) link {
	everything := newState()
	everything.sort = index.Title
	all := link{"Alle praktijken", everything.url()}
	from, err := url.Parse(r.Referer())
	if err != nil || from.Path != pathSearch || from.Host != r.Host && s.BaseURL != from.Scheme+"://"+from.Host {
		return all
	}
	st, err := parseState(from.RawQuery, inPage)
	if err != nil || st.url() == pathSearch {
		return all
	}
	return link{"Terug naar de zoekresultaten", st.url()}
}

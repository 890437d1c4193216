package server

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"praktijkzoeker/corpus/places"
	"praktijkzoeker/index"
)

// shownNear is how many pages a reader who is lost is offered.
const shownNear = 3

// lostPage answers an address that is none with the pages whose names it
// resembles: a link that was cut off, or typed from memory.
func (s *site) lostPage(_ http.ResponseWriter, r *http.Request) error {
	words := wordsOf(r.URL.Path)
	if words == "" {
		return errNoRoute
	}
	missing := &notFound{what: "De pagina", name: clean(strings.ToValidUTF8(r.URL.Path, " "))}
	for _, p := range places.Resolve(words).Places() {
		missing.nearest = append(missing.nearest, link{"Praktijken in " + p.Name, municipalityURL(p.Name)})
	}
	near, err := s.nearFiches(r.Context(), words)
	if err != nil {
		return errNoRoute // the page is none, whatever the index says
	}
	missing.nearest = append(missing.nearest, near...)
	missing.nearest = missing.nearest[:min(len(missing.nearest), 2*shownNear)]
	return missing
}

// nearFiches returns the fiches that words find first.
func (s *site) nearFiches(ctx context.Context, words string) ([]link, error) {
	found, err := s.Searcher.Search(ctx, index.Query{Text: words, Limit: shownNear})
	if err != nil {
		return nil, err
	}
	var out []link
	for i := range found.Hits {
		f := &found.Hits[i].Fiche
		out = append(out, link{f.Title, ficheURL(f.ID)})
	}
	return out, nil
}

// wordsOf returns the words in the path of an address; those that stand in the
// addresses of this site say nothing.
func wordsOf(path string) string {
	path = clean(shorten(strings.ToValidUTF8(path, " "), maxText))
	all := strings.FieldsFunc(path, func(r rune) bool { return strings.ContainsRune(`/-_.+ "`, r) })
	all = slices.DeleteFunc(all, func(w string) bool {
		return slices.Contains([]string{"praktijk", "praktijken", "gemeente", "id", "html", "php", "aspx", "index"}, strings.ToLower(w))
	})
	return strings.Join(all, " ")
}

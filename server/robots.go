package server

import (
	"net/http"

	"github.com/gorilla/mux"
)

// indexedPages are the pages beside fiches, municipalities and labels that a
// search engine should know.
var indexedPages = []string{pathSearch, pathTips, pathAccessibility}

// robotsRules keep search engines out of what has no end: words, orders and
// combinations of filters (RFC 9309). Fiches, municipalities and the pages of
// one label stay.
const robotsRules = `User-agent: *
Disallow: /?q=
Disallow: /?sort=
Disallow: /?page=
Disallow: /?view=
Disallow: /*?*&
Disallow: /zoeken.
Disallow: /suggesties.json
Disallow: /api/
`

func (s *site) serveRobots(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "public, max-age=3600")
	_, _ = w.Write([]byte(robotsRules + "\nSitemap: " + s.base(r) + pathSitemap + "\n")) // an error means that the client left
}

// idURL is the identity of a practice, which stays whatever its page is called.
func idURL(id string) string { return "/id" + ficheURL(id) }

// serveID leads from the identity of a practice, a thing in the world, to the
// page about it, by 303 as the URI strategy of Flanders asks.
func (s *site) serveID(w http.ResponseWriter, r *http.Request) error {
	f, err := s.fiche(r.Context(), mux.Vars(r)["id"])
	if err != nil {
		return err
	}
	http.Redirect(w, r, ficheURL(f.ID), http.StatusSeeOther)
	return nil
}

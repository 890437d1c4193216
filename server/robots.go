package server

import (
	"net/http"

	"github.com/gorilla/mux"
)

// allURL is the list of all fiches.
const allURL = "/?sort=title"

// indexedPages are the pages beside fiches, municipalities and labels that a
// search engine should know.
var indexedPages = []string{pathSearch, allURL, pathTips, pathAccessibility}

// robotsRules keep crawlers out of what has no end: orders, pages, combinations
// of filters, and the same in other forms (RFC 9309). Words alone are open: a
// search engine may list an address that it must not read, and only who reads
// the page finds that it is noindex. No page leads to words without end.
const robotsRules = `User-agent: *
Allow: ` + allURL + `$
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

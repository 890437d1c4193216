package server

import (
	"net/http"

	"github.com/gorilla/mux"
	"github.com/klauspost/compress/gzhttp"
)

// The paths of the site. Templates of gorilla/mux; also the labels of metrics
// and the access log.
const (
	pathSearch        = "/"
	pathFiche         = "/praktijk/{id}"
	pathMunicipality  = "/gemeente/{naam}"
	pathTips          = "/zoektips"
	pathAccessibility = "/toegankelijkheid"
	pathImage         = "/afbeelding/{bestand}"
	pathStatic        = "/static/{bestand}"
	pathAPISearch     = "/api/v1/search"
	pathAPISuggest    = "/api/v1/suggest"
	pathAPIFacets     = "/api/v1/facets"
	pathAPIFiches     = "/api/v1/fiches"
	pathAPIFiche      = "/api/v1/fiches/{id}"
	pathHealth        = "/healthz"
	pathReady         = "/readyz"
	pathOpenAPI       = "/openapi.yaml"
	pathOpenSearch    = "/opensearch.xml"
	pathSuggestions   = "/suggesties.json"
	pathAtom          = "/zoeken.atom"
	pathJSONFeed      = "/zoeken.feed.json"
	pathCSV           = "/zoeken.csv"
	pathJSON          = "/zoeken.json"
	pathID            = "/id/praktijk/{id}"
	pathSitemap       = "/sitemap.xml"
	pathSitemapPart   = "/sitemap-{deel:[1-9][0-9]{0,3}}.xml"
	pathRobots        = "/robots.txt"
)

// fichePrefix begins the paths of fiches.
const fichePrefix = "/praktijk/"

// apiPrefix begins the paths whose errors are JSON.
const apiPrefix = "/api/"

// gzipFrom is the size in bytes below which an answer fits one packet and
// compressing it gains nothing.
const gzipFrom = 1200

// handler puts routes and middleware together. A request passes, from outside
// in: its number, the log and metrics, the headers that protect, the rate of its
// client, the memory of answers, the limits, a place, compression, recovery, the
// router.
func (s *site) handler() (http.Handler, error) {
	r := mux.NewRouter()
	get := func(path string, h http.Handler) {
		r.Handle(path, h).Methods(http.MethodGet, http.MethodHead)
	}
	get(pathSearch, s.page(s.serveSearch))
	get(pathFiche, s.page(s.serveFiche))
	get(pathMunicipality, s.page(s.serveMunicipality))
	get(pathTips, s.page(s.serveTips))
	get(pathAccessibility, s.page(s.serveAccessibility))
	get(pathImage, s.page(s.serveImage))
	get(pathStatic, s.page(s.serveStatic))
	get(pathAPISearch, s.api(s.apiSearch))
	get(pathAPISuggest, s.api(s.apiSuggest))
	get(pathAPIFacets, s.api(s.apiFacets))
	get(pathAPIFiches, s.api(s.apiFiches))
	get(pathAPIFiche, s.api(s.apiFiche))
	get(pathHealth, http.HandlerFunc(serveHealth))
	get(pathReady, http.HandlerFunc(s.serveReady))
	get(pathOpenAPI, http.HandlerFunc(serveOpenAPI))
	get(pathOpenSearch, s.page(s.serveOpenSearch))
	get(pathSuggestions, s.page(s.serveSuggestions))
	get(pathAtom, s.page(s.serveAtom))
	get(pathJSONFeed, s.page(s.serveJSONFeed))
	get(pathCSV, s.page(s.serveCSV))
	get(pathJSON, s.page(s.serveJSON))
	get(pathID, s.page(s.serveID))
	get(pathSitemap, s.page(s.serveSitemap))
	get(pathSitemapPart, s.page(s.serveSitemapPart))
	get(pathRobots, http.HandlerFunc(s.serveRobots))
	r.Use(recordRoute)
	r.NotFoundHandler = s.both(func(w http.ResponseWriter, r *http.Request) error {
		if isAPI(r) {
			return errNoRoute
		}
		return s.lostPage(w, r)
	})
	r.MethodNotAllowedHandler = s.both(func(http.ResponseWriter, *http.Request) error { return errMethod })

	compress, err := gzhttp.NewWrapper(gzhttp.MinSize(gzipFrom), gzhttp.EnableZstd(false))
	if err != nil {
		return nil, err
	}
	var h http.Handler = s.recovered(r)
	h = compress(h)
	h = s.admitted(h)
	h = s.limited(h)
	h = s.remembered(h)
	h = s.rated(h)
	h = s.protected(h)
	h = s.recorded(h)
	return numbered(h), nil
}

// A handle answers a request or returns why it cannot; it never does both.
type handle func(w http.ResponseWriter, r *http.Request) error

// page shows errors of h as pages.
func (s *site) page(h handle) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil {
			s.failPage(w, r, err)
		}
	})
}

// api shows errors of h as problem documents.
func (s *site) api(h handle) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil {
			s.failAPI(w, r, err)
		}
	})
}

// both shows errors of h in the form that suits the path.
func (s *site) both(h handle) http.Handler {
	asPage, asAPI := s.page(h), s.api(h)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if isAPI(r) {
			asAPI.ServeHTTP(w, r)
		} else {
			asPage.ServeHTTP(w, r)
		}
	})
}

package server

import (
	"net/http"

	"praktijkzoeker/index"
)

// The JSON API. Handlers read parameters, ask the index once and answer; the
// forms are those of openapi.yaml, which a test holds against every answer.

const jsonType = "application/json"

func (s *site) apiSearch(w http.ResponseWriter, r *http.Request) error {
	st, err := parseState(r.URL.RawQuery, inSearch)
	if err != nil {
		return err
	}
	if s.tags.unchanged(w, r, s.Searcher.Stats(), "") {
		return nil
	}
	q := st.query()
	found, err := s.search(r.Context(), q)
	if err != nil {
		return err
	}
	a := NewAnswer(q, found)
	if st.zero {
		all, err := s.overview(r.Context())
		if err != nil {
			return err
		}
		a.Facets = facetsJSON(all.withZeroes(found.Facets))
	}
	writeJSON(w, jsonType, http.StatusOK, a)
	return nil
}

// A facetsAnswer is the JSON of the counts of a search without its hits.
type facetsAnswer struct {
	Query  string                      `json:"query"`
	Total  int                         `json:"total"`
	Facets map[index.Facet][]CountJSON `json:"facets"`
}

func (s *site) apiFacets(w http.ResponseWriter, r *http.Request) error {
	st, err := parseState(r.URL.RawQuery, inFacets)
	if err != nil {
		return err
	}
	if s.tags.unchanged(w, r, s.Searcher.Stats(), "") {
		return nil
	}
	q := st.query()
	q.Limit = 0
	found, err := s.Searcher.Search(r.Context(), q)
	if err != nil {
		return err
	}
	facets := found.Facets
	if st.zero {
		all, err := s.overview(r.Context())
		if err != nil {
			return err
		}
		facets = all.withZeroes(facets)
	}
	writeJSON(w, jsonType, http.StatusOK, facetsAnswer{q.Text, found.Total, facetsJSON(facets)})
	return nil
}

func (s *site) apiSuggest(w http.ResponseWriter, r *http.Request) error {
	st, found, unchanged, err := s.suggest(w, r)
	if err != nil || unchanged {
		return err
	}
	writeJSON(w, jsonType, http.StatusOK, NewSuggestAnswer(st.text, found))
	return nil
}

package server

import (
	"net/http"

	"github.com/gorilla/mux"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

// A fichesAnswer is the JSON of one page of the list of all fiches, by title.
type fichesAnswer struct {
	Total  int            `json:"total"`
	Page   int            `json:"page"`
	Size   int            `json:"size"`
	Fiches []corpus.Fiche `json:"fiches"`
}

func (s *site) apiFiches(w http.ResponseWriter, r *http.Request) error {
	st, err := parseState(r.URL.RawQuery, inFiches)
	if err != nil {
		return err
	}
	if s.tags.unchanged(w, r, s.Searcher.Stats(), "") {
		return nil
	}
	st.sort = index.Title
	found, err := s.Searcher.Search(r.Context(), st.query())
	if err != nil {
		return err
	}
	a := fichesAnswer{found.Total, st.page, st.size, make([]corpus.Fiche, 0, len(found.Hits))}
	for i := range found.Hits {
		a.Fiches = append(a.Fiches, found.Hits[i].Fiche)
	}
	writeJSON(w, jsonType, http.StatusOK, a)
	return nil
}

func (s *site) apiFiche(w http.ResponseWriter, r *http.Request) error {
	if _, err := parseState(r.URL.RawQuery, noParams); err != nil {
		return err
	}
	if s.tags.unchanged(w, r, s.Searcher.Stats(), "") {
		return nil
	}
	f, err := s.fiche(r.Context(), mux.Vars(r)["id"])
	if err != nil {
		return err
	}
	writeJSON(w, jsonType, http.StatusOK, f)
	return nil
}

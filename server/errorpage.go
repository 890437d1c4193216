package server

import (
	"net/http"

	"praktijkzoeker/index"
)

// An errorPage says what went wrong and how to go on. It keeps the reader's
// question.
type errorPage struct {
	frame
	Failure failure
	Heading string
	Hidden  []hidden // the rest of the question, for the search box
	Retry   link     // the way on; URL empty: there is none
}

// failPage answers an error as a page.
func (s *site) failPage(w http.ResponseWriter, r *http.Request, err error) {
	f := tell(r, err)
	if !s.begin(w, r, err, f) {
		return
	}
	p := errorPage{frame: s.frame(f.Title, ""), Failure: f, Heading: f.Title}
	p.Box, p.NoIndex = false, true
	if r.URL.Path == pathSearch {
		st, _ := parseState(r.URL.RawQuery, inPage) // what of it is right
		if f.Parameter != "" && f.Parameter != "q" {
			p.Retry = link{"Zoek verder zonder deze fout", st.url()}
		}
		p.Query = shorten(st.text, 4*maxText)
		for _, facet := range index.Facets {
			for _, v := range st.filters[facet] {
				p.Hidden = append(p.Hidden, hidden{string(facet), v})
			}
		}
	}
	if f.Status >= 500 {
		p.Retry = link{"Probeer opnieuw", r.URL.RequestURI()}
	}
	if err := s.show(w, "error", f.Status, p); err != nil {
		// The page for errors is wrong itself: say so without it.
		s.log.ErrorContext(r.Context(), "error page", "request_id", requestID(r), "error", err)
		http.Error(w, f.Title+". "+f.Detail, f.Status)
	}
}

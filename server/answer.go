package server

import (
	"net/url"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

// An Answer is the JSON of a search. No list is ever null.
type Answer struct {
	Query     string                      `json:"query"` // as searched: one line, NFC
	Total     int                         `json:"total"`
	Page      int                         `json:"page"` // from 1
	Size      int                         `json:"size"` // hits on a page
	Hits      []HitJSON                   `json:"hits"`
	Facets    map[index.Facet][]CountJSON `json:"facets"` // every facet
	Corrected string                      `json:"corrected"`
	Relaxed   []RelaxationJSON            `json:"relaxed"`
}

// A HitJSON is one fiche found. Summary is plain text.
type HitJSON struct {
	ID             string         `json:"id"`
	URL            string         `json:"url"` // path on this site
	Score          float64        `json:"score"`
	Partial        bool           `json:"partial,omitempty"` // lacks a word of the query
	Title          string         `json:"title"`
	Summary        string         `json:"summary"`
	Categories     []string       `json:"categories"`
	Domains        []string       `json:"domains"`
	TargetGroups   []string       `json:"target_groups"`
	Municipalities []string       `json:"municipalities"` // official names
	Highlight      HighlightJSON  `json:"highlight"`
	Practices      []PracticeJSON `json:"practices"`
	Why            []index.Reason `json:"why"`
}

// A HighlightJSON shows where the words of the query stand. The spans put
// together give the text; they hold no HTML.
type HighlightJSON struct {
	Title   []index.Span `json:"title"`
	Excerpt []index.Span `json:"excerpt"`
}

// A PracticeJSON is a local example that matches, as plain text.
type PracticeJSON struct {
	Municipality string `json:"municipality"`
	Name         string `json:"name"`
	Text         string `json:"text"`
}

// A CountJSON is a value of a facet.
type CountJSON struct {
	Value    string `json:"value"`
	Count    int    `json:"count"`
	Selected bool   `json:"selected"`
}

// A RelaxationJSON is what to drop from a query that found nothing: a value of
// a facet, or a word. URL is the search page without it.
type RelaxationJSON struct {
	Facet index.Facet `json:"facet,omitempty"`
	Value string      `json:"value,omitempty"`
	Word  string      `json:"word,omitempty"`
	Total int         `json:"total"`
	URL   string      `json:"url"`
}

// NewAnswer returns what the API answers to q, given what the index found. A
// Limit below 1 counts as a page of the default size.
func NewAnswer(q index.Query, r *index.Results) Answer {
	size := q.Limit
	if size < 1 {
		size = defaultSize
	}
	s := newState().with(q)
	a := Answer{
		Query: q.Text, Total: r.Total, Page: q.Offset/size + 1, Size: size,
		Hits: make([]HitJSON, 0, len(r.Hits)), Facets: facetsJSON(r.Facets), Corrected: r.Corrected,
		Relaxed: make([]RelaxationJSON, 0, len(r.Relaxed)),
	}
	for i := range r.Hits {
		a.Hits = append(a.Hits, hitJSON(&r.Hits[i]))
	}
	for _, x := range r.Relaxed {
		a.Relaxed = append(a.Relaxed, RelaxationJSON{x.Facet, x.Value, x.Word, x.Total, s.with(x.Query).url()})
	}
	return a
}

func hitJSON(h *index.Hit) HitJSON {
	f := &h.Fiche
	j := HitJSON{
		ID: f.ID, URL: ficheURL(f.ID), Score: h.Score, Partial: h.Partial, Title: f.Title, Summary: index.Plain(f.Summary),
		Categories: list(f.Categories), Domains: list(f.Domains), TargetGroups: list(f.TargetGroups),
		Municipalities: list(f.MunicipalityNames()),
		Highlight:      HighlightJSON{list(h.Title), list(h.Excerpt)},
		Practices:      make([]PracticeJSON, 0, len(h.Practices)),
		Why:            list(h.Why),
	}
	for _, p := range h.Practices {
		j.Practices = append(j.Practices, PracticeJSON{p.Municipality, index.MarkedText(p.Name), index.MarkedText(p.Text)})
	}
	return j
}

func facetsJSON(facets map[index.Facet][]index.Count) map[index.Facet][]CountJSON {
	out := make(map[index.Facet][]CountJSON, len(index.Facets))
	for _, f := range index.Facets {
		counts := make([]CountJSON, 0, len(facets[f]))
		for _, c := range facets[f] {
			counts = append(counts, CountJSON{c.Value, c.N, c.Selected})
		}
		out[f] = counts
	}
	return out
}

// A SuggestionJSON completes what somebody types. URL is where choosing it
// leads.
type SuggestionJSON struct {
	Kind         index.Kind `json:"kind"`
	Text         string     `json:"text"`
	Municipality string     `json:"municipality,omitempty"` // of a practice
	Count        int        `json:"count,omitempty"`        // of a label or word
	URL          string     `json:"url"`
}

// A SuggestAnswer is the JSON of a list of suggestions.
type SuggestAnswer struct {
	Query       string           `json:"query"`
	Suggestions []SuggestionJSON `json:"suggestions"`
}

// NewSuggestAnswer returns what the API answers to text.
func NewSuggestAnswer(text string, found []index.Suggestion) SuggestAnswer {
	a := SuggestAnswer{Query: text, Suggestions: make([]SuggestionJSON, 0, len(found))}
	for _, s := range found {
		a.Suggestions = append(a.Suggestions, SuggestionJSON{s.Kind, s.Text, s.Place, s.Count, suggestionURL(s)})
	}
	return a
}

func suggestionURL(s index.Suggestion) string {
	switch s.Kind {
	case index.KindFiche:
		return ficheURL(s.ID)
	case index.KindPractice:
		return ficheURL(s.ID) + "#" + placeAnchor(s.Place)
	case index.KindCategory, index.KindDomain, index.KindMunicipality, index.KindTargetGroup:
		return newState().only(index.Facet(s.Kind), s.Text).url()
	default:
		s2 := newState()
		s2.text = s.Text
		return s2.url()
	}
}

// ficheURL is the path of a fiche's page.
func ficheURL(id string) string { return fichePrefix + url.PathEscape(id) }

// municipalityURL is the path of a municipality's page.
func municipalityURL(name string) string { return "/gemeente/" + url.PathEscape(name) }

// imageURL is the path of an image of a fiche.
func imageURL(f *corpus.Fiche) string { return "/afbeelding/" + url.PathEscape(f.Image.File) }

// list returns l, or an empty list for none: JSON shows [] and never null.
func list[T any](l []T) []T {
	if l == nil {
		return []T{}
	}
	return l
}

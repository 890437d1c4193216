package server

import (
	"slices"
	"strings"

	"praktijkzoeker/corpus/places"
	"praktijkzoeker/index"
)

// A resultView is one fiche in a list of results.
type resultView struct {
	URL            string
	Title          []index.Span
	Excerpt        []index.Span
	Categories     []string
	Municipalities []string // those in sight: chosen or named ones first
	More           int      // municipalities not in sight
	Examples       []exampleView
	MoreExamples   int
	Why            []index.Reason
	Fewer          bool // the first of those that lack a word
}

// An exampleView is a local example in a result.
type exampleView struct {
	Place      string
	URL        string // where the fiche tells of it
	Name, Text []index.Span
}

// What a result shows, so that ten of them can be looked through.
const (
	shownMunicipalities = 4
	shownExamples       = 3
	shownSummary        = 240 // bytes, three lines on a desk
	shownExample        = 200
)

// newResult makes the view of a hit; first are the official names of the
// municipalities that the question is about.
func newResult(h *index.Hit, first []string) resultView {
	f := &h.Fiche
	v := resultView{URL: ficheURL(f.ID), Title: h.Title, Excerpt: h.Excerpt, Categories: f.Categories, Why: h.Why}
	if len(v.Title) == 0 {
		v.Title = []index.Span{{Text: f.Title}}
	}
	if len(v.Excerpt) == 0 || inExample(v.Excerpt, h.Practices) {
		if text := clean(index.Plain(f.Summary)); text != "" {
			v.Excerpt = clipSpans([]index.Span{{Text: text}}, shownSummary)
		}
	}
	v.Municipalities = municipalitiesFirst(f.MunicipalityNames(), first, h.Practices)
	if len(v.Municipalities) > shownMunicipalities+1 { // "+ 1" takes no less room than a name
		v.More = len(v.Municipalities) - shownMunicipalities
		v.Municipalities = v.Municipalities[:shownMunicipalities]
	}
	for i := range h.Practices {
		p := &h.Practices[i]
		if i == shownExamples {
			v.MoreExamples = len(h.Practices) - shownExamples
			break
		}
		v.Examples = append(v.Examples, exampleView{
			Place: p.Municipality, URL: v.URL + "#" + placeAnchor(p.Municipality),
			Name: p.Name, Text: clipSpans(p.Text, shownExample),
		})
	}
	return v
}

// inExample tells whether an example in sight says the same as an excerpt.
func inExample(excerpt []index.Span, practices []index.PracticeHit) bool {
	said := strings.Trim(index.MarkedText(excerpt), " …")
	return slices.ContainsFunc(practices[:min(len(practices), shownExamples)], func(p index.PracticeHit) bool {
		return strings.Contains(index.MarkedText(p.Text), said)
	})
}

// firstPartial returns where the hits begin that lack a word; -1: nowhere. Other
// orders than relevance mix all.
func firstPartial(hits []index.Hit, st state) int {
	if st.sort != index.Relevance {
		return -1
	}
	return slices.IndexFunc(hits, func(h index.Hit) bool { return h.Partial })
}

// municipalities returns the municipalities that were chosen or are named in
// the words.
func (s state) municipalities() []string {
	out := slices.Clone(s.filters[index.Municipality])
	for _, m := range places.Find(s.text) {
		out = append(out, m.Place.Name)
	}
	return out
}

// municipalitiesFirst puts those of first in front, then those whose examples
// match.
func municipalitiesFirst(names, first []string, matching []index.PracticeHit) []string {
	rank := func(name string) int {
		if slices.Contains(first, name) {
			return 0
		}
		if slices.ContainsFunc(matching, func(p index.PracticeHit) bool { return p.Municipality == name }) {
			return 1
		}
		return 2
	}
	slices.SortStableFunc(names, func(a, b string) int { return rank(a) - rank(b) })
	return names
}

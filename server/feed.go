package server

import (
	"encoding/xml"
	"fmt"
	"net/http"
	"time"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

// atomType is the type of RFC 4287.
const atomType = "application/atom+xml"

// feedSize is how many fiches a page of a feed holds.
const feedSize = 50

// An atomFeed is a search as an Atom feed (RFC 4287), in pages (RFC 5005), with
// the totals of OpenSearch 1.1.
type atomFeed struct {
	XMLName   xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Language  string      `xml:"xml:lang,attr"`
	ID        string      `xml:"id"`
	Title     string      `xml:"title"`
	Subtitle  string      `xml:"subtitle,omitempty"`
	Updated   string      `xml:"updated"`
	Author    string      `xml:"author>name"`
	Links     []atomLink  `xml:"link"`
	Total     int         `xml:"http://a9.com/-/spec/opensearch/1.1/ totalResults"`
	Start     int         `xml:"http://a9.com/-/spec/opensearch/1.1/ startIndex"`
	PageSize  int         `xml:"http://a9.com/-/spec/opensearch/1.1/ itemsPerPage"`
	Entries   []atomEntry `xml:"entry"`
	Generator string      `xml:"generator"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Updated    string         `xml:"updated"`
	Link       atomLink       `xml:"link"`
	Summary    string         `xml:"summary,omitempty"`
	Categories []atomCategory `xml:"category"`
}

type atomCategory struct {
	Term   string `xml:"term,attr"`
	Scheme string `xml:"scheme,attr"`
}

// feedURL is the address of the feed of a search.
func (s state) feedURL() string { return withQuery(pathAtom, s.encode(inFeed)) }

// serveAtom gives a search as a feed, newest first: who follows a search wants
// to see what is new in it.
func (s *site) serveAtom(w http.ResponseWriter, r *http.Request) error {
	st, err := parseState(r.URL.RawQuery, inFeed)
	if err != nil {
		return err
	}
	if s.tags.unchanged(w, r, s.Searcher.Stats(), "") {
		return nil
	}
	st.sort, st.size = index.Updated, feedSize
	found, err := s.Searcher.Search(r.Context(), st.query())
	if err != nil {
		return err
	}
	body, err := xml.MarshalIndent(newAtomFeed(s.base(r), s.Title, st, found), "", " ")
	if err != nil {
		return fmt.Errorf("feed: %w", err)
	}
	w.Header().Set("Content-Type", atomType+"; charset=utf-8")
	_, _ = w.Write(append([]byte(xml.Header), body...)) // an error means that the client left
	return nil
}

func newAtomFeed(base, site string, st state, found *index.Results) atomFeed {
	page := st
	page.sort = index.Relevance
	f := atomFeed{
		Language: "nl-BE", ID: base + st.at(1).feedURL(), Title: st.heading() + " – " + site, Author: site,
		Updated: atomTime(time.Time{}), Total: found.Total, Start: (st.page-1)*st.size + 1, PageSize: st.size,
		Links: []atomLink{
			{"self", atomType, base + st.feedURL()},
			{"alternate", "text/html", base + page.at(1).url()},
			{"search", "application/opensearchdescription+xml", base + pathOpenSearch},
			{"first", atomType, base + st.at(1).feedURL()},
		},
		Generator: "Praktijkzoeker",
	}
	last := lastPage(found.Total, st.size)
	f.Links = append(f.Links, atomLink{"last", atomType, base + st.at(last).feedURL()})
	if st.page > 1 {
		f.Links = append(f.Links, atomLink{"previous", atomType, base + st.at(min(st.page-1, last)).feedURL()})
	}
	if st.page < last {
		f.Links = append(f.Links, atomLink{"next", atomType, base + st.at(st.page+1).feedURL()})
	}
	for i := range found.Hits {
		e := newAtomEntry(base, &found.Hits[i].Fiche)
		f.Entries = append(f.Entries, e)
		f.Updated = max(f.Updated, e.Updated) // both UTC: the later one sorts last
	}
	return f
}

func newAtomEntry(base string, f *corpus.Fiche) atomEntry {
	e := atomEntry{
		ID: base + idURL(f.ID), Title: clean(f.Title), Updated: atomTime(f.Updated),
		Link:    atomLink{"alternate", "text/html", base + ficheURL(f.ID)},
		Summary: shorten(clean(index.Plain(f.Summary)), 500),
	}
	for _, g := range labelsOf(f) {
		for _, v := range g.values {
			e.Categories = append(e.Categories, atomCategory{v, base + "/id/" + string(g.facet)})
		}
	}
	return e
}

// atomTime writes t as RFC 3339. An Atom entry must have a time; one that is
// not known is the beginning of Unix time, so that nothing seems new.
func atomTime(t time.Time) string {
	if t.IsZero() {
		t = time.Unix(0, 0)
	}
	return t.UTC().Format(time.RFC3339)
}

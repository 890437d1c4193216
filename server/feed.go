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
	st, found, err := s.feed(w, r)
	if err != nil || found == nil {
		return err
	}
	all, err := s.overview(r.Context())
	if err != nil {
		return err
	}
	body, err := xml.MarshalIndent(newAtomFeed(s.base(r), s.Title, st, found, all.since), "", " ")
	if err != nil {
		return fmt.Errorf("feed: %w", err)
	}
	w.Header().Set("Content-Type", atomType+"; charset=utf-8")
	_, _ = w.Write(append([]byte(xml.Header), body...)) // an error means that the client left
	return nil
}

// feed asks for a page of the feed that r wants. Without anything to write,
// since the client has it already, found is nil.
func (s *site) feed(w http.ResponseWriter, r *http.Request) (st state, found *index.Results, err error) {
	if st, err = parseState(r.URL.RawQuery, inFeed); err != nil {
		return st, nil, err
	}
	if s.tags.unchanged(w, r, s.Searcher.Stats(), "") {
		return st, nil, nil
	}
	st.sort, st.size = index.Updated, feedSize
	q := st.query()
	q.Uncounted = true
	found, err = s.Searcher.Search(r.Context(), q)
	return st, found, err
}

// newAtomFeed makes the feed; since is when its contents came.
func newAtomFeed(base, site string, st state, found *index.Results, since time.Time) atomFeed {
	page := st
	page.sort = index.Relevance
	f := atomFeed{
		Language: "nl-BE", ID: base + st.at(1).feedURL(), Title: st.heading() + " – " + site, Author: site,
		Total: found.Total, Start: (st.page-1)*st.size + 1, PageSize: st.size,
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
		e := newAtomEntry(base, &found.Hits[i].Fiche, since)
		f.Entries = append(f.Entries, e)
		f.Updated = max(f.Updated, e.Updated) // both UTC: the later one sorts last
	}
	if f.Updated == "" {
		f.Updated = atomTime(since)
	}
	return f
}

func newAtomEntry(base string, f *corpus.Fiche, since time.Time) atomEntry {
	at := ficheTime(f)
	if at.IsZero() {
		at = since
	}
	e := atomEntry{
		ID: base + idURL(f.ID), Title: clean(f.Title), Updated: atomTime(at),
		Link:    atomLink{"alternate", "text/html", base + ficheURL(f.ID)},
		Summary: shorten(clean(index.Plain(f.Summary)), maxFeedText),
	}
	for _, g := range labelsOf(f) {
		for _, v := range g.values {
			e.Categories = append(e.Categories, atomCategory{v, base + "/id/" + string(g.facet)})
		}
	}
	return e
}

// maxFeedText is how many letters of a summary a feed gives.
const maxFeedText = 500

// ficheTime is when a fiche was last looked after: changed, or else reviewed. It
// is zero when the fiche does not say. An Atom entry must have a time all the
// same; it then has that at which the server got the contents, which is when a
// reader of the feed could first have seen them so. Such entries stand last, and
// keep their ids, by which feed readers know them.
func ficheTime(f *corpus.Fiche) time.Time {
	if f.Updated.IsZero() {
		return f.Reviewed
	}
	return f.Updated
}

// atomTime writes t as RFC 3339.
func atomTime(t time.Time) string { return t.UTC().Format(time.RFC3339) }

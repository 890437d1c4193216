package server

import (
	"net/http"

	"praktijkzoeker/index"
)

// jsonFeedType is the type of JSON Feed 1.1.
const jsonFeedType = "application/feed+json"

// A jsonFeed is a search as a JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1).
type jsonFeed struct {
	Version  string         `json:"version"`
	Title    string         `json:"title"`
	HomePage string         `json:"home_page_url"`
	Feed     string         `json:"feed_url"`
	Next     string         `json:"next_url,omitempty"`
	Language string         `json:"language"`
	Authors  []jsonAuthor   `json:"authors"`
	Items    []jsonFeedItem `json:"items"`
}

type jsonAuthor struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

// A jsonFeedItem is a fiche. One without a date has none here either.
type jsonFeedItem struct {
	ID       string   `json:"id"`
	URL      string   `json:"url"`
	Title    string   `json:"title"`
	Text     string   `json:"content_text"`
	Modified string   `json:"date_modified,omitempty"`
	Tags     []string `json:"tags,omitempty"`
}

// jsonFeedURL is the address of the JSON Feed of a search.
func (s state) jsonFeedURL() string { return withQuery(pathJSONFeed, s.encode(inFeed)) }

// serveJSONFeed gives the same as serveAtom in the form that scripts read.
func (s *site) serveJSONFeed(w http.ResponseWriter, r *http.Request) error {
	st, found, err := s.feed(w, r)
	if err != nil || found == nil {
		return err
	}
	base, page := s.base(r), st
	page.sort = index.Relevance
	f := jsonFeed{
		Version: "https://jsonfeed.org/version/1.1", Title: st.heading() + " – " + s.Title, HomePage: base + page.at(1).url(),
		Feed: base + st.jsonFeedURL(), Language: "nl-BE", Authors: []jsonAuthor{{s.Title, base + pathSearch}},
		Items: make([]jsonFeedItem, 0, len(found.Hits)),
	}
	if st.page < lastPage(found.Total, st.size) {
		f.Next = base + st.at(st.page+1).jsonFeedURL()
	}
	for i := range found.Hits {
		fiche := &found.Hits[i].Fiche
		item := jsonFeedItem{
			ID: base + idURL(fiche.ID), URL: base + ficheURL(fiche.ID), Title: clean(fiche.Title),
			Text: shorten(clean(index.Plain(fiche.Summary)), maxFeedText),
		}
		if at := ficheTime(fiche); !at.IsZero() {
			item.Modified = atomTime(at)
		}
		for _, g := range labelsOf(fiche) {
			item.Tags = append(item.Tags, g.values...)
		}
		f.Items = append(f.Items, item)
	}
	writeJSON(w, jsonFeedType, http.StatusOK, f)
	return nil
}

package server_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/server"
)

// jsonFeed is what a reader of JSON Feed 1.1 sees.
type jsonFeed struct {
	Version, Title, Language string
	Home                     string `json:"home_page_url"`
	Self                     string `json:"feed_url"`
	Next                     string `json:"next_url"`
	Authors                  []struct{ Name, URL string }
	Items                    []jsonItem
}

type jsonItem struct {
	ID, URL, Title string
	Text           string `json:"content_text"`
	Modified       string `json:"date_modified"`
	Tags           []string
}

func readJSONFeed(tb testing.TB, h http.Handler, path string) jsonFeed {
	tb.Helper()
	w := get(tb, h, path)
	want(tb, w, http.StatusOK)
	if got := w.Header().Get("Content-Type"); got != "application/feed+json" {
		tb.Errorf("content type %q", got)
	}
	var f jsonFeed
	if err := json.Unmarshal(w.Body.Bytes(), &f); err != nil {
		tb.Fatal(err)
	}
	if f.Version != "https://jsonfeed.org/version/1.1" || f.Title == "" || f.Items == nil || len(f.Authors) != 1 {
		tb.Errorf("feed %+v", f)
	}
	for _, i := range f.Items {
		if u, err := url.Parse(i.ID); err != nil || !u.IsAbs() || i.URL == "" {
			tb.Errorf("item %+v", i)
		}
	}
	return f
}

func TestJSONFeed(t *testing.T) {
	h := newServer(t, everyState(t))
	const base = "https://praktijken.voorbeeld.be"
	f := readJSONFeed(t, h, "/zoeken.feed.json?category=Taalbeleid")
	if f.Self != base+"/zoeken.feed.json?category=Taalbeleid" || f.Home != base+"/?category=Taalbeleid" || f.Next != "" || f.Language != "nl-BE" {
		t.Errorf("feed %+v", f)
	}
	wanted := []jsonItem{{
		ID: base + "/id/praktijk/taalbeleid-op-de-werkvloer", URL: base + "/praktijk/taalbeleid-op-de-werkvloer",
		Title: "Taalbeleid op de werkvloer", Text: "Collega's leren samen Nederlands. Zie de gids.", Modified: "2024-05-03T00:00:00Z",
		Tags: []string{"Taalbeleid", "Visie, organisatie & samenwerking", "Werk", "Integratie", "Medewerkers", "Anderstaligen"},
	}}
	if diff := cmp.Diff(wanted, f.Items); diff != "" {
		t.Errorf("items (-want +got):\n%s", diff)
	}
	for _, i := range readJSONFeed(t, h, "/zoeken.feed.json?q=titel").Items {
		if i.Modified != "" {
			t.Errorf("a date from nowhere: %+v", i)
		}
	}
	want(t, get(t, h, "/zoeken.feed.json?page=0"), http.StatusBadRequest)
}

// Both feeds hold the same, page by page, and pages name both.
func TestFeedsAgree(t *testing.T) {
	h := newServer(t, server.Config{Searcher: newIndex(t, many(120))})
	pages := 0
	for next := "http://example.com/zoeken.feed.json?q=praktijkles"; next != "" && pages < 5; pages++ {
		path := strings.TrimPrefix(next, "http://example.com")
		f, a := readJSONFeed(t, h, path), readFeed(t, get(t, h, strings.Replace(path, ".feed.json", ".atom", 1)))
		var ids, atomIDs []string
		for _, i := range f.Items {
			ids = append(ids, i.ID)
		}
		for _, e := range a.Entries {
			atomIDs = append(atomIDs, e.ID)
		}
		if diff := cmp.Diff(atomIDs, ids); diff != "" {
			t.Errorf("%s (-Atom +JSON):\n%s", path, diff)
		}
		next = f.Next
	}
	if pages != 3 {
		t.Errorf("%d pages", pages)
	}
	for path, wanted := range map[string]string{"/": "/zoeken.feed.json", "/?q=les&view=map": "/zoeken.feed.json?q=les", "/gemeente/Gent": "/zoeken.feed.json?municipality=Gent"} {
		if got := hrefs(t, parse(t, get(t, h, path)), `link[type="application/feed+json"]`); !cmp.Equal(got, []string{wanted}) {
			t.Errorf("%s names %q", path, got)
		}
	}
}

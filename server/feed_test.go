package server_test

import (
	"encoding/xml"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/server"
)

// feed is what a feed reader sees.
type feed struct {
	XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string   `xml:"http://www.w3.org/2005/Atom id"`
	Title   string   `xml:"http://www.w3.org/2005/Atom title"`
	Updated string   `xml:"http://www.w3.org/2005/Atom updated"`
	Author  string   `xml:"http://www.w3.org/2005/Atom author>name"`
	Total   int      `xml:"http://a9.com/-/spec/opensearch/1.1/ totalResults"`
	Start   int      `xml:"http://a9.com/-/spec/opensearch/1.1/ startIndex"`
	Links   []struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
	} `xml:"http://www.w3.org/2005/Atom link"`
	Entries []struct {
		ID      string `xml:"id"`
		Title   string `xml:"title"`
		Updated string `xml:"updated"`
		Summary string `xml:"summary"`
		Link    struct {
			Href string `xml:"href,attr"`
		} `xml:"link"`
		Categories []struct {
			Term string `xml:"term,attr"`
		} `xml:"category"`
	} `xml:"entry"`
}

// readFeed asserts what RFC 4287 requires of every feed.
func readFeed(tb testing.TB, w *httptest.ResponseRecorder) feed {
	tb.Helper()
	want(tb, w, http.StatusOK)
	if got := w.Header().Get("Content-Type"); got != "application/atom+xml; charset=utf-8" {
		tb.Errorf("content type %q", got)
	}
	var f feed
	if err := xml.Unmarshal(w.Body.Bytes(), &f); err != nil {
		tb.Fatalf("%v:\n%s", err, w.Body)
	}
	for name, value := range map[string]string{"id": f.ID, "title": f.Title, "author": f.Author} {
		if value == "" {
			tb.Errorf("the feed has no %s", name)
		}
	}
	times := []string{f.Updated}
	seen := map[string]bool{}
	for _, e := range f.Entries {
		if u, err := url.Parse(e.ID); err != nil || !u.IsAbs() || seen[e.ID] {
			tb.Errorf("id of an entry %q", e.ID)
		}
		seen[e.ID] = true
		if e.Title == "" || e.Link.Href == "" {
			tb.Errorf("entry %q without title or link", e.ID)
		}
		times = append(times, e.Updated)
	}
	for _, at := range times {
		if _, err := time.Parse(time.RFC3339, at); err != nil {
			tb.Error(err)
		}
	}
	return f
}

func (f feed) link(rel string) string {
	for _, l := range f.Links {
		if l.Rel == rel {
			return l.Href
		}
	}
	return ""
}

func TestFeed(t *testing.T) {
	h := newServer(t, everyState(t))
	f := readFeed(t, get(t, h, "/zoeken.atom?category=Taalbeleid&category=Onthaalbeleid&utm_source=lezer"))
	if f.Total != 2 || f.Start != 1 || f.Updated != "2024-05-03T00:00:00Z" || f.Author != "Praktijkzoeker" {
		t.Errorf("feed %+v", f)
	}
	const base = "https://praktijken.voorbeeld.be"
	if f.link("self") != base+"/zoeken.atom?category=Taalbeleid&category=Onthaalbeleid" || f.link("alternate") != base+"/?category=Taalbeleid&category=Onthaalbeleid" {
		t.Errorf("links %+v", f.Links)
	}
	e := f.Entries[0]
	if e.Title != "Taalbeleid op de werkvloer" || e.ID != base+"/id/praktijk/taalbeleid-op-de-werkvloer" || e.Link.Href != base+"/praktijk/taalbeleid-op-de-werkvloer" {
		t.Errorf("entry %+v; want the newest first", e)
	}
	if e.Summary != "Collega's leren samen Nederlands. Zie de gids." || len(e.Categories) != 6 {
		t.Errorf("entry %+v", e)
	}
}

func TestFeedPages(t *testing.T) {
	h := newServer(t, server.Config{Searcher: newIndex(t, many(120))})
	var ids []string
	next := "http://example.com/zoeken.atom?q=praktijkles"
	for range 5 {
		if next == "" {
			break
		}
		f := readFeed(t, get(t, h, strings.TrimPrefix(next, "http://example.com")))
		for _, e := range f.Entries {
			ids = append(ids, e.ID)
		}
		next = f.link("next")
	}
	if seen := len(ids); seen != 120 || next != "" {
		t.Errorf("%d entries in all pages, want 120; then %q", seen, next)
	}
	last := readFeed(t, get(t, h, "/zoeken.atom?q=praktijkles&page=99"))
	if len(last.Entries) != 0 || last.link("previous") != "http://example.com/zoeken.atom?q=praktijkles&page=3" {
		t.Errorf("past the end: %+v", last.Links)
	}
	want(t, get(t, h, "/zoeken.atom?page=0"), http.StatusBadRequest)
}

// recent tells whether a time is about now.
func recent(at string) bool {
	t, err := time.Parse(time.RFC3339, at)
	return err == nil && time.Since(t).Abs() < time.Hour
}

// A fiche without a date has that of its review, or else of its arrival.
func TestFeedWithoutDates(t *testing.T) {
	reviewed := corpus.Fiche{ID: "b", Title: "B", Reviewed: time.Date(2024, 2, 3, 0, 0, 0, 0, time.UTC)}
	ix := newIndex(t, []corpus.Fiche{{ID: "a", Title: "A"}, reviewed})
	h := newServer(t, server.Config{Searcher: ix})
	f := readFeed(t, get(t, h, "/zoeken.atom"))
	at := map[string]string{}
	for _, e := range f.Entries {
		at[e.Title] = e.Updated
	}
	if !recent(at["A"]) || at["B"] != "2024-02-03T00:00:00Z" || f.Updated != at["A"] {
		t.Errorf("times %v, feed %s", at, f.Updated)
	}
	if again := readFeed(t, get(t, h, "/zoeken.atom?x=1")); again.Entries[0].Updated != f.Entries[0].Updated {
		t.Error("the times change although nothing did")
	}
}

func TestFeedOfNothing(t *testing.T) {
	f := readFeed(t, get(t, newServer(t, server.Config{Searcher: newIndex(t, nil)}), "/zoeken.atom?q=taal"))
	if len(f.Entries) != 0 || !recent(f.Updated) {
		t.Errorf("feed %+v", f)
	}
}

// Whatever a fiche holds, the feed is well formed and gives it back.
func TestFeedEscapes(t *testing.T) {
	for _, attack := range append(attacks, "]]>", "&lt;b&gt;", "\x00\x01", "a\u2028b", "\ufffe") {
		fiche := corpus.Fiche{ID: "gif", Title: "titel " + attack, Summary: attack, Categories: []string{attack}}
		h := newServer(t, server.Config{Searcher: newIndex(t, []corpus.Fiche{fiche}), Title: attack})
		f := readFeed(t, get(t, h, "/zoeken.atom"))
		if len(f.Entries) != 1 {
			t.Fatalf("%q: %d entries", attack, len(f.Entries))
		}
		if got := f.Entries[0].Title; !strings.ContainsAny(attack, "\x00\ufffe") && got != fiche.Title {
			t.Errorf("title %q came back as %q", fiche.Title, got)
		}
	}
	for _, attack := range attacks {
		f := readFeed(t, get(t, site(t), "/zoeken.atom?q="+url.QueryEscape(attack)))
		if diff := cmp.Diff("http://example.com/zoeken.atom?q="+url.QueryEscape(attack), f.link("self")); diff != "" {
			t.Errorf("self: %s", diff)
		}
	}
}

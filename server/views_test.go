package server_test

import (
	"context"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/index"
	"praktijkzoeker/server"
)

// A search can be taken along in every form, whole.
func TestTakeAlong(t *testing.T) {
	h := site(t)
	doc := parse(t, get(t, h, "/?q=taal&category=Taalbeleid&sort=title"))
	wantLinks := []string{
		"/zoeken.atom?q=taal&category=Taalbeleid", "/zoeken.csv?q=taal&category=Taalbeleid&sort=title", "/zoeken.json?q=taal&category=Taalbeleid&sort=title",
	}
	if diff := cmp.Diff(wantLinks, hrefs(t, doc, ".take a")); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
	for _, href := range wantLinks {
		want(t, get(t, h, href), 200)
	}
	if got := hrefs(t, doc, `link[type="application/atom+xml"]`); !cmp.Equal(got, wantLinks[:1]) {
		t.Errorf("a feed reader finds %q", got)
	}
	if got := all(t, parse(t, get(t, h, "/?q=onvindbaarzzzz")), ".take"); len(got) > 0 {
		t.Error("nothing to take along")
	}
}

func TestCanonical(t *testing.T) {
	h := newServer(t, everyState(t))
	for path, wanted := range map[string]string{
		"/":                           "/",
		"/?sort=title":                "/?sort=title",
		"/?view=map":                  "/?sort=title",
		"/?q=taal&sort=updated":       "/?q=taal",
		"/?category=Taalbeleid&utm=x": "/?category=Taalbeleid",
		"/gemeente/Gent?via=Gand":     "/gemeente/Gent",
		"/zoektips":                   "/zoektips",
	} {
		got := hrefs(t, parse(t, get(t, h, path)), "link[rel=canonical]")
		if !cmp.Equal(got, []string{"https://praktijken.voorbeeld.be" + wanted}) {
			t.Errorf("%s: %q, want %q", path, got, wanted)
		}
	}
	if got := hrefs(t, parse(t, get(t, h, "/nergens")), "link[rel=canonical]"); len(got) > 0 {
		t.Errorf("an error has the address %q", got)
	}
}

// fewer answers with hits of which those from whole on lack a word.
type fewer struct {
	index.Searcher
	whole int
}

func (f fewer) Search(ctx context.Context, q index.Query) (*index.Results, error) {
	r, err := f.Searcher.Search(ctx, index.Query{Limit: q.Limit})
	for i := range r.Hits {
		r.Hits[i].Partial = i >= f.whole
	}
	return r, err
}

func TestDivider(t *testing.T) {
	h := newServer(t, server.Config{Searcher: fewer{newIndex(t, handful()), 2}})
	doc := parse(t, get(t, h, "/?q=taal+werk"))
	lists := all(t, doc, "ol.results")
	if len(lists) != 2 || len(all(t, lists[0], ".result")) != 2 || len(all(t, lists[1], ".result")) != 1 {
		t.Fatalf("%d lists", len(lists))
	}
	if got := text(one(t, doc, ".divider")); !strings.Contains(got, "een deel van je woorden") {
		t.Errorf("divider %q", got)
	}
	checkStructure(t, doc)
	if got := get(t, h, "/api/v1/search?q=taal+werk").Body.String(); strings.Count(got, `"partial":true`) != 1 || strings.Contains(got, `"partial":false`) {
		t.Errorf("the API tells of partial hits: %s", got)
	}
	if got := all(t, parse(t, get(t, h, "/?q=taal+werk&sort=title")), ".divider"); len(got) > 0 {
		t.Error("by title, fewer words do not come last")
	}
	if got := all(t, parse(t, get(t, site(t), "/?q=taal")), ".divider"); len(got) > 0 {
		t.Error("a divider without anything to divide")
	}
}

// When no fiche has all the words, the page says so, and only then.
func TestNoneWhole(t *testing.T) {
	const note = ".found .note"
	none := newServer(t, server.Config{Searcher: fewer{newIndex(t, handful()), 0}})
	doc := parse(t, get(t, none, "/?q=taal+werk"))
	if got := texts(t, doc, note); len(got) != 1 || !strings.Contains(got[0], "Geen enkele praktijk heeft al je woorden") {
		t.Errorf("notes %q", got)
	}
	if len(all(t, doc, ".divider")) > 0 || len(all(t, doc, ".result")) != 3 {
		t.Error("a divider without anything to divide")
	}
	some := newServer(t, server.Config{Searcher: fewer{newIndex(t, handful()), 2}})
	for name, w := range map[string]*httptest.ResponseRecorder{
		"by title": get(t, none, "/?q=taal+werk&sort=title"), "some are whole": get(t, some, "/?q=taal+werk"),
	} {
		if got := texts(t, parse(t, w), note); len(got) > 0 {
			t.Errorf("%s: notes %q", name, got)
		}
	}
}

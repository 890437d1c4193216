package server_test

import (
	"net/http"
	"net/url"
	"os"
	"testing"

	"praktijkzoeker/corpus"
	"praktijkzoeker/server"
)

// Every shipped fiche and every municipality in it has a sound page, and every
// link on it leads to a page.
func TestShippedFiches(t *testing.T) {
	folder := os.DirFS("../corpus/fiches")
	loaded, err := corpus.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	if len(loaded.Fiches) == 0 {
		t.Fatal("no fiches are shipped")
	}
	h := newServer(t, server.Config{Searcher: newIndex(t, loaded.Fiches), Images: folder})
	pages := map[string]bool{"/": true, "/?sort=title": true, "/?sort=updated&page=2": true}
	for _, f := range loaded.Fiches {
		pages["/praktijk/"+url.PathEscape(f.ID)] = true
		pages["/?q="+url.QueryEscape(f.Title)] = true
		for _, name := range f.MunicipalityNames() {
			pages["/gemeente/"+url.PathEscape(name)] = true
		}
		want(t, get(t, h, "/api/v1/fiches/"+f.ID), http.StatusOK)
	}
	linked := map[string]bool{}
	for path := range pages {
		w := get(t, h, path)
		want(t, w, http.StatusOK)
		doc := parse(t, w)
		checkStructure(t, doc)
		for _, href := range hrefs(t, doc, `main a[href^="/praktijk/"], main a[href^="/gemeente/"]`) {
			linked[href] = true
		}
		if t.Failed() {
			t.Fatalf("on %s", path)
		}
	}
	for href := range linked {
		u, err := url.Parse(href)
		if err != nil {
			t.Fatal(err)
		}
		w := get(t, h, u.EscapedPath())
		want(t, w, http.StatusOK)
		if u.Fragment != "" {
			one(t, parse(t, w), "#"+u.Fragment)
		}
	}
}

package server_test

import (
	"encoding/xml"
	"net/http"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/server"
)

func TestAssets(t *testing.T) {
	h := site(t)
	doc := parse(t, get(t, h, "/"))
	links := hrefs(t, doc, "link[rel=stylesheet], link[rel=icon]")
	if len(links) != 2 {
		t.Fatalf("assets %q", links)
	}
	for _, path := range links {
		w := get(t, h, path)
		want(t, w, http.StatusOK)
		if got := w.Header().Get("Cache-Control"); !strings.Contains(got, "immutable") {
			t.Errorf("%s: Cache-Control %q", path, got)
		}
		if got := w.Header().Get("Content-Type"); !strings.HasPrefix(got, "text/css") && got != "image/svg+xml" {
			t.Errorf("%s: content type %q", path, got)
		}
		// Another hash is another file: what a cache keeps for ever must be right.
		want(t, get(t, h, strings.Replace(path, ".", ".0", 1)), http.StatusNotFound)
	}
}

func TestImages(t *testing.T) {
	png := []byte("\x89PNG\r\n\x1a\n geen <script>")
	h := newServer(t, server.Config{Searcher: newIndex(t, nil), Images: fstest.MapFS{
		"foto één.PNG": {Data: png, ModTime: time.Unix(1, 0)}, "geheim.md": {Data: []byte("x")}, "kaart.svg": {Data: []byte("<svg/>")},
		"map/foto.png": {Data: png}, "index.html": {Data: []byte("x")},
	}})
	w := get(t, h, "/afbeelding/foto%20%C3%A9%C3%A9n.PNG")
	want(t, w, http.StatusOK)
	if w.Header().Get("Content-Type") != "image/png" || w.Body.String() != string(png) {
		t.Errorf("content type %q", w.Header().Get("Content-Type"))
	}
	want(t, get(t, h, "/afbeelding/foto%20%C3%A9%C3%A9n.PNG", "If-None-Match", w.Header().Get("ETag")), http.StatusNotModified)
	for _, path := range []string{"geheim.md", "kaart.svg", "index.html", "map%2Ffoto.png", "..%2Fserver.go", ".png", "weg.png", "a%5Cb.png"} {
		if got := get(t, h, "/afbeelding/"+path); got.Code == http.StatusOK {
			t.Errorf("%s is served", path)
		}
	}
}

func TestOpenSearch(t *testing.T) {
	type description struct {
		XMLName     xml.Name `xml:"http://a9.com/-/spec/opensearch/1.1/ OpenSearchDescription"`
		ShortName   string
		LongName    string
		Description string
		URLs        []struct {
			Type     string `xml:"type,attr"`
			Template string `xml:"template,attr"`
		} `xml:"Url"`
	}
	for _, tc := range []struct{ base, wanted string }{
		{"", "http://example.com/?q={searchTerms}"},
		{"https://praktijken.be/", "https://praktijken.be/?q={searchTerms}"},
	} {
		h := newServer(t, server.Config{Searcher: failing{}, BaseURL: tc.base, Title: "Een heel lange naam voor een databank van praktijken & meer"})
		w := get(t, h, "/opensearch.xml")
		want(t, w, http.StatusOK)
		var d description
		if err := xml.Unmarshal(w.Body.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		if got := d.URLs[0]; got.Type != "text/html" || got.Template != tc.wanted {
			t.Errorf("base %q: %+v, want %s", tc.base, got, tc.wanted)
		}
		if n := len([]rune(d.ShortName)); n > 16 || n == 0 {
			t.Errorf("short name of %d characters: %q", n, d.ShortName)
		}
		if n := len([]rune(d.LongName)); n > 48 {
			t.Errorf("long name of %d characters", n)
		}
	}
}

func TestConfigTexts(t *testing.T) {
	h := newServer(t, server.Config{
		Searcher: newIndex(t, nil), Title: "Goede ideeën", Intro: "Kijk maar.", Footer: "Van ons allen.", Contact: "https://voorbeeld.be/contact",
	})
	doc := parse(t, get(t, h, "/"))
	for selector, wanted := range map[string]string{
		".brand": "Goede ideeën", ".lead": "Kijk maar.", "footer p:not(.privacy)": "Van ons allen.", "footer .privacy": server.DefaultFooter, "title": "Goede ideeën",
	} {
		if got := text(one(t, doc, selector)); got != wanted {
			t.Errorf("%s: %q, want %q", selector, got, wanted)
		}
	}
	if got := hrefs(t, doc, "footer a")[0]; got != "https://voorbeeld.be/contact" {
		t.Errorf("contact %q", got)
	}
	h = newServer(t, server.Config{Searcher: newIndex(t, nil), Contact: "info@voorbeeld.be", Footer: server.DefaultFooter})
	if got := texts(t, parse(t, get(t, h, "/")), "footer p"); !cmp.Equal(got, []string{server.DefaultFooter}) {
		t.Errorf("without a footer of its own: %q", got)
	}
	if got := hrefs(t, parse(t, get(t, h, "/")), "footer a")[0]; got != "mailto:info@voorbeeld.be" {
		t.Errorf("contact %q", got)
	}
}

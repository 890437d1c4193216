package server_test

import (
	"net/http"
	"strings"
	"testing"

	"praktijkzoeker/server"
)

func TestThemeFiles(t *testing.T) {
	logo := []byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`)
	h := newServer(t, server.Config{Searcher: newIndex(t, handful()), Theme: server.Theme{Accent: "#7a1f5c", Logo: logo}})
	doc := parse(t, get(t, h, "/"))
	sheets := hrefs(t, doc, "link[rel=stylesheet]")
	if len(sheets) != 2 || !strings.HasPrefix(sheets[1], "/static/theme.") {
		t.Fatalf("style sheets %q; want the theme last", sheets)
	}
	w := get(t, h, sheets[1])
	want(t, w, http.StatusOK)
	if !strings.Contains(w.Body.String(), "--accent: #7a1f5c;") || w.Header().Get("Content-Type") != "text/css; charset=utf-8" {
		t.Errorf("theme %q", w.Body)
	}
	if got := w.Header().Get("Cache-Control"); !strings.Contains(got, "immutable") {
		t.Errorf("cache %q", got)
	}
	img := one(t, doc, ".brand img")
	src, _ := attr(img, "src")
	w = get(t, h, src)
	want(t, w, http.StatusOK)
	if w.Header().Get("Content-Type") != "image/svg+xml" || w.Body.String() != string(logo) {
		t.Errorf("logo %q", w.Body)
	}
	// A drawing may hold script; the policy, and being a picture, keep it still.
	if got := w.Header().Get("Content-Security-Policy"); strings.Contains(got, "unsafe") || !strings.Contains(got, "script-src 'self'") {
		t.Errorf("policy %q", got)
	}
	if got := text(one(t, doc, ".brand")); got != server.DefaultTitle {
		t.Errorf("name beside the logo %q", got)
	}
}

func TestWithoutTheme(t *testing.T) {
	doc := parse(t, get(t, site(t), "/"))
	if len(hrefs(t, doc, "link[rel=stylesheet]")) != 1 || len(all(t, doc, ".brand img")) > 0 {
		t.Error("a theme of nothing")
	}
}

func TestWrongTheme(t *testing.T) {
	x := newIndex(t, nil)
	for says, theme := range map[string]server.Theme{
		"donkerdere":    {Accent: "#ffff00"},
		"neem een PNG":  {Logo: []byte("tekst")},
		"hoogstens 256": {Logo: append([]byte("\x89PNG\r\n\x1a\n"), make([]byte, 300<<10)...)},
	} {
		if _, err := server.New(server.Config{Searcher: x, Theme: theme}); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: error %v", says, err)
		}
	}
	if _, err := server.New(server.Config{Searcher: x, Accessibility: server.Statement{Status: "misschien"}}); err == nil {
		t.Error("a status that does not exist is let in")
	}
	if _, err := server.New(server.Config{Searcher: x, Accessibility: server.Statement{Status: server.StatusPartial}}); err == nil {
		t.Error("a statement that keeps to itself what is wrong was taken")
	}
	if _, err := server.New(server.Config{Searcher: x, Accessibility: server.Statement{Date: "gisteren"}}); err == nil {
		t.Error("a date that is none is let in")
	}
}

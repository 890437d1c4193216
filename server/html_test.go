package server_test

import (
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// parse reads the page of an answer.
func parse(tb testing.TB, w *httptest.ResponseRecorder) *html.Node {
	tb.Helper()
	if got := w.Header().Get("Content-Type"); got != "text/html; charset=utf-8" {
		tb.Fatalf("content type %q", got)
	}
	doc, err := html.Parse(strings.NewReader(w.Body.String()))
	if err != nil {
		tb.Fatal(err)
	}
	return doc
}

// all returns the elements that a CSS selector picks.
func all(tb testing.TB, doc *html.Node, selector string) []*html.Node {
	tb.Helper()
	s, err := cascadia.ParseGroup(selector)
	if err != nil {
		tb.Fatal(err)
	}
	return cascadia.QueryAll(doc, s)
}

// one returns the only element that a selector picks.
func one(tb testing.TB, doc *html.Node, selector string) *html.Node {
	tb.Helper()
	found := all(tb, doc, selector)
	if len(found) != 1 {
		tb.Fatalf("%d elements %s, want 1", len(found), selector)
	}
	return found[0]
}

// attr returns an attribute; ok tells whether it is there.
func attr(n *html.Node, name string) (value string, ok bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

// text returns the text of n with single spaces.
func text(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

// texts returns the texts of what a selector picks.
func texts(tb testing.TB, doc *html.Node, selector string) []string {
	tb.Helper()
	var out []string
	for _, n := range all(tb, doc, selector) {
		out = append(out, text(n))
	}
	return out
}

// hrefs returns the addresses of what a selector picks.
func hrefs(tb testing.TB, doc *html.Node, selector string) []string {
	tb.Helper()
	var out []string
	for _, n := range all(tb, doc, selector) {
		href, _ := attr(n, "href")
		out = append(out, href)
	}
	return out
}

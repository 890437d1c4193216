package server_test

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// FuzzPages asks any address with any query and any header: no 5xx, nothing in
// the headers of the answer that ends a line, and a body that is sound in its
// form and holds no markup but our own.
func FuzzPages(f *testing.F) {
	h := site(f)
	for _, seed := range []string{"q=taal", "q=%22a+-b&category=x&page=2", "q=%ff", "%zz", "sort=title&explain=1", "page=-1", "via=Gand", "q=%0d%0aSet-Cookie:a=b&view=map", "limit=3&q=%3Cscript%3E"} {
		for _, path := range []string{"", "api/v1/search", "gemeente/Gent", "praktijk/../x", "zoeken.csv", "zoeken.atom", "zoeken.feed.json", "suggesties.json", "api/v1/suggest"} {
			f.Add(path, seed, "voorbeeld.be")
		}
	}
	f.Add("afbeelding/..\\x.png", "", "gzip")
	f.Add("id/praktijk/buddywerking\r\nX: y", "", "\"><script>")
	f.Fuzz(func(t *testing.T, path, query, header string) {
		// As net/http reads it, which refuses what is no address.
		u, err := url.ParseRequestURI((&url.URL{Path: "/" + strings.TrimPrefix(path, "/")}).EscapedPath() + "?" + query)
		if err != nil {
			return
		}
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.URL = u
		for _, name := range []string{"X-Request-Id", "If-None-Match", "Referer", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Range"} {
			r.Header.Set(name, header)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code >= 500 {
			t.Fatalf("status %d: %s", w.Code, w.Body)
		}
		checkSound(t, r.URL.String(), w)
	})
}

// checkSound asserts that an answer is in the form that it says it is, and that
// nothing from outside stands in it as anything but text.
func checkSound(t *testing.T, address string, w *httptest.ResponseRecorder) {
	t.Helper()
	for name, values := range w.Header() {
		for _, v := range values {
			if strings.ContainsFunc(v, func(r rune) bool { return r < ' ' || r == 0x7f }) {
				t.Errorf("%s: header %s holds control characters: %q", address, name, v)
			}
		}
	}
	if w.Code == http.StatusNotModified || w.Body.Len() == 0 || w.Code == http.StatusPartialContent || w.Header().Get("Content-Encoding") != "" {
		return
	}
	switch kind, _, _ := strings.Cut(w.Header().Get("Content-Type"), ";"); {
	case kind == "text/html":
		if w.Code >= 300 && w.Code < 400 {
			return // net/http's own line with a link
		}
		doc, err := html.Parse(strings.NewReader(w.Body.String()))
		if err != nil {
			t.Fatal(err)
		}
		harmless(t, address, doc)
	case strings.HasSuffix(kind, "json"):
		if !json.Valid(w.Body.Bytes()) {
			t.Errorf("%s: no JSON: %.200q", address, w.Body)
		}
	case strings.HasSuffix(kind, "xml"):
		checkXML(t, address, w.Body)
	}
}

// checkXML asserts that a document is well formed.
func checkXML(t *testing.T, address string, body io.Reader) {
	t.Helper()
	d := xml.NewDecoder(body)
	for {
		switch _, err := d.Token(); {
		case errors.Is(err, io.EOF):
			return
		case err != nil:
			t.Errorf("%s: no XML: %v", address, err)
			return
		}
	}
}

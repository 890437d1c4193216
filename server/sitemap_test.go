package server_test

import (
	"context"
	"encoding/xml"
	"fmt"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"praktijkzoeker/index"
	"praktijkzoeker/server"
)

type siteMap struct {
	XMLName xml.Name
	URLs    []struct {
		Loc     string `xml:"loc"`
		LastMod string `xml:"lastmod"`
	} `xml:"url"`
	Parts []struct {
		Loc string `xml:"loc"`
	} `xml:"sitemap"`
}

func readMap(tb testing.TB, w *httptest.ResponseRecorder) siteMap {
	tb.Helper()
	want(tb, w, http.StatusOK)
	var m siteMap
	if err := xml.Unmarshal(w.Body.Bytes(), &m); err != nil {
		tb.Fatal(err)
	}
	if m.XMLName.Space != "http://www.sitemaps.org/schemas/sitemap/0.9" {
		tb.Errorf("name space %q", m.XMLName.Space)
	}
	for _, u := range m.URLs {
		if _, err := time.Parse(time.DateOnly, u.LastMod); u.LastMod != "" && err != nil {
			tb.Error(err)
		}
	}
	return m
}

func TestSitemap(t *testing.T) {
	h := newServer(t, server.Config{Searcher: newIndex(t, handful()), BaseURL: "https://praktijken.voorbeeld.be"})
	m := readMap(t, get(t, h, "/sitemap.xml"))
	if m.XMLName.Local != "urlset" {
		t.Fatalf("a %s", m.XMLName.Local)
	}
	days := map[string]string{}
	for _, u := range m.URLs {
		path, ok := strings.CutPrefix(u.Loc, "https://praktijken.voorbeeld.be")
		if _, twice := days[path]; !ok || twice {
			t.Errorf("address %q", u.Loc)
		}
		days[path] = u.LastMod
		want(t, get(t, h, path), http.StatusOK)
	}
	for path, day := range map[string]string{
		"/": "", "/zoektips": "", "/toegankelijkheid": "", "/gemeente/Oudsbergen": "", "/praktijk/alleen-een-titel": "",
		"/praktijk/taalbeleid-op-de-werkvloer": "2024-05-03", "/?category=Visie%2C+organisatie+%26+samenwerking": "",
	} {
		if got, ok := days[path]; !ok || got != day {
			t.Errorf("%s: day %q, there %v", path, got, ok)
		}
	}
}

// vast has more fiches than fit one site map.
type vast struct {
	index.Searcher
	total int
}

func (v vast) Search(_ context.Context, q index.Query) (*index.Results, error) {
	r := &index.Results{Total: v.total}
	for i := q.Offset; i < min(q.Offset+q.Limit, v.total); i++ {
		var h index.Hit
		h.Fiche.ID = fmt.Sprintf("les-%d", i)
		r.Hits = append(r.Hits, h)
	}
	return r, nil
}

func TestSitemapInParts(t *testing.T) {
	h := newServer(t, server.Config{Searcher: vast{newIndex(t, nil), 20_001}})
	m := readMap(t, get(t, h, "/sitemap.xml"))
	if m.XMLName.Local != "sitemapindex" || len(m.Parts) != 3 {
		t.Fatalf("%s of %d parts", m.XMLName.Local, len(m.Parts))
	}
	seen := map[string]bool{}
	for _, p := range m.Parts {
		part := readMap(t, get(t, h, strings.TrimPrefix(p.Loc, "http://example.com")))
		if n := len(part.URLs); n == 0 || n > 50_000 {
			t.Errorf("%s holds %d", p.Loc, n)
		}
		for _, u := range part.URLs {
			if strings.Contains(u.Loc, "/praktijk/") {
				seen[u.Loc] = true
			}
		}
	}
	if len(seen) != 20_001 {
		t.Errorf("%d fiches in all parts", len(seen))
	}
	for _, path := range []string{"/sitemap-4.xml", "/sitemap-0.xml", "/sitemap-x.xml", "/sitemap-99999999999999999999.xml"} {
		want(t, get(t, h, path), http.StatusNotFound)
	}
}

// barred tells whether robots.txt bars a path: of the rules that match, each a
// prefix in which * is any text and $ the end, the longest counts, and of two as
// long the one that allows (RFC 9309, section 2.2.2).
func barred(robots, path string) bool {
	bars, longest := false, 0
	for line := range strings.Lines(robots) {
		verb, rule, _ := strings.Cut(strings.TrimSpace(line), ": ")
		if verb != "Allow" && verb != "Disallow" || len(rule) < longest || len(rule) == longest && verb == "Disallow" {
			continue
		}
		pattern := "^" + strings.ReplaceAll(regexp.QuoteMeta(strings.TrimSuffix(rule, "$")), `\*`, ".*")
		if strings.HasSuffix(rule, "$") {
			pattern += "$"
		}
		if regexp.MustCompile(pattern).MatchString(path) {
			bars, longest = verb == "Disallow", len(rule)
		}
	}
	return bars
}

func TestRobots(t *testing.T) {
	h := newServer(t, everyState(t))
	w := get(t, h, "/robots.txt")
	want(t, w, http.StatusOK)
	robots := w.Body.String()
	if !strings.Contains(w.Body.String(), "\nSitemap: https://praktijken.voorbeeld.be/sitemap.xml\n") {
		t.Errorf("no site map: %s", w.Body)
	}
	for _, path := range []string{
		"/?q=taal&sort=title", "/?q=taal&page=2", "/?category=A&domain=B", "/?category=A&page=2", "/?sort=updated", "/?sort=title&page=2", "/?view=map",
		"/zoeken.csv?q=a", "/zoeken.atom", "/api/v1/search",
	} {
		if !barred(robots, path) {
			t.Errorf("%s is not barred", path)
		}
	}
	// A page says that it is not to be listed to those who may read it.
	for _, path := range []string{"/?q=taal", "/?sort=title", "/?category=A", "/praktijk/a", "/gemeente/Gent"} {
		if barred(robots, path) {
			t.Errorf("%s is barred", path)
		}
	}
	for _, u := range readMap(t, get(t, h, "/sitemap.xml")).URLs {
		if path := strings.TrimPrefix(u.Loc, "https://praktijken.voorbeeld.be"); barred(robots, path) {
			t.Errorf("%s is in the site map and barred", path)
		}
	}
}

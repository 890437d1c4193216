package server_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"praktijkzoeker/index"
	"praktijkzoeker/server"
)

// everyPage names an address of every kind of page in every state that changes
// its structure.
var everyPage = map[string]string{
	"landing":               "/",
	"results":               "/?q=taal",
	"results explained":     "/?q=praatcafe&explain=1",
	"results filtered":      "/?q=taal&category=Taalbeleid&domain=Werk&municipality=Gent",
	"results by title":      "/?sort=title",
	"pages":                 "/?q=praktijkles&page=3",
	"past the end":          "/?q=praktijkles&page=99",
	"nothing":               "/?q=onvindbaarzzzz&category=Taalbeleid",
	"nothing but filters":   "/?category=Taalbeleid&municipality=Aalst",
	"corrected":             "/?q=budywerking",
	"fiche":                 "/praktijk/taalbeleid-op-de-werkvloer",
	"fiche of a title only": "/praktijk/alleen-een-titel",
	"municipality":          "/gemeente/Oudsbergen?via=Meeuwen-Gruitrode",
	"municipality of none":  "/gemeente/Zelzate",
	"map":                   "/?q=taal&municipality=Gent&view=map",
	"map of all":            "/?view=map",
	"map of nothing":        "/?q=praktijkles&view=map",
	"tips":                  "/zoektips",
	"accessibility":         "/toegankelijkheid",
	"unknown fiche":         "/praktijk/taalbeleid-werkvloer",
	"unknown municipality":  "/gemeente/Gand-sur-Mer",
	"unknown address":       "/nergens",
	"wrong page":            "/?q=taal&page=abc",
	"long text":             "/?q=" + strings.Repeat("woord+", 200),
}

// everyState has enough fiches for each of everyPage.
func everyState(tb testing.TB) server.Config {
	return server.Config{
		Searcher: newIndex(tb, append(handful(), many(45)...)),
		Images:   fstest.MapFS{"koffie.png": {Data: []byte("\x89PNG")}},
		Contact:  "samenleven@voorbeeld.be", BaseURL: "https://praktijken.voorbeeld.be",
	}
}

func TestEveryPageIsAccessible(t *testing.T) {
	h := newServer(t, everyState(t))
	empty := newServer(t, server.Config{Searcher: newIndex(t, nil)})
	notReady := newServer(t, server.Config{Searcher: failing{err: index.ErrNotReady}})
	for name, path := range everyPage {
		t.Run(name, func(t *testing.T) { checkStructure(t, parse(t, get(t, h, path))) })
		t.Run(name+" of an empty index", func(t *testing.T) { checkStructure(t, parse(t, get(t, empty, path))) })
		t.Run(name+" before the index", func(t *testing.T) { checkStructure(t, parse(t, get(t, notReady, path))) })
	}
}

// checkStructure asserts what a screen reader relies on.
func checkStructure(t *testing.T, doc *html.Node) {
	t.Helper()
	if lang, _ := attr(one(t, doc, "html"), "lang"); lang != "nl-BE" {
		t.Errorf("lang %q", lang)
	}
	if title := text(one(t, doc, "head > title")); title == "" || strings.HasPrefix(title, "–") {
		t.Errorf("title %q", title)
	}
	if got := len(all(t, doc, "h1")); got != 1 {
		t.Errorf("%d elements h1", got)
	}
	for _, landmark := range []string{"body > header", "body > main", "body > footer"} {
		one(t, doc, landmark)
	}
	checkHeadings(t, doc)
	checkIDs(t, doc)
	checkControls(t, doc)
	for _, n := range all(t, doc, "a") {
		if href, ok := attr(n, "href"); !ok || href == "" || text(n) == "" {
			t.Errorf("link %q to %q", text(n), href)
		}
	}
	for _, n := range all(t, doc, "img") {
		if _, ok := attr(n, "alt"); !ok {
			t.Error("picture without alt")
		}
	}
	for _, n := range all(t, doc, "ul, ol") {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && c.Data != "li" {
				t.Errorf("%s in a list", c.Data)
			}
		}
		if n.FirstChild == nil || text(n) == "" {
			t.Error("empty list")
		}
	}
	if first := all(t, doc, "body a")[0]; text(first) != "Naar de inhoud" {
		t.Errorf("the first link is %q, not the skip link", text(first))
	}
	if got := all(t, doc, `script:not([type=module][src^="/static/"]):not([type="application/ld+json"]), style, [style], [onclick], iframe`); len(got) > 0 {
		t.Errorf("%s that the policy forbids", got[0].Data)
	}
}

func checkHeadings(t *testing.T, doc *html.Node) {
	t.Helper()
	level := 0
	for _, n := range all(t, doc, "h1, h2, h3, h4, h5, h6") {
		at := int(n.Data[1] - '0')
		if at > level+1 {
			t.Errorf("h%d %q follows on h%d", at, text(n), level)
		}
		if text(n) == "" {
			t.Errorf("empty %s", n.Data)
		}
		level = at
	}
}

func checkIDs(t *testing.T, doc *html.Node) {
	t.Helper()
	ids := map[string]bool{}
	for _, n := range all(t, doc, "[id]") {
		id, _ := attr(n, "id")
		if ids[id] || id == "" || strings.ContainsAny(id, " \t\n") {
			t.Errorf("id %q is empty, holds a space or is there twice", id)
		}
		ids[id] = true
	}
	for _, name := range []string{"for", "form", "aria-labelledby", "aria-describedby", "aria-controls"} {
		for _, n := range all(t, doc, "["+name+"]") {
			value, _ := attr(n, name)
			for _, id := range strings.Fields(value) {
				if !ids[id] {
					t.Errorf("%s=%q names no id", name, id)
				}
			}
		}
	}
	for _, href := range hrefs(t, doc, `a[href^="#"]`) {
		if !ids[href[1:]] {
			t.Errorf("link to %s, which is not there", href)
		}
	}
}

func checkControls(t *testing.T, doc *html.Node) {
	t.Helper()
	labels := map[string]string{}
	for _, n := range all(t, doc, "label") {
		id, _ := attr(n, "for")
		labels[id] = text(n)
	}
	for _, n := range all(t, doc, `input:not([type=hidden]), select, textarea`) {
		if id, _ := attr(n, "id"); labels[id] == "" {
			t.Errorf("input %q has no label", id)
		}
	}
	for _, n := range all(t, doc, "button") {
		if text(n) == "" {
			t.Error("button without a name")
		}
	}
	for _, n := range all(t, doc, "fieldset") {
		if n.FirstChild.NextSibling == nil || len(all(t, n, "legend")) != 1 {
			t.Error("fieldset without a legend")
		}
	}
	seen := map[string]bool{}
	for _, n := range all(t, doc, "nav, [role=search], section[aria-labelledby], aside") {
		name, _ := attr(n, "aria-label")
		if by, ok := attr(n, "aria-labelledby"); ok {
			name = by
		}
		if key := n.Data + name; seen[key] {
			t.Errorf("two landmarks %s %q", n.Data, name)
		} else {
			seen[key] = true
		}
	}
}

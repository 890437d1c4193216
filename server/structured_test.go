package server_test

import (
	"encoding/json"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"praktijkzoeker/corpus"
	"praktijkzoeker/server"
)

// data reads the data block of a page as a search engine does.
func data(t *testing.T, doc *html.Node) map[string]any {
	t.Helper()
	var out map[string]any
	n := one(t, doc, `script[type="application/ld+json"]`)
	if err := json.Unmarshal([]byte(n.FirstChild.Data), &out); err != nil {
		t.Fatalf("%v: %s", err, n.FirstChild.Data)
	}
	if out["@context"] != "https://schema.org" {
		t.Errorf("context %v", out["@context"])
	}
	return out
}

func TestFicheData(t *testing.T) {
	got := data(t, parse(t, get(t, newServer(t, everyState(t)), "/praktijk/buddywerking")))
	const base = "https://praktijken.voorbeeld.be"
	term := func(facet, name, url string) any {
		return map[string]any{"@type": "DefinedTerm", "name": name, "url": base + url,
			"inDefinedTermSet": map[string]any{"@type": "DefinedTermSet", "name": facet}}
	}
	area := func(nis, name string) any {
		return map[string]any{"@type": "AdministrativeArea", "name": name, "identifier": nis, "url": base + "/gemeente/" + name,
			"containedInPlace": map[string]any{"@type": "AdministrativeArea", "name": "Oost-Vlaanderen"}}
	}
	wantData := map[string]any{
		"@context": "https://schema.org", "@type": "Article", "@id": base + "/id/praktijk/buddywerking", "url": base + "/praktijk/buddywerking",
		"identifier": "buddywerking", "headline": "Buddywerking voor nieuwkomers", "abstract": "Een inwoner trekt op met een nieuwkomer.",
		"inLanguage": "nl-BE", "dateModified": "2023-01-02",
		"about":           []any{term("Categorie", "Onthaalbeleid", "/?category=Onthaalbeleid"), term("Beleidsdomein", "Integratie", "/?domain=Integratie")},
		"audience":        []any{map[string]any{"@type": "Audience", "name": "Nieuwkomers"}},
		"spatialCoverage": []any{area("41002", "Aalst"), area("44021", "Gent")},
		"isPartOf":        map[string]any{"@type": "Dataset", "name": "Praktijkzoeker", "url": base + "/"},
		"publisher":       map[string]any{"@type": "Organization", "name": "Praktijkzoeker", "url": base + "/"},
	}
	if diff := cmp.Diff(wantData, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSiteData(t *testing.T) {
	got := data(t, parse(t, get(t, newServer(t, everyState(t)), "/")))
	if got["@type"] != "WebSite" || got["name"] != "Praktijkzoeker" {
		t.Errorf("site %v", got)
	}
	if action, ok := got["potentialAction"].(map[string]any); !ok || action["target"] != "https://praktijken.voorbeeld.be/?q={search_term_string}" {
		t.Errorf("action %v", got["potentialAction"])
	}
}

func TestListData(t *testing.T) {
	h := newServer(t, everyState(t))
	const base = "https://praktijken.voorbeeld.be"
	item := func(n float64, name, id string) any {
		return map[string]any{"@type": "ListItem", "position": n, "name": name, "url": base + "/praktijk/" + id}
	}
	wantData := map[string]any{
		"@context": "https://schema.org", "@type": "CollectionPage", "name": "Praktijken in het beleidsdomein Integratie",
		"url": base + "/?domain=Integratie", "inLanguage": "nl-BE",
		"isPartOf": map[string]any{"@type": "WebSite", "name": "Praktijkzoeker", "url": base + "/"},
		"mainEntity": map[string]any{"@type": "ItemList", "numberOfItems": 2.0, "itemListElement": []any{
			item(1, "Buddywerking voor nieuwkomers", "buddywerking"), item(2, "Taalbeleid op de werkvloer", "taalbeleid-op-de-werkvloer"),
		}},
	}
	if diff := cmp.Diff(wantData, data(t, parse(t, get(t, h, "/?domain=Integratie")))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := all(t, parse(t, get(t, h, "/?q=taal")), `script[type="application/ld+json"]`); len(got) > 0 {
		t.Error("a search for words describes itself as a collection")
	}
}

// What stands in a fiche comes out of the data as it went in, and ends no block.
func TestDataEscapes(t *testing.T) {
	for _, attack := range append(attacks, "</script><script>alert(1)</script>", "<!--<script>", "\u2028", `\`, `"`, "*/") {
		f := corpus.Fiche{ID: "gif", Title: "titel " + attack, Categories: []string{attack}}
		h := newServer(t, server.Config{Searcher: newIndex(t, []corpus.Fiche{f}), Images: fstest.MapFS{}})
		doc := parse(t, get(t, h, "/praktijk/gif"))
		if got := data(t, doc)["headline"]; got != f.Title {
			t.Errorf("title %q came back as %q", f.Title, got)
		}
		harmless(t, attack, doc)
	}
}

// meta returns the social tags of a page.
func meta(t *testing.T, doc *html.Node) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, n := range all(t, doc, `meta[property^="og:"]`) {
		name, _ := attr(n, "property")
		value, _ := attr(n, "content")
		if _, twice := out[name]; twice {
			t.Errorf("%s is there twice", name)
		}
		out[name] = value
	}
	return out
}

func TestSocialTags(t *testing.T) {
	h := newServer(t, everyState(t))
	const base = "https://praktijken.voorbeeld.be"
	wantTags := map[string]string{
		"og:title": "Taalbeleid op de werkvloer", "og:type": "article", "og:url": base + "/praktijk/taalbeleid-op-de-werkvloer",
		"og:description": "Collega's leren samen Nederlands. Zie de gids.", "og:image": base + "/afbeelding/koffie.png",
		"og:site_name": "Praktijkzoeker", "og:locale": "nl_BE",
	}
	if diff := cmp.Diff(wantTags, meta(t, parse(t, get(t, h, "/praktijk/taalbeleid-op-de-werkvloer")))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := meta(t, parse(t, get(t, h, "/"))); got["og:title"] != "Praktijkzoeker" || got["og:type"] != "website" || got["og:image"] != "" {
		t.Errorf("landing page %q", got)
	}
	if got := len(all(t, parse(t, get(t, h, "/nergens")), `meta[name=robots][content=noindex]`)); got != 1 {
		t.Error("an error may be listed by search engines")
	}
}

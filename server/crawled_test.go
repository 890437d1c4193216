package server_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"praktijkzoeker/corpus"
	"praktijkzoeker/server"
)

// What search engines get of every kind of page.
func TestCrawled(t *testing.T) {
	h := newServer(t, server.Config{
		Searcher: newIndex(t, append(handful(), many(40)...)), BaseURL: "https://praktijken.voorbeeld.be",
	})
	for path, c := range map[string]struct {
		canonical   string // empty: noindex
		description string // its beginning
	}{
		"/":                                   {"/", "Zoek in wat Vlaamse en Brusselse gemeenten doen"},
		"/praktijk/buddywerking":              {"/praktijk/buddywerking", "Een inwoner trekt op met een nieuwkomer."},
		"/praktijk/alleen-een-titel":          {"/praktijk/alleen-een-titel", "Alleen een titel: een praktijk op Praktijkzoeker."},
		"/gemeente/Gent":                      {"/gemeente/Gent", "Wat Gent doet voor samenleven in diversiteit: 2 praktijken."},
		"/gemeente/Gent?via=Gand":             {"/gemeente/Gent", "Wat Gent doet"},
		"/zoektips":                           {"/zoektips", "Wat de zoekmachine van Praktijkzoeker verstaat"},
		"/toegankelijkheid":                   {"/toegankelijkheid", "Hoe toegankelijk Praktijkzoeker is"},
		"/?category=Taalbeleid":               {"/?category=Taalbeleid", "Praktijken over Taalbeleid: 1 praktijk, zoals Taalbeleid op de werkvloer."},
		"/?category=Taalbeleid&utm=x":         {"/?category=Taalbeleid", "Praktijken over Taalbeleid"},
		"/?domain=Integratie":                 {"/?domain=Integratie", "Praktijken in het beleidsdomein Integratie: 2 praktijken, zoals "},
		"/?target_group=Nieuwkomers":          {"/?target_group=Nieuwkomers", "Praktijken voor de doelgroep Nieuwkomers: 1 praktijk"},
		"/?municipality=Gent":                 {"/gemeente/Gent", "Praktijken in Gent: 2 praktijken"},
		"/?q=taal":                            {"", "Resultaten voor “taal”: 1 praktijk, zoals"},
		"/?q=taal&category=Taalbeleid":        {"", "Resultaten voor “taal”"},
		"/?q=onvindbaarzzzz":                  {"", "Resultaten voor “onvindbaarzzzz”: 0 praktijken."},
		"/?category=Onbestaand":               {"", "Praktijken over Onbestaand: 0 praktijken."},
		"/?category=Groep+A&page=2":           {"", "Praktijken over Groep A"},
		"/?category=Groep+A&sort=title":       {"", "Praktijken over Groep A"},
		"/?category=Groep+A&view=map":         {"", "Praktijken over Groep A"},
		"/?category=Groep+A&category=Groep+B": {"", "Gefilterde praktijken"},
		"/?category=Taalbeleid&domain=Werk":   {"", "Gefilterde praktijken: 1 praktijk"},
		"/?sort=title":                        {"/?sort=title", "Alle praktijken: 43 praktijken, zoals"},
		"/?sort=title&page=2":                 {"", "Alle praktijken: 43 praktijken"},
		"/?sort=updated":                      {"", "Alle praktijken"},
		"/?view=map":                          {"", "Alle praktijken"},
		"/?page=abc":                          {"", ""},
		"/praktijk/bestaat-niet":              {"", ""},
		"/nergens":                            {"", ""},
	} {
		t.Run(path, func(t *testing.T) {
			doc := parse(t, get(t, h, path))
			robots := ""
			for _, n := range all(t, doc, "meta[name=robots]") {
				robots, _ = attr(n, "content")
			}
			if barred := robots == "noindex"; barred != (c.canonical == "") || robots != "" && !barred {
				t.Errorf("robots %q", robots)
			}
			if got := hrefs(t, doc, "link[rel=canonical]"); c.canonical != "" && (len(got) != 1 || got[0] != "https://praktijken.voorbeeld.be"+c.canonical) {
				t.Errorf("canonical %q, want %q", got, c.canonical)
			}
			description := ""
			for _, n := range all(t, doc, "meta[name=description]") {
				description, _ = attr(n, "content")
			}
			if !strings.HasPrefix(description, c.description) || (description == "") != (c.description == "") || utf8.RuneCountInString(description) > 161 {
				t.Errorf("description %q, want %q", description, c.description)
			}
			if title := text(one(t, doc, "head > title")); title == "" || path != "/" && !strings.HasSuffix(title, " – Praktijkzoeker") {
				t.Errorf("title %q", title)
			}
		})
	}
}

// No two pages that search engines list have the same title: a category and a
// domain may have one name.
func TestTitlesDiffer(t *testing.T) {
	f := corpus.Fiche{ID: "a", Title: "A", Categories: []string{"Werk"}, Domains: []string{"Werk"}, TargetGroups: []string{"Werk"}}
	h := newServer(t, server.Config{Searcher: newIndex(t, []corpus.Fiche{f})})
	seen := map[string]string{}
	for _, path := range []string{"/", "/?category=Werk", "/?domain=Werk", "/?target_group=Werk", "/praktijk/a", "/zoektips"} {
		title := text(one(t, parse(t, get(t, h, path)), "title"))
		if seen[title] != "" {
			t.Errorf("%s and %s are both %q", path, seen[title], title)
		}
		seen[title] = path
	}
}

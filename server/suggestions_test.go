package server_test

import (
	"encoding/json"
	"encoding/xml"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
)

// suggestion reads what a browser's address bar gets.
func suggestions(t *testing.T, h http.Handler, typed string) (echo string, texts, notes, urls []string) {
	t.Helper()
	w := get(t, h, "/suggesties.json?q="+url.QueryEscape(typed))
	want(t, w, http.StatusOK)
	if got := w.Header().Get("Content-Type"); got != "application/x-suggestions+json" {
		t.Errorf("content type %q", got)
	}
	parts := []any{&echo, &texts, &notes, &urls}
	if err := json.Unmarshal(w.Body.Bytes(), &parts); err != nil {
		t.Fatalf("%v: %s", err, w.Body)
	}
	if len(texts) != len(notes) || len(texts) != len(urls) {
		t.Errorf("lists of different lengths: %s", w.Body)
	}
	return echo, texts, notes, urls
}

func TestSuggestions(t *testing.T) {
	h := newServer(t, everyState(t))
	echo, texts, notes, urls := suggestions(t, h, "taalb")
	if echo != "taalb" {
		t.Errorf("echo %q", echo)
	}
	at := slices.Index(texts, "Taalbeleid op de werkvloer")
	if at < 0 || notes[at] != "Praktijk" || urls[at] != "https://praktijken.voorbeeld.be/praktijk/taalbeleid-op-de-werkvloer" {
		t.Errorf("suggestions %q %q %q", texts, notes, urls)
	}
	at = slices.Index(texts, "Taalbeleid")
	if at < 0 || notes[at] != "Categorie, 1 praktijk" {
		t.Errorf("suggestions %q %q", texts, notes)
	}
	if unique := slices.Compact(slices.Sorted(slices.Values(texts))); len(unique) != len(texts) {
		t.Errorf("a completion is there twice: %q", texts)
	}
	for _, typed := range append(attacks, "", " ", "zzzz") {
		if echo, _, _, _ := suggestions(t, h, typed); echo != strings.TrimSpace(typed) {
			t.Errorf("%q echoed as %q", typed, echo)
		}
	}
}

// The description leads to addresses that answer with what it promises.
func TestOpenSearchDescription(t *testing.T) {
	h := newServer(t, everyState(t))
	w := get(t, h, "/opensearch.xml")
	want(t, w, http.StatusOK)
	var d struct {
		XMLName   xml.Name `xml:"http://a9.com/-/spec/opensearch/1.1/ OpenSearchDescription"`
		ShortName []string `xml:"ShortName"`
		URLs      []struct {
			Type     string `xml:"type,attr"`
			Rel      string `xml:"rel,attr"`
			Template string `xml:"template,attr"`
		} `xml:"Url"`
	}
	if err := xml.Unmarshal(w.Body.Bytes(), &d); err != nil {
		t.Fatal(err)
	}
	if len(d.ShortName) != 1 || len([]rune(d.ShortName[0])) > 16 {
		t.Errorf("short name %q", d.ShortName)
	}
	types := map[string]string{}
	for _, u := range d.URLs {
		types[u.Type] = u.Rel
		address := strings.NewReplacer("{searchTerms}", "taal", "{startPage?}", "1", "https://praktijken.voorbeeld.be", "").Replace(u.Template)
		answer := get(t, h, address)
		want(t, answer, http.StatusOK)
		got, _, _ := strings.Cut(answer.Header().Get("Content-Type"), ";")
		if got != u.Type && (got != "application/x-suggestions+json" || u.Type != "application/json") {
			t.Errorf("%s answers %s, promised %s", address, got, u.Type)
		}
	}
	for kind, rel := range map[string]string{
		"text/html": "", "application/atom+xml": "", "application/x-suggestions+json": "suggestions",
		"application/json": "suggestions", "application/opensearchdescription+xml": "self",
	} {
		if got, ok := types[kind]; !ok || got != rel {
			t.Errorf("%s: rel %q, there %v", kind, got, ok)
		}
	}
}

func TestIdentity(t *testing.T) {
	h := site(t)
	w := get(t, h, "/id/praktijk/buddywerking")
	want(t, w, http.StatusSeeOther)
	if got := w.Header().Get("Location"); got != "/praktijk/buddywerking" {
		t.Errorf("leads to %q", got)
	}
	w = get(t, h, "/id/praktijk/buddywerkingen-nieuwkomers")
	want(t, w, http.StatusNotFound)
	if got := hrefs(t, parse(t, w), "main .links a"); len(got) == 0 {
		t.Error("an unknown practice offers nothing near")
	}
}

package server_test

import (
	"bytes"
	"image"
	"image/png"
	"net/http"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/server"
)

func TestFichePage(t *testing.T) {
	doc := parse(t, get(t, newServer(t, everyState(t)), "/praktijk/taalbeleid-op-de-werkvloer"))
	if got := text(one(t, doc, "title")); got != "Taalbeleid op de werkvloer – Praktijkzoeker" {
		t.Errorf("title %q", got)
	}
	wantHeadings := []string{"Doelen", "Doelgroep", "Beschrijving", "Succesfactoren", "Uitdagingen", "Deze praktijk in", "Partners"}
	if diff := cmp.Diff(wantHeadings, texts(t, doc, "article h2")); diff != "" {
		t.Errorf("sections (-want +got):\n%s", diff)
	}
	if got := texts(t, doc, "[aria-labelledby=doelen] li"); !cmp.Equal(got, []string{"Elkaar beter verstaan.", "Veilig werken."}) {
		t.Errorf("goals %q", got)
	}
	if got := text(one(t, doc, "[aria-labelledby=succesfactoren] em")); got != "taalcoach" {
		t.Errorf("emphasis %q", got)
	}
	// Headings of the editor follow on ours: #### becomes h3.
	if got := texts(t, doc, "[aria-labelledby=beschrijving] h3"); !cmp.Equal(got, []string{"Stappen"}) {
		t.Errorf("headings in the description %q", got)
	}
	// A picture of another site is a link, not a request.
	if got := hrefs(t, doc, "[aria-labelledby=beschrijving] a[rel=noopener]"); !cmp.Equal(got, []string{"https://elders.be/schema.png"}) {
		t.Errorf("picture of elsewhere %q", got)
	}
	img := one(t, doc, "img")
	src, _ := attr(img, "src")
	alt, _ := attr(img, "alt")
	if src != "/afbeelding/koffie.png" || alt != "Twee collega's met koffie" || text(one(t, doc, "figcaption")) != "Beeld: An Peeters" {
		t.Errorf("picture %q %q", src, alt)
	}
	if got := hrefs(t, doc, ".source"); !cmp.Equal(got, []string{"https://www.voorbeeld.be/taal?a=1&b=2"}) {
		t.Errorf("source %q", got)
	}
	if got := texts(t, doc, ".facts dd"); !cmp.Equal(got, []string{
		"Taalbeleid", "Visie, organisatie & samenwerking", "Werk", "Integratie", "Medewerkers", "Anderstaligen", "3 mei 2024", "20 januari 2025", "voorbeeld.be"}) {
		t.Errorf("facts %q", got)
	}
	if got := hrefs(t, doc, ".facts a")[1]; got != "/?category=Visie%2C+organisatie+%26+samenwerking" {
		t.Errorf("label leads to %q", got)
	}
	if got := hrefs(t, doc, "link[rel=canonical]"); !cmp.Equal(got, []string{"https://praktijken.voorbeeld.be/praktijk/taalbeleid-op-de-werkvloer"}) {
		t.Errorf("canonical %q", got)
	}
}

func TestFichePlaces(t *testing.T) {
	doc := parse(t, get(t, site(t), "/praktijk/taalbeleid-op-de-werkvloer"))
	got := texts(t, doc, ".place h3")
	wantPlaces := []string{"Ternat", "Oudsbergen (in de fiche: Meeuwen-Gruitrode (en andere gemeenten))", "Wegwijzer: Her", "Ook in"}
	if diff := cmp.Diff(wantPlaces, got); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
	if got := text(one(t, doc, ".also")); got != "Gent, Temse, Oostende (in de fiche: Gent, Temste, Oostende)" {
		t.Errorf("without examples: %q", got)
	}
	// Each place has an anchor of its own, and leads to its page.
	for _, id := range []string{"in-ternat", "in-oudsbergen", "in-gent", "in-temse", "in-oostende", "in-wegwijzer-her"} {
		one(t, doc, "#"+id)
	}
	if got := hrefs(t, doc, ".place a"); !cmp.Equal(got, []string{"/gemeente/Ternat", "/gemeente/Oudsbergen", "/gemeente/Gent", "/gemeente/Temse", "/gemeente/Oostende"}) {
		t.Errorf("places lead to %q", got)
	}
	if got := text(all(t, doc, ".local li")[0]); got != "PRAATCAFÉ: elke dinsdag koffie en taal" {
		t.Errorf("example %q", got)
	}
}

func TestFicheOfATitleOnly(t *testing.T) {
	doc := parse(t, get(t, site(t), "/praktijk/alleen-een-titel"))
	if got := texts(t, doc, "article h2"); len(got) > 0 {
		t.Errorf("sections without contents: %q", got)
	}
	if len(all(t, doc, "img")) > 0 || len(all(t, doc, ".facts")) > 0 {
		t.Error("facts of nothing")
	}
	if got := texts(t, doc, "article .text"); !cmp.Equal(got, []string{"Over deze praktijk is nog niets opgeschreven."}) {
		t.Errorf("text %q", got)
	}
}

// The page keeps room for a picture: nothing moves when it arrives.
func TestPictureSize(t *testing.T) {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 640, 360))); err != nil {
		t.Fatal(err)
	}
	for want, data := range map[string][]byte{"640 by 360": file.Bytes(), " by ": []byte("\x89PNG")} {
		h := newServer(t, server.Config{Searcher: newIndex(t, handful()), Images: fstest.MapFS{"koffie.png": {Data: data}}})
		img := one(t, parse(t, get(t, h, "/praktijk/taalbeleid-op-de-werkvloer")), "img")
		width, _ := attr(img, "width")
		height, _ := attr(img, "height")
		if got := width + " by " + height; got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestPictureOnlyIfThere(t *testing.T) {
	for name, images := range map[string]fstest.MapFS{"no folder": nil, "no file": {}, "a folder": {"koffie.png/x": {}}} {
		c := server.Config{Searcher: newIndex(t, handful())}
		if images != nil {
			c.Images = images
		}
		h := newServer(t, c)
		if got := len(all(t, parse(t, get(t, h, "/praktijk/taalbeleid-op-de-werkvloer")), "figure, img")); got > 0 {
			t.Errorf("%s: shows a picture", name)
		}
		want(t, get(t, h, "/afbeelding/koffie.png"), http.StatusNotFound)
	}
}

func TestRelated(t *testing.T) {
	doc := parse(t, get(t, site(t), "/praktijk/buddywerking"))
	for _, href := range hrefs(t, doc, ".related h3 a") {
		if href == "/praktijk/buddywerking" {
			t.Error("a fiche is related to itself")
		}
		want(t, get(t, site(t), href), http.StatusOK)
	}
}

func TestWayBack(t *testing.T) {
	h := newServer(t, server.Config{Searcher: newIndex(t, handful()), BaseURL: "https://praktijken.be"})
	for _, tc := range []struct{ name, referer, want string }{
		{"none", "", "/?sort=title"},
		{"a search here", "http://example.com/?q=taal&category=Taalbeleid&page=2&utm_x=1", "/?q=taal&category=Taalbeleid&page=2"},
		{"a search behind a proxy", "https://praktijken.be/?q=taal", "/?q=taal"},
		{"another site", "https://elders.be/?q=taal", "/?sort=title"},
		{"another page", "http://example.com/praktijk/buddywerking?q=taal", "/?sort=title"},
		{"a wrong search", "http://example.com/?page=abc", "/?sort=title"},
		{"script", "javascript:alert(1)", "/?sort=title"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := get(t, h, "/praktijk/buddywerking", "Referer", tc.referer)
			if got := hrefs(t, parse(t, w), ".trail a"); !cmp.Equal(got, []string{tc.want}) {
				t.Errorf("leads to %q, want %q", got, tc.want)
			}
		})
	}
	// A cache must not show one reader the way back of another.
	one := get(t, h, "/praktijk/buddywerking", "Referer", "http://example.com/?q=a").Header().Get("ETag")
	two := get(t, h, "/praktijk/buddywerking", "Referer", "http://example.com/?q=b", "If-None-Match", one)
	want(t, two, http.StatusOK)
}

func TestUnknownFiche(t *testing.T) {
	w := get(t, site(t), "/praktijk/buddywerkingen-nieuwkomers")
	want(t, w, http.StatusNotFound)
	doc := parse(t, w)
	if got := hrefs(t, doc, "main .links a"); len(got) == 0 || got[0] != "/praktijk/buddywerking" {
		t.Errorf("offers %q", got)
	}
	if !strings.Contains(text(one(t, doc, ".lead")), "buddywerkingen-nieuwkomers") {
		t.Errorf("does not say what is unknown: %q", text(one(t, doc, ".lead")))
	}
}

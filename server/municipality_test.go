package server_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMunicipalityPage(t *testing.T) {
	h := site(t)
	doc := parse(t, get(t, h, "/gemeente/Gent"))
	if got := text(one(t, doc, "h1")); got != "Praktijken in Gent" {
		t.Errorf("heading %q", got)
	}
	if got := texts(t, doc, ".result h2"); !cmp.Equal(got, []string{"Buddywerking voor nieuwkomers", "Taalbeleid op de werkvloer"}) {
		t.Errorf("practices %q", got)
	}
	if got := hrefs(t, doc, ".result h2 a")[0]; got != "/praktijk/buddywerking#in-gent" {
		t.Errorf("leads to %q", got)
	}
	// Only the examples of this place.
	doc = parse(t, get(t, h, "/gemeente/Ternat"))
	if got := texts(t, doc, ".local li"); !cmp.Equal(got, []string{"PRAATCAFÉ: elke dinsdag koffie en taal"}) {
		t.Errorf("examples %q", got)
	}
	if got := hrefs(t, doc, "[aria-labelledby=buurt] .links a"); len(got) != 5 || got[0] != "/gemeente/Aalst" {
		t.Errorf("nearby %q, want Aalst first of five", got)
	}
}

func TestMunicipalityWithoutPractices(t *testing.T) {
	w := get(t, site(t), "/gemeente/Zelzate")
	want(t, w, http.StatusOK)
	doc := parse(t, w)
	if got := text(one(t, doc, ".lead")); got != "In Zelzate (Oost-Vlaanderen) kennen we nog geen praktijk." {
		t.Errorf("says %q", got)
	}
	if got := hrefs(t, doc, "[aria-labelledby=buurt] .links a"); len(got) == 0 || got[0] != "/gemeente/Gent" {
		t.Errorf("nearby %q", got)
	}
}

func TestMunicipalityByOtherNames(t *testing.T) {
	h := site(t)
	for _, tc := range []struct{ asked, to, says string }{
		{"gent", "/gemeente/Gent", ""},
		{"OOSTENDE", "/gemeente/Oostende", ""},
		{"Meeuwen-Gruitrode", "/gemeente/Oudsbergen?via=Meeuwen-Gruitrode", "Meeuwen-Gruitrode fuseerde in 2019 en hoort nu bij Oudsbergen."},
		{"Gand", "/gemeente/Gent?via=Gand", "Gand heet in dit overzicht Gent."},
		{"Ostende", "/gemeente/Oostende?via=Ostende", ""},
		{"Diegem", "/gemeente/Machelen?via=Diegem", "Diegem hoort bij Machelen."},
		{"Temste", "/gemeente/Temse?via=Temste", ""},
	} {
		t.Run(tc.asked, func(t *testing.T) {
			w := get(t, h, "/gemeente/"+url.PathEscape(tc.asked))
			want(t, w, http.StatusMovedPermanently)
			to := w.Header().Get("Location")
			if to != tc.to {
				t.Fatalf("leads to %s, want %s", to, tc.to)
			}
			page := get(t, h, to)
			want(t, page, http.StatusOK)
			if got := strings.Join(texts(t, parse(t, page), ".note"), " "); !strings.Contains(got, tc.says) {
				t.Errorf("says %q, want %q", got, tc.says)
			}
		})
	}
}

// A former name in a fiche is told without being asked; foreign text is not.
func TestMunicipalityNotes(t *testing.T) {
	h := site(t)
	if got := texts(t, parse(t, get(t, h, "/gemeente/Oudsbergen")), ".note"); !cmp.Equal(got, []string{"Meeuwen-Gruitrode fuseerde in 2019 en hoort nu bij Oudsbergen."}) {
		t.Errorf("notes %q", got)
	}
	for _, via := range []string{"Koop+nu", "Diegem", "%ff", "Gent"} {
		if got := texts(t, parse(t, get(t, h, "/gemeente/Gent?via="+via)), ".note"); len(got) > 0 {
			t.Errorf("via=%s says %q", via, got)
		}
	}
}

func TestUnknownMunicipality(t *testing.T) {
	h := site(t)
	for _, tc := range []struct{ asked, offers string }{
		{"Kapelle", "/gemeente/Kapelle-op-den-Bos"},
		{"Gent en Aalst", "/gemeente/Aalst"},
		{"xyzzy", ""},
		{strings.Repeat("a", 3000), ""},
		{"\xff\xfe", ""},
		{"%00", ""},
	} {
		w := get(t, h, "/gemeente/"+url.PathEscape(tc.asked))
		want(t, w, http.StatusNotFound)
		if got := strings.Join(hrefs(t, parse(t, w), "main .links a"), " "); !strings.Contains(got, tc.offers) {
			t.Errorf("%.20q offers %q, want %q", tc.asked, got, tc.offers)
		}
	}
}

package corpus_test

import (
	"strings"
	"testing"

	"praktijkzoeker/corpus"
)

func TestSlug(t *testing.T) {
	for title, want := range map[string]string{
		"Samen koken":                     "samen-koken",
		"Gezinsbuddy's (Gent & Aalst)":    "gezinsbuddys-gent-aalst",
		"  Geïnteresseerde ŒUVRE straße ": "geinteresseerde-oeuvre-strasse",
		"NT2-overleg 2.0":                 "nt2-overleg-2-0",
		"!?":                              "",
		"日本 café":                         "cafe",
		"buddy’s\u00ad":                   "buddys",
		strings.Repeat("woord ", 30):      strings.TrimSuffix(strings.Repeat("woord-", 16), "-"),
		strings.Repeat("x", 300):          strings.Repeat("x", 100),
	} {
		if got := corpus.Slug(title); got != want {
			t.Errorf("Slug(%q) = %q, want %q", title, got, want)
		}
	}
}

func TestID(t *testing.T) {
	for path, want := range map[string]string{
		"a.md": "a", "sub/dir/a.b.md": "a.b", `C:\fiches\a.MD`: "a", "zonder": "zonder", "cafe\u0301.md": "café", ".md": "",
	} {
		if got := corpus.ID(path); got != want {
			t.Errorf("ID(%q) = %q, want %q", path, got, want)
		}
	}
}

func FuzzSlug(f *testing.F) {
	f.Add("Gezinsbuddy's")
	f.Fuzz(func(t *testing.T, title string) {
		slug := corpus.Slug(title)
		if corpus.Slug(slug) != slug {
			t.Errorf("Slug(%q) = %q is not its own slug", title, slug)
		}
		if strings.Trim(slug, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || strings.Contains(slug, "--") || len(slug) > 100 {
			t.Errorf("Slug(%q) = %q", title, slug)
		}
	})
}

func TestPersonalMail(t *testing.T) {
	for address, want := range map[string]bool{
		"info@gent.example": false, "samenleven@vvsg.example": false, "integratiedienst@a.example": false, "nt2@a.example": false,
		"dienst.diversiteit@a.example": false, "INFO.Cultuur@a.example": false, "londerzeel@londerzeel.example": false,
		"sociaal.huis@a.example": false, "gelijke.kansen@a.example": false,
		"an.peeters@gent.example": true, "jan.huisman@a.example": true, "an@gent.example": true, "a.taalman@a.example": true, "p_janssens1@a.example": true,
	} {
		if got := corpus.PersonalMail(address); got != want {
			t.Errorf("PersonalMail(%q) = %v", address, got)
		}
	}
}

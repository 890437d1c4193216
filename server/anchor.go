package server

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// slug makes text fit for an id: ASCII letters and digits in lower case with
// single hyphens; letters lose their accents, others are left out.
func slug(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(text) {
		switch r = unicode.ToLower(r); {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r):
		default:
			gap = true
		}
	}
	return b.String()
}

// placeAnchor is the id of a place's local examples on a fiche's page. Several
// places in one name ("Gent, Temse") have that of the first.
func placeAnchor(place string) string {
	first, _, _ := strings.Cut(place, ",")
	return "in-" + slug(first)
}

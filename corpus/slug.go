package corpus

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// longestSlug keeps the names of files readable and far below the 255 bytes
// that file systems allow.
const longestSlug = 100

// Slug makes a file name of a title, without .md: lower-case ASCII letters and
// digits with single hyphens between the words, at most 100 bytes. It is "" for
// a title that holds no letter or digit of the Latin script.
//
//	"Gezinsbuddy's (Gent & Aalst)" → "gezinsbuddys-gent-aalst"
func Slug(title string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(strings.ToLower(title)) {
		var s string
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			s = string(r)
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’' || r == '‘' || r == '\u00AD':
			continue
		default:
			s = latin[r]
		}
		if s == "" {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteString(s)
	}
	return shorten(b.String())
}

// latin spells the letters that have no decomposition.
var latin = map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'ł': "l", 'þ': "th", 'ı': "i"}

// shorten cuts a slug at a hyphen where it can.
func shorten(slug string) string {
	if len(slug) <= longestSlug {
		return slug
	}
	cut := slug[:longestSlug]
	if i := strings.LastIndexByte(cut, '-'); i > 0 && slug[longestSlug] != '-' {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, "-")
}

// checkName warns for a file name that makes an ugly or fragile URL.
func (r *reader) checkName() {
	id := r.fiche.ID
	if id == "" {
		r.fail(0, "bestandsnaam", "dit bestand heeft geen naam voor .md: noem het naar de titel, bijvoorbeeld samen-koken.md")
		return
	}
	want := Slug(id)
	if want == id {
		return
	}
	hint := ""
	if want != "" {
		hint = ", bijvoorbeeld " + want + ".md"
	}
	r.warn(0, "bestandsnaam", "gebruik enkel kleine letters zonder accenten, cijfers en koppeltekens"+hint+": de naam staat in het webadres")
}

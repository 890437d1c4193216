package lexicon

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold folds the spelling of a word list: lower case, no diacritics, no
// ligatures, straight apostrophes. It gives what package dutch gives for such
// words; that package folds text and imports this one's parent, hence a second,
// smaller fold.
func Fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case r == 'ĳ' || r == 'Ĳ':
			b.WriteString("ij")
		case r == '’':
			b.WriteByte('\'')
		case unicode.Is(unicode.Mn, r):
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

package dutch

import "praktijkzoeker/index/dutch/internal/letters"

// Fold gives s as it is compared: lower case, without diacritics, with
// ligatures and letters like ø and ß written out, straight quotes and hyphens,
// plain spaces, and nothing invisible. Composed and decomposed input (NFC and
// NFD) give the same, and so does UTF-8 that was once read as Latin-1 or as a
// Baltic or Central European code page ("efficiĆ«nt"). Bytes that are no UTF-8
// become U+FFFD. Fold(Fold(s)) == Fold(s). Lower-case ASCII is returned as it
// is, without allocating.
func Fold(s string) string { return letters.Fold(s) }

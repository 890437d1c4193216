// Package letters folds letters: case, diacritics, ligatures, quotes, hyphens
// and spaces.
package letters

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold gives s as it is compared: lower case, without diacritics, with
// ligatures and letters like ø and ß written out, straight quotes and hyphens,
// plain spaces, and nothing invisible. Composed and decomposed input (NFC and
// NFD) give the same, and so does UTF-8 that was once read as Latin-1 or as a
// Baltic or Central European code page ("efficiĆ«nt"). Bytes that are no UTF-8
// become U+FFFD. Fold(Fold(s)) == Fold(s). Lower-case ASCII is returned as it
// is, without allocating.
func Fold(s string) string {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf && !('A' <= s[i] && s[i] <= 'Z') && s[i] != '`' {
		i++
	}
	if i == len(s) {
		return s
	}
	var buffer [64]byte
	return string(AppendFold(append(buffer[:0], s[:i]...), s[i:]))
}

// AppendFold appends Fold(s) to dst.
func AppendFold(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			dst = append(dst, Byte(c))
			i++
			continue
		}
		n, folded := Step(s[i:])
		dst = append(dst, folded...)
		i += n
	}
	return dst
}

// Byte folds one ASCII byte.
func Byte(c byte) byte {
	switch {
	case 'A' <= c && c <= 'Z':
		return c + ('a' - 'A')
	case c == '`':
		return '\''
	}
	return c
}

// asciiBytes holds the ASCII bytes, so that a step of one byte is a substring.
var asciiBytes = func() string {
	b := make([]byte, utf8.RuneSelf)
	for i := range b {
		b[i] = byte(i)
	}
	return string(b)
}()

// Step folds the first step of s, which is not empty: one rune, or two that
// are the remains of one. It gives the bytes of s it took and what they fold
// to, which is nothing for a combining mark.
func Step(s string) (n int, folded string) {
	if c := s[0]; c < utf8.RuneSelf {
		f := Byte(c)
		return 1, asciiBytes[f : f+1]
	}
	r, n := utf8.DecodeRuneInString(s)
	if lead := MojibakeLead(r); lead {
		if r2, n2 := utf8.DecodeRuneInString(s[n:]); n2 > 0 {
			if f := MojibakeTail(r2); f != "" {
				return n + n2, f
			}
		}
	}
	if r < rune(len(latin)) {
		return n, latin[r]
	}
	return n, Rune(r)
}

// MojibakeLead tells whether r is how a Latin code page shows the byte C3, the
// first of ë in UTF-8: Ã in Latin-1, Ć in windows-1257, Ă in windows-1250.
func MojibakeLead(r rune) bool { return r == 'Ã' || r == 'Ć' || r == 'Ă' }

// MojibakeTail gives the folded letter of which r shows the second byte. Only
// signs that cannot follow a capital in a word are listed.
func MojibakeTail(r rune) string {
	switch r {
	case '©', '«', '¨', 'ª':
		return "e"
	case '¯', '®':
		return "i"
	case '¶', '³', '´':
		return "o"
	case '¼', '»', '¹':
		return "u"
	case '§':
		return "c"
	}
	return ""
}

// latin is Rune of every rune below U+0250: nearly all that Dutch,
// Turkish, Polish or Romanian names need.
var latin = func() (t [0x250]string) {
	for r := range t {
		t[r] = Rune(rune(r))
	}
	return t
}()

// special folds what neither case mapping nor Unicode's decomposition does.
var special = map[rune]string{
	'æ': "ae", 'œ': "oe", 'ß': "ss", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'ħ': "h",
	'ı': "i", 'ĸ': "k", 'ŋ': "n", 'þ': "th", 'ŧ': "t", 'ƒ': "f", 'ə': "e",
	'‘': "'", '’': "'", '‛': "'", 'ʼ': "'", '′': "'", '´': "'", '`': "'", 'ʹ': "'",
	'“': `"`, '”': `"`, '„': `"`, '‟': `"`, '″': `"`,
	'‐': "-", '‑': "-", '‒': "-", '–': "-", '—': "-", '―': "-", '−': "-",
	'\u00ad': "", '\u200b': "", '\u200c': "", '\u200d': "", '\u2060': "", '\ufeff': "",
}

// Rune folds one rune by Unicode's compatibility decomposition (NFKD),
// case mapping and the table above, again until nothing changes.
func Rune(r rune) string {
	s := string(r)
	for {
		var b strings.Builder
		for _, r := range norm.NFKD.String(s) {
			r = unicode.ToLower(r)
			if f, ok := special[r]; ok {
				b.WriteString(f)
			} else if unicode.IsSpace(r) && r >= utf8.RuneSelf {
				b.WriteByte(' ')
			} else if !combining(r) {
				b.WriteRune(r)
			}
		}
		if b.String() == s {
			return s
		}
		s = b.String()
	}
}

// combining tells whether r is a diacritic on the letter before it. The marks
// of scripts in which they spell vowels are not.
func combining(r rune) bool {
	return 0x300 <= r && r <= 0x36f || 0x1ab0 <= r && r <= 0x1aff ||
		0x1dc0 <= r && r <= 0x1dff || 0x20d0 <= r && r <= 0x20ff || 0xfe20 <= r && r <= 0xfe2f ||
		0xfe00 <= r && r <= 0xfe0f
}

// Invisible tells whether r is a sign that no reader sees: a soft hyphen, a
// zero-width space or joiner, a byte order mark.
func Invisible(r rune) bool {
	return r == 0xad || 0x200b <= r && r <= 0x200d || r == 0x2060 || r == 0xfeff
}

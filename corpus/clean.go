package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// clean brings foreign text to the one form in which fiches hold it: valid
// UTF-8 in NFC, lines that end in \n, plain spaces for tabs (four) and
// non-breaking spaces, and none of the characters that nobody sees (byte order
// marks, soft hyphens, zero-width spaces, control characters).
func clean(s string) string {
	if isPlain(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.ReplaceAll(s, "\t", "    ")
	s = strings.Map(func(r rune) rune {
		switch r {
		case '\n':
			return r
		case '\r':
			return '\n'
		case '\u00A0', '\u2007', '\u202F', '\u2028', '\u2029', '\u0085', '\v', '\f':
			return ' '
		case '\u00AD', '\u200B', '\u2060', '\uFEFF':
			return -1
		}
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
	return norm.NFC.String(s)
}

// isPlain reports whether clean has nothing to do: most lines are such.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c != '\n' && (c < ' ' || c >= 0x7f) {
			return false
		}
	}
	return true
}

// oneLine is clean text on one line with single spaces.
func oneLine(s string) string {
	return strings.Join(strings.Fields(clean(s)), " ")
}

// block is clean Markdown without blanks at the ends of lines, without blank
// lines at either end, and with one blank line where there were several.
func block(s string) string {
	var b strings.Builder
	blanks := 0
	for l := range strings.SplitSeq(strings.TrimSpace(clean(s)), "\n") {
		l = strings.TrimRightFunc(l, unicode.IsSpace)
		if l == "" {
			blanks++
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
			if blanks > 0 {
				b.WriteByte('\n')
			}
		}
		blanks = 0
		b.WriteString(l)
	}
	return b.String()
}

// labels are one-line texts, each once, without the empty ones; nil when none
// is left.
func labels(in []string) []string {
	var out []string
	for _, s := range in {
		if s = oneLine(s); s != "" && !contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// items are one-line texts without the empty ones. Unlike labels they may
// repeat: they are sentences of an author.
func items(in []string) []string {
	var out []string
	for _, s := range in {
		if s = oneLine(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

// validUTF8 returns the byte offset of the first byte that is not UTF-8, or -1.
func validUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

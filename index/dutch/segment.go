package dutch

import (
	"unicode"
	"unicode/utf8"

	"praktijkzoeker/index/dutch/internal/letters"
)

// A piece is a run of letters and digits. A cluster is a row of pieces with
// nothing but one connector between them: "NT2-overleg", "CHILL'OP".
type piece struct {
	start, end int
	term       string // if it is not the folded surface
	plain      bool   // lower-case ASCII: its term is its surface
	digits     bool   // digits only
	next       byte   // the connector to the next piece; 0 after the last
}

// maxPieces bounds a cluster; longer ones (addresses of web pages) are
// several.
const maxPieces = 12

// class sorts the ASCII bytes.
const (
	sep = iota
	lower
	upper
	digit
	connector // may stand between two pieces of one word
)

var class = func() (t [utf8.RuneSelf]uint8) {
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = lower, upper
	}
	for c := '0'; c <= '9'; c++ {
		t[c] = digit
	}
	for _, c := range "-'`.,@&()" {
		t[c] = connector
	}
	return t
}()

// scanASCII gives the end of the ASCII letters and digits from i on, and whether
// there are capitals among them.
func scanASCII(text string, i int) (end int, capitals bool) {
	var seen uint8
	for i < len(text) && text[i] < utf8.RuneSelf {
		c := class[text[i]]
		if c-lower > digit-lower {
			break
		}
		seen |= 1 << c
		i++
	}
	return i, seen&(1<<upper) != 0
}

// alone tells whether what stands around an ASCII piece leaves it as it is: no
// connector that may join it to another, no plus, no bracket.
func (sc *scanner) alone(start, end int, capitals bool) bool {
	text := sc.text
	if end < len(text) {
		c := text[end]
		if c == ' ' && !capitals {
			return true
		}
		if c >= utf8.RuneSelf || c == '+' {
			return false
		}
		if class[c] == connector {
			if c != '.' && c != ',' && c != ')' {
				return false
			}
			if end+1 < len(text) {
				if c := text[end+1]; c >= utf8.RuneSelf || class[c]-lower <= digit-lower {
					return false
				}
			}
		}
	}
	return start == 0 || text[start-1] < utf8.RuneSelf && text[start-1] != '-'
}

// scanPiece reads the piece that starts at i and gives where it ends; p.end ==
// i means that no piece starts there.
func scanPiece(text string, i int) (p piece) {
	p = piece{start: i, plain: true, digits: true}
	for i < len(text) {
		c := text[i]
		if c >= utf8.RuneSelf {
			n := wordRune(text[i:], i == p.start)
			if n == 0 {
				break
			}
			p.plain, p.digits = false, false
			i += n
			continue
		}
		switch class[c] {
		case lower:
			p.digits = false
		case upper:
			p.plain, p.digits = false, false
		case digit:
		default:
			p.end = i
			return p
		}
		i++
	}
	p.end = i
	return p
}

// wordRune gives the length of the rune that s starts with if it belongs to a
// word, else 0. Marks and invisible signs (soft hyphens) belong to the word
// that they stand in, and so does what is left of a letter that was read in
// the wrong code page.
func wordRune(s string, first bool) int {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r == utf8.RuneError && n <= 1:
		return 0
	case letters.MojibakeLead(r):
		if r2, n2 := utf8.DecodeRuneInString(s[n:]); n2 > 0 && letters.MojibakeTail(r2) != "" {
			n += n2
		}
		return n
	case r == 'º' || r == 'ª': // ordinals, not letters of the word
		return 0
	case unicode.IsLetter(r) || unicode.IsNumber(r):
		return n
	case first:
		return 0
	case unicode.IsMark(r) || letters.Invisible(r):
		return n
	}
	return 0
}

// connectorAt gives the connector at the start of s in its ASCII form and its
// length, or 0.
func connectorAt(s string) (c byte, n int) {
	if s == "" {
		return 0, 0
	}
	if c := s[0]; c < utf8.RuneSelf {
		if class[c] != connector {
			return 0, 0
		}
		return letters.Byte(c), 1
	}
	switch r, n := utf8.DecodeRuneInString(s); r {
	case '‐', '‑':
		return '-', n
	case '‘', '’', '‛', 'ʼ', '′', '´':
		return '\'', n
	}
	return 0, 0
}

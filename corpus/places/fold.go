package places

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A gap is what stands between a word and the one before it.
type gap uint8

const (
	gapNone  gap = iota // first word
	gapJoin             // a hyphen or an apostrophe: "Sint-Niklaas"
	gapSpace            // only space, or the dot of "St. Niklaas"
	gapDash             // a dash between spaces: "Gent - Aalst"
	gapOther            // anything else
)

// A word is a run of letters and digits, folded: lower case, without accents.
type word struct {
	start, end int // bytes of the text
	gap        gap // before this word
	from, to   int // bytes of scan.buf
}

// A scan holds the words of a text. Its zero value is ready for use.
type scan struct {
	text  string
	buf   []byte // folded words, one space between
	words []word
}

// key returns the folded words i to j (excluded), joined by spaces. It is valid
// until the next call of read.
func (s *scan) key(i, j int) []byte {
	return s.buf[s.words[i].from:s.words[j-1].to]
}

// read splits text into words. "St" and "St." become "sint".
func (s *scan) read(text string) {
	s.text, s.buf, s.words = text, s.buf[:0], s.words[:0]
	inWord := false
	g, spaced, dashed := gapNone, false, false
	w := word{}
	closeWord := func(end int) {
		w.end, w.to = end, len(s.buf)
		if string(s.buf[w.from:w.to]) == "st" {
			s.buf = append(s.buf[:w.from], "sint"...)
			w.to = len(s.buf)
		}
		s.words = append(s.words, w)
		inWord, g, spaced, dashed = false, gapJoin, false, false
	}
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case isLetter(r) || inWord && unicode.IsMark(r):
			if !inWord {
				inWord = true
				if len(s.words) == 0 {
					g = gapNone
				} else {
					s.buf = append(s.buf, ' ')
				}
				w = word{start: i, gap: g, from: len(s.buf)}
			}
			s.buf = appendFolded(s.buf, text[i:i+size], r)
		default:
			if inWord {
				closeWord(i)
			}
			switch {
			case g == gapOther:
			case isSpace(r):
				spaced = true
				if g = gapSpace; dashed {
					g = gapDash
				}
			case isHyphen(r):
				dashed = true
				if spaced {
					g = gapDash
				}
			case r == '\'' || r == '’' || r == '‘' || r == '`':
			case r == '.' && len(s.words) > 0 && s.isSaint(len(s.words)-1):
			default:
				g = gapOther
			}
		}
		i += size
	}
	if inWord {
		closeWord(len(text))
	}
}

// isSaint reports whether word i is "sint", which may be short for it.
func (s *scan) isSaint(i int) bool {
	return string(s.key(i, i+1)) == "sint"
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func isSpace(r rune) bool { return r == ' ' || r != '\n' && unicode.IsSpace(r) }

func isHyphen(r rune) bool {
	return r == '-' || r == '\u2010' || r == '\u2011' || r == '–' || r == '—' || r == '\u00ad'
}

// appendFolded appends the letter r, whose bytes are s, in lower case and
// without its accents.
func appendFolded(b []byte, s string, r rune) []byte {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return append(b, byte(r))
	}
	d := norm.NFKD.PropertiesString(s).Decomposition()
	if d == nil {
		d = []byte(s)
	}
	for len(d) > 0 {
		c, n := utf8.DecodeRune(d)
		if !unicode.IsMark(c) && c != ' ' {
			b = utf8.AppendRune(b, unicode.ToLower(c))
		}
		d = d[n:]
	}
	return b
}

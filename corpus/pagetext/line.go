package pagetext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A kind says what a line is. Copies of pages show blank, plain and bullet lines
// only; which plain lines are headings is decided by their words (heading.go).
// HTML, Markdown and Word tell headings themselves.
type kind uint8

const (
	blank kind = iota
	plain
	bullet
	heading
)

// A line is one line of the source, clean: NFC, plain single spaces, no bullet.
type line struct {
	n       int // number in the source, from 1
	text    string
	kind    kind
	level   int  // of a heading: 1 to 6; of a bullet: how deep it stands, from 0
	shifted bool // a plain line that began with a blank
}

// textLines reads the lines of a copied page. A bullet alone on a line belongs to
// the text on the next one.
func textLines(s string) []line {
	var out []line
	lone := false
	for i, raw := range strings.Split(s, "\n") {
		l := textLine(raw)
		l.n = i + 1
		switch {
		case l.kind == bullet && l.text == "":
			l.kind, lone = blank, true
		case l.kind == plain && lone:
			l.kind, lone = bullet, false
		case l.kind == bullet:
			lone = false
		}
		out = append(out, l)
	}
	return out
}

func textLine(raw string) line {
	s := plainSpaces(raw)
	t := strings.TrimSpace(s)
	if t == "" || isRule(t) {
		return line{}
	}
	if point, ok := cutBullet(t); ok {
		return line{kind: bullet, text: tidyText(point)}
	}
	return line{kind: plain, text: tidyText(t), shifted: s[0] == ' '}
}

// plainSpaces turns every sort of blank into a space, takes away what nobody
// sees (soft hyphens, zero-width spaces, control characters) and composes
// letters with their accents.
func plainSpaces(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case unicode.IsSpace(r):
			return ' '
		case r == '\u00AD', r == '\u200B', r == '\u2060', r == '\uFEFF', r == '\u200E', r == '\u200F', unicode.IsControl(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return norm.NFC.String(s)
}

// tidyText is text with single spaces and none before a comma or full stop that
// ends a word: the rests of non-breaking spaces.
func tidyText(s string) string {
	words := strings.Fields(s)
	var b strings.Builder
	for i, w := range words {
		if i > 0 && !isStop(w) {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

func isStop(w string) bool {
	switch w {
	case ",", ".", ";", ":", "!", "?":
		return true
	}
	return false
}

// cutBullet takes the sign of a list item away. A hyphen or asterisk must have a
// space behind it: "-racisme" is half a word.
func cutBullet(t string) (string, bool) {
	r, size := utf8.DecodeRuneInString(t)
	rest := t[size:]
	switch r {
	case '•', '●', '▪', '◦', '‣', '·', '■', '□', '➢', '\uF0B7', '\uF0A7':
		return strings.TrimSpace(rest), true
	case '-', '*', '–', '—', '+':
		if rest == "" || rest[0] == ' ' {
			return strings.TrimSpace(rest), true
		}
	}
	return "", false
}

// isRule reports whether t is a line drawn across the page.
func isRule(t string) bool {
	return len(t) >= 3 && (strings.Trim(t, "-") == "" || strings.Trim(t, "_") == "" ||
		strings.Trim(t, "*") == "" || strings.Trim(t, "=") == "" || strings.Trim(t, "—") == "")
}

// startsLower reports whether s begins with a small letter.
func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// endsSentence reports whether s ends as a sentence or an announcement does.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, `)"'’”`)
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?:;…", r)
}

func wordCount(s string) int { return len(strings.Fields(s)) }

// wrapAt is how long a line must be, in characters, to have been broken by the
// width of a window rather than by its author.
const wrapAt = 40

// joinWrapped joins lines that an author wrote as one: a plain line right below
// a long one that goes on in small letters, or that is shifted while the sentence
// above has no end. Lines for which own is true stand by themselves.
func joinWrapped(lines []line, own func(line) bool) []line {
	var out []line
	for _, l := range lines {
		if len(out) > 0 && l.kind == plain && !own(l) {
			last := &out[len(out)-1]
			above := (last.kind == plain || last.kind == bullet) && utf8.RuneCountInString(last.text) >= wrapAt && !own(*last)
			if above && !strings.HasSuffix(last.text, ":") && (startsLower(l.text) || l.shifted && !endsSentence(last.text)) {
				last.text += " " + l.text
				continue
			}
		}
		out = append(out, l)
	}
	return out
}

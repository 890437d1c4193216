package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A textLine is a clean line of a file and its number.
type textLine struct {
	text string
	n    int
}

// An item is a point of a list, or a paragraph where a point was expected.
type item struct {
	text   string
	line   int
	bullet bool
	indent int
	nested bool // has points of its own, joined to its text
}

// readItems reads a list as people write it: with -, *, • or numbers, with or
// without blank lines between, with points that run over several lines. Points
// below a point are joined to it. A paragraph becomes an item of its own,
// unless the item before it ends in a colon and so announces it.
func readItems(lines []textLine) []item {
	var out []item
	blank := true
	for _, l := range lines {
		t := strings.TrimSpace(l.text)
		if t == "" || isRule(t) {
			blank = true
			continue
		}
		indent := len(l.text) - len(strings.TrimLeft(l.text, " "))
		var last *item
		if len(out) > 0 {
			last = &out[len(out)-1]
		}
		point, isBullet := bullet(t)
		switch {
		case isBullet && last != nil && last.bullet && indent > last.indent+1:
			last.text += nestedJoint(*last) + point
			last.nested = true
		case isBullet:
			out = append(out, item{text: point, line: l.n, bullet: true, indent: indent})
		case last != nil && (!blank || last.bullet && indent > last.indent+1 || strings.HasSuffix(last.text, ":")):
			last.text += " " + t
		default:
			out = append(out, item{text: t, line: l.n, indent: indent})
		}
		blank = false
	}
	for i := range out {
		out[i].text = oneLine(out[i].text)
	}
	return out
}

// nestedJoint is what comes between a point and a point below it.
func nestedJoint(it item) string {
	switch {
	case it.text == "" || strings.HasSuffix(it.text, ":") || strings.HasSuffix(it.text, "."):
		return " "
	case it.nested || strings.Contains(it.text, ": "):
		return "; "
	}
	return ": "
}

// bullet returns the text of a point of a list.
func bullet(t string) (string, bool) {
	r, n := utf8.DecodeRuneInString(t)
	rest := t[n:]
	spaced := rest == "" || rest[0] == ' '
	switch r {
	case '•', '▪', '◦', '·', '‣', '●':
		return strings.TrimSpace(rest), true
	case '*', '+', '–', '—':
		return strings.TrimSpace(rest), spaced
	case '-':
		next, _ := utf8.DecodeRuneInString(rest)
		return strings.TrimSpace(rest), spaced || unicode.IsLetter(next)
	}
	digits := len(t) - len(strings.TrimLeft(t, "0123456789"))
	if digits > 0 && digits < 3 {
		if rest, ok := cutAny(t[digits:], ". ", ") "); ok {
			return strings.TrimSpace(rest), true
		}
	}
	return "", false
}

func cutAny(s string, prefixes ...string) (string, bool) {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(s, p); ok {
			return rest, true
		}
	}
	return s, false
}

// isRule reports whether t is a line drawn across the page, which says nothing.
func isRule(t string) bool {
	return len(t) >= 3 && (strings.Trim(t, "-") == "" || strings.Trim(t, "*") == "" || strings.Trim(t, "_") == "")
}

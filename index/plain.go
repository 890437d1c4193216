package index

import "strings"

// Plain returns Markdown as plain text for searching and excerpts: link
// targets, emphasis, bullets, quote and heading marks and escapes go, words and
// line breaks stay. It is no renderer: what it does not know, it leaves. Text
// without Markdown is returned as it is, without allocating.
func Plain(md string) string {
	var p plain
	lineStart := true
	for i := 0; i < len(md); {
		if !lineStart {
			if i = nextSign(md, i); i == len(md) {
				break
			}
		} else if n := markerLen(md[i:]); n > 0 {
			p.drop(md, i, i+n, "")
			i += n
			continue
		}
		c := md[i]
		lineStart = c == '\n' || lineStart && (c == ' ' || c == '\t')
		switch c {
		case '\\':
			if i+1 < len(md) && isPunct(md[i+1]) {
				p.drop(md, i, i+1, "")
				i++ // what is escaped stays
			}
		case '*', '`':
			p.drop(md, i, i+1, "")
		case '_': // snake_case stays
			if !(wordAt(md, i-1) && wordAt(md, i+1)) {
				p.drop(md, i, i+1, "")
			}
		case '[', '!':
			if c == '[' || i+1 < len(md) && md[i+1] == '[' {
				if text, n, ok := link(md[i:]); ok {
					p.drop(md, i, i+n, Plain(text))
					i += n
					continue
				}
			}
		}
		i++
	}
	return p.text(md)
}

// A plain gathers what is kept of a text.
type plain struct {
	b    strings.Builder
	from int // of what is kept and not in b yet
}

// drop leaves out a piece of md and puts other text in its place.
func (p *plain) drop(md string, start, end int, instead string) {
	if p.b.Cap() == 0 {
		p.b.Grow(len(md))
	}
	p.b.WriteString(md[p.from:start])
	p.b.WriteString(instead)
	p.from = end
}

func (p *plain) text(md string) string {
	if p.from == 0 {
		return md
	}
	p.b.WriteString(md[p.from:])
	return p.b.String()
}

// signs are the bytes that may mean something inside a line, or end it.
var signs = [256]bool{'\n': true, '\\': true, '*': true, '`': true, '_': true, '[': true, '!': true}

// nextSign returns where the next of the signs stands from i on, or the end.
func nextSign(s string, i int) int {
	for i < len(s) && !signs[s[i]] {
		i++
	}
	return i
}

// markerLen returns the length of a bullet, quote or heading mark at the start
// of a line.
func markerLen(s string) int {
	n := 0
	for n < len(s) && n < 6 && s[n] == '#' {
		n++
	}
	if n == 0 && s != "" && (s[0] == '-' || s[0] == '*' || s[0] == '+' || s[0] == '>') {
		n = 1
	}
	if n > 0 && n < len(s) && s[n] == ' ' {
		return n + 1
	}
	return 0
}

// link reads [text](target) or ![text](target), on one line, and returns its
// text and length.
func link(s string) (text string, n int, ok bool) {
	if end := strings.IndexByte(s, '\n'); end >= 0 {
		s = s[:end]
	}
	mid := strings.Index(s, "](")
	if mid < 0 {
		return "", 0, false
	}
	end := strings.IndexByte(s[mid:], ')')
	if end < 0 {
		return "", 0, false
	}
	return s[strings.IndexByte(s, '[')+1 : mid], mid + end + 1, true
}

func isPunct(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}

func wordAt(s string, i int) bool {
	return i >= 0 && i < len(s) && (s[i] >= 0x80 || s[i] >= '0' && s[i] <= '9' || s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z')
}

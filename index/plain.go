package index

import "strings"

// Plain returns Markdown as plain text for searching and excerpts: link
// targets, emphasis, bullets, quote and heading marks and escapes go, words and
// line breaks stay. It is no renderer: what it does not know, it leaves.
func Plain(md string) string {
	if !strings.ContainsAny(md, "*_[]`#>\\-+") {
		return md
	}
	b := make([]byte, 0, len(md))
	lineStart := true
	for i := 0; i < len(md); i++ {
		c := md[i]
		if lineStart {
			if n := markerLen(md[i:]); n > 0 {
				i += n - 1
				continue
			}
		}
		lineStart = c == '\n' || lineStart && (c == ' ' || c == '\t')
		switch c {
		case '\\':
			if i+1 < len(md) && isPunct(md[i+1]) {
				i++
				b = append(b, md[i])
				continue
			}
		case '*', '`':
			continue
		case '_': // snake_case stays
			if !(wordAt(md, i-1) && wordAt(md, i+1)) {
				continue
			}
		case '[', '!':
			if c == '[' || i+1 < len(md) && md[i+1] == '[' {
				if text, n, ok := link(md[i:]); ok {
					b = append(b, Plain(text)...)
					i += n - 1
					continue
				}
			}
		}
		b = append(b, c)
	}
	return string(b)
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

// link reads [text](target) or ![text](target) and returns its text and length.
func link(s string) (text string, n int, ok bool) {
	open := strings.IndexByte(s, '[')
	mid := strings.Index(s, "](")
	if mid < 0 || strings.IndexByte(s[:mid], '\n') >= 0 {
		return "", 0, false
	}
	end := strings.IndexAny(s[mid:], ")\n")
	if end < 0 || s[mid+end] == '\n' {
		return "", 0, false
	}
	return s[open+1 : mid], mid + end + 1, true
}

func isPunct(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}

func wordAt(s string, i int) bool {
	return i >= 0 && i < len(s) && (s[i] >= 0x80 || s[i] >= '0' && s[i] <= '9' || s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z')
}

package index

import (
	"strings"
	"testing"

	"praktijkzoeker/corpus"
)

// simplePlain is Plain byte by byte, its oracle.
func simplePlain(md string) string {
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
				if text, n, ok := simpleLink(md[i:]); ok {
					b = append(b, simplePlain(text)...)
					i += n - 1
					continue
				}
			}
		}
		b = append(b, c)
	}
	return string(b)
}

// simpleLink is link without looking for the end of the line first.
func simpleLink(s string) (text string, n int, ok bool) {
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

func FuzzPlainByteByByte(f *testing.F) {
	loaded, err := corpus.Load(corpus.Shipped())
	if err != nil {
		f.Fatal(err)
	}
	for i := range loaded.Fiches {
		f.Add(loaded.Fiches[i].Description)
	}
	for _, md := range []string{
		"- - een\n  * twee\n\t+ drie\n> # vier", "#######", "- ", "-x", "*-x* _a_b_ __c__", `\- een \\* \`, "a\\\n- b",
		"![a](b) ![a [b](c)](d) [x]\n(y)", "[a\n](b)", "[a](b\n)", "[[[[a](b)", "!", "![", "`- a`", "# - > x", "\\# a",
	} {
		f.Add(md)
	}
	f.Fuzz(func(t *testing.T, md string) {
		if want, got := simplePlain(md), Plain(md); got != want {
			t.Errorf("Plain(%q) = %q, want %q", md, got, want)
		}
	})
}

func TestPlainOfPlainTextDoesNotAllocate(t *testing.T) {
	text := "Samen taal leren, in de bibliotheek! Elke week - ook in de zomer.\n"
	if n := testing.AllocsPerRun(100, func() { Plain(text) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

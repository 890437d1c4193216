package server

import (
	"strings"
	"unicode/utf8"

	"praktijkzoeker/index"
)

// clipSpans returns about n bytes of spans, around the first match when that
// comes late, cut at words, with an ellipsis where something is left out.
func clipSpans(spans []index.Span, n int) []index.Span {
	text := index.MarkedText(spans)
	if len(text) <= n {
		return spans
	}
	first := len(text)
	at := 0
	for _, s := range spans {
		if s.Match {
			first = at
			break
		}
		at += len(s.Text)
	}
	from := 0
	if first < len(text) && first > n*2/3 {
		from = min(wordStart(text, first-n/3), first)
	}
	to := len(text)
	if from+n < len(text) {
		to = from + n
		if i := strings.LastIndexByte(text[from:to], ' '); i > 0 {
			to = from + i
		}
		for !utf8.RuneStart(text[to]) {
			to--
		}
	}
	var out []index.Span
	if from > 0 {
		out = append(out, index.Span{Text: "… "})
	}
	at = 0
	for _, s := range spans {
		lo, hi := max(from-at, 0), min(to-at, len(s.Text))
		if lo < hi {
			out = append(out, index.Span{Text: s.Text[lo:hi], Match: s.Match})
		}
		at += len(s.Text)
	}
	if to < len(text) {
		out = append(out, index.Span{Text: "…"})
	}
	return out
}

// wordStart returns the start of the first word at or after i.
func wordStart(text string, i int) int {
	if i == 0 || text[i-1] == ' ' {
		return i
	}
	if j := strings.IndexByte(text[i:], ' '); j >= 0 {
		return i + j + 1
	}
	for !utf8.RuneStart(text[i]) {
		i++
	}
	return i
}

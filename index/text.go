package index

import (
	"strings"
	"unicode/utf8"
)

// A TextTerm is one piece of Query.Text.
type TextTerm struct {
	Text    string // as typed, without quotes and hyphen
	Phrase  bool   // stood in quotes
	Exclude bool   // had a hyphen before it
}

// ParseText reads the text of a query: words, "phrases" and -excluded words or
// phrases. Every text can be read: a quote that is never closed is no quote, a
// lone hyphen is nothing, a hyphen after "en" or "of" stands for half a word
// ("antidiscriminatie en -racisme"), and bytes that are no UTF-8 separate words. At most
// MaxTerms terms come back. Curly and straight quotes are the same.
func ParseText(text string) []TextTerm {
	var terms []TextTerm
	elided := false // what follows may lack its first half
	text = strings.ToValidUTF8(text, " ")
	for len(terms) < MaxTerms {
		text = strings.TrimLeftFunc(text, isSpace)
		if text == "" {
			break
		}
		var t TextTerm
		if rest, ok := strings.CutPrefix(text, "-"); ok && !elided {
			t.Exclude, text = true, rest
		}
		if body, rest, ok := cutQuoted(text); ok {
			t.Text, t.Phrase, text = strings.TrimFunc(body, isSpace), true, rest
		} else {
			end := strings.IndexFunc(text, isSpace)
			if end < 0 {
				end = len(text)
			}
			word := strings.TrimRightFunc(text[:end], isQuote)
			t.Text = strings.TrimLeftFunc(word, func(r rune) bool { return r == '-' && !elided || isQuote(r) })
			text = text[end:]
		}
		if t.Text != "" {
			elided = t.Text == "en" || t.Text == "of" || t.Text == "&"
			terms = append(terms, t)
		}
	}
	return terms
}

// cutQuoted splits off a quoted phrase at the start of s.
func cutQuoted(s string) (body, rest string, ok bool) {
	r, n := utf8.DecodeRuneInString(s)
	if !isQuote(r) {
		return "", s, false
	}
	end := strings.IndexFunc(s[n:], isQuote)
	if end < 0 {
		return "", s, false
	}
	_, m := utf8.DecodeRuneInString(s[n+end:])
	return s[n : n+end], s[n+end+m:], true
}

func isQuote(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»', '″':
		return true
	}
	return false
}

// isSpace holds for whatever separates words: Unicode spaces and controls.
func isSpace(r rune) bool {
	switch {
	case r <= ' ', r >= 0x7f && r <= 0xa0, r == 0x1680, r >= 0x2000 && r <= 0x200b,
		r == 0x2028, r == 0x2029, r == 0x202f, r == 0x205f, r == 0x3000, r == 0xfeff:
		return true
	}
	return false
}

// String returns the term as it can be typed.
func (t TextTerm) String() string {
	s := t.Text
	if t.Phrase {
		s = `"` + s + `"`
	}
	if t.Exclude {
		s = "-" + s
	}
	return s
}

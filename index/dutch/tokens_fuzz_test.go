package dutch_test

import (
	"testing"
	"unicode/utf8"

	"praktijkzoeker/index/dutch"
)

func FuzzTokens(f *testing.F) {
	for _, s := range []string{
		"Samen taal leren", "OCMW's", "(semi)professionelen", "onthaal- en integratiegesprek", "antidiscriminatie en -racisme",
		"S.O.S. 3.000 1,5", "info@gemeente.be", "K&G", "65+", "efficiĆ«nt", "a\xffb", "e\u0301\u0301", "hulp-of", "((a)b)c", "ﷺﷺﷺ",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := dutch.Token{Pos: -1}
		for _, tok := range dutch.Default().Tokens(nil, text) {
			if tok.Start < last.Start || tok.Start >= tok.End || tok.End > len(text) {
				t.Fatalf("%+v after %+v in %q", tok, last, text)
			}
			if tok.Pos != last.Pos+1 && !(tok.Joined && tok.Pos == last.Pos) {
				t.Errorf("%+v after %+v in %q", tok, last, text)
			}
			if utf8.ValidString(text) && (!utf8.RuneStart(text[tok.Start]) || tok.End < len(text) && !utf8.RuneStart(text[tok.End])) {
				t.Errorf("%+v cuts a rune of %q", tok, text)
			}
			if tok.Term == "" || len(tok.Term) > 64 || !utf8.ValidString(tok.Term) || dutch.Fold(tok.Term) != tok.Term {
				t.Errorf("term %q in %q", tok.Term, text)
			}
			if start, end := tok.Range(text, 0, 1); start < tok.Start || end > tok.End || start >= end {
				t.Errorf("range %d..%d of %+v in %q", start, end, tok, text)
			}
			if w := dutch.Default().Word(tok.Term); w.Form != tok.Term || w.Stem == "" {
				t.Errorf("Word(%q) = %+v", tok.Term, w)
			}
			last = tok
		}
	})
}

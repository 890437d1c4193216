package dutch

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// tokensOfPieces is Tokens without its short cut for ASCII words that stand
// alone: the oracle of that short cut.
func tokensOfPieces(a *Analyzer, text string) []Token {
	sc := scanner{a: a, text: text}
	for i := 0; i < len(text); {
		// A small word before a space is never an elision.
		if end, capitals := scanASCII(text, i); end > i && !capitals && strings.HasPrefix(text[end:], " ") {
			sc.emit(text[i:end], i, end)
			i = end
			continue
		}
		if text[i] == '(' {
			if end := sc.bracketFirst(i); end > i {
				i = end
				continue
			}
		}
		if end := sc.wordOfPieces(i); end > i {
			i = end
			continue
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
	}
	sc.resolve()
	return sc.dst
}

func FuzzTokensOfPieces(f *testing.F) {
	notice, err := os.ReadFile("compound/NOTICE")
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{
		"Samen taal leren.", "OCMW's, LOI's", "(Semi)professionelen en You(th)", "Onthaal- en Integratiegesprek",
		"Antidiscriminatie en -Racisme.", "S.O.S. A.b", "3.000, 1,5 en 2019-2020.", "info@gemeente.be", "65+ A+", "Één CRÈCHE's", "a\xffB", "hulp-Of dienst",
		"Zomerscholen.Dat", "Taal‑Beleid", "en ‐Racisme, op", strings.Repeat("Lang", 40), "\u00adZacht", "Taal\u0301 x",
	} {
		f.Add(s)
	}
	f.Add(string(notice))
	f.Fuzz(func(t *testing.T, text string) {
		a := Default()
		if diff := cmp.Diff(tokensOfPieces(a, text), a.Tokens(nil, text)); diff != "" {
			t.Errorf("%q (-pieces +tokens):\n%s", text, diff)
		}
	})
}

func TestTokensKnowTheirWord(t *testing.T) {
	a := NewAnalyzer("gent")
	tokens := a.Tokens(nil, "Taalbeleid in Gent: onthaal- en Integratiegesprek, (semi)professionelen, buddy-project, één crèche, 65+.")
	for _, tok := range tokens {
		if tok.Word == nil || tok.Word.Form != tok.Term {
			t.Errorf("%+v: the word is %+v", tok, tok.Word)
		}
		if diff := cmp.Diff(a.Word(tok.Term), tok.Word); diff != "" {
			t.Error(diff)
		}
	}
	if !slices.ContainsFunc(tokens, func(t Token) bool { return t.Joined }) {
		t.Error("no joined token among them")
	}
}

func TestTokensOfKnownWordsDoNotAllocate(t *testing.T) {
	a := NewAnalyzer()
	text := "De Vlaamse gemeente coördineert, één keer per maand, een BUDDYWERKING voor nieuwkomers in de bibliotheek (met OCMW)."
	tokens := a.Tokens(nil, text)
	if n := testing.AllocsPerRun(100, func() { tokens = a.Tokens(tokens[:0], text) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestTermsDoNotKeepTheText(t *testing.T) {
	// A term that shares memory with its text keeps all of it alive.
	a := NewAnalyzer()
	text := "taalbeleid Taalbeleid tàalbeleid"
	form := a.Word("taalbeleid").Form
	for _, tok := range a.Tokens(nil, text) {
		if tok.Word != a.Word(form) {
			t.Errorf("%+v has a word of its own", tok)
		}
	}
}

func TestWordOfBytes(t *testing.T) {
	a := NewAnalyzer("gent")
	for _, form := range []string{"gent", "kinderen", "taalbeleid", "", "é"} {
		buffer := []byte(form)
		first := a.wordOf(buffer)
		for i := range buffer {
			buffer[i] = 'x'
		}
		if first.Form != form || a.Word(form) != first || a.wordOf([]byte(form)) != first {
			t.Errorf("%q: %+v", form, first)
		}
	}
}

package suggest

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestPhrase(t *testing.T) {
	tests := []struct{ text, words, others string }{
		{"Taalbeleid op de werkvloer", "taalbeleid op de werkvloer", ""},
		{"Baby's in de bib", "babys in de bib", ""},
		{"Baby’s", "babys", ""},
		{"CHILL'OP", "chillop", "op"},
		{"'s-Gravenwezel", "s gravenwezel", "sgravenwezel"},
		{"Sint-Niklaas", "sint niklaas", "sintniklaas"},
		{"Sint – Niklaas", "sint niklaas", ""},
		{"Heist-op-den-Berg", "heist op den berg", "heistopdenberg opdenberg denberg"},
		{"Antidiscriminatie en -racisme", "antidiscriminatie en racisme", ""},
		{"Visie, organisatie & samenwerking", "visie organisatie samenwerking", ""},
		{"PRAATCAFÉ", "praatcafe", ""},
		{"cafe\u0301", "cafe", ""},
		{"65+ en 18-", "65 en 18", ""},
		{"rock'n'roll", "rocknroll", "roll"},
		{"o'", "o", ""},
		{"مرحبا-x", "مرحبا x", "مرحباx"},
		{"\xff\x80", "", ""},
		{"", "", ""},
	}
	var p phrase // one for all: nothing of the text before may remain
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			p.read(tt.text)
			var words, others []string
			for i := range p.pieces {
				words = append(words, string(p.word(i)))
			}
			p.others(func(w []byte) { others = append(others, string(w)) })
			if diff := cmp.Diff([]string{tt.words, tt.others}, []string{strings.Join(words, " "), strings.Join(others, " ")}); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestScratchReadIsBounded(t *testing.T) {
	s := new(scratch)
	s.read(strings.Repeat("taal ", 1000))
	if len(s.typed) != 16 {
		t.Errorf("%d words", len(s.typed))
	}
	s.read(strings.Repeat("é", 5000))
	if len(s.typed) != 1 || len(s.typed[0].text) > maxBytes {
		t.Errorf("%d words", len(s.typed))
	}
	s.read("een twee")
	if len(s.typed) != 2 || string(s.typed[1].text) != "twee" {
		t.Errorf("after a long text: %+v", s.typed)
	}
}

// TestPhraseOfASCII compares the way of plain ASCII with that of folded text:
// a letter that is not ASCII, put behind, makes read take the other.
func TestPhraseOfASCII(t *testing.T) {
	r := rand.New(rand.NewPCG(41, 1))
	const characters = "aAbZz09 '`-'-  .,_/@[{^~\\\x00\x7f"
	var ascii, folded phrase
	for range 5000 {
		b := make([]byte, r.IntN(24))
		for i := range b {
			b[i] = characters[r.IntN(len(characters))]
		}
		ascii.read(string(b))
		folded.read(string(b) + " é")
		last := len(folded.pieces) - 1
		if string(folded.word(last)) != "e" {
			t.Fatalf("%q: the last word is %q", b, folded.word(last))
		}
		folded.pieces = folded.pieces[:last]
		if diff := cmp.Diff(folded.pieces, ascii.pieces, cmp.AllowUnexported(piece{}), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("%q:\n%s", b, diff)
		}
		for i := range ascii.pieces {
			if string(ascii.word(i)) != string(folded.word(i)) {
				t.Fatalf("%q: word %d is %q, want %q", b, i, ascii.word(i), folded.word(i))
			}
		}
	}
}

// Reading plain text costs no memory.
func TestPhraseDoesNotAllocate(t *testing.T) {
	var p phrase
	if n := testing.AllocsPerRun(100, func() { p.read("Taalbeleid op de Werkvloer") }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

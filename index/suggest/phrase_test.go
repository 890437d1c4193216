package suggest

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
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

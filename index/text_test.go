package index_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/index"
)

func TestParseText(t *testing.T) {
	word := func(s string) index.TextTerm { return index.TextTerm{Text: s} }
	for _, c := range []struct {
		name, text string
		want       []index.TextTerm
	}{
		{"words", "taal beleid", []index.TextTerm{word("taal"), word("beleid")}},
		{"a phrase", `"op de werkvloer" taal`, []index.TextTerm{{Text: "op de werkvloer", Phrase: true}, word("taal")}},
		{"curly and low quotes", "“op de” „werk vloer”", []index.TextTerm{{Text: "op de", Phrase: true}, {Text: "werk vloer", Phrase: true}}},
		{"an excluded word", "taal -nederlands", []index.TextTerm{word("taal"), {Text: "nederlands", Exclude: true}}},
		{"an excluded phrase", `-"op de"`, []index.TextTerm{{Text: "op de", Phrase: true, Exclude: true}}},
		{"a quote that stays open", `"op de`, []index.TextTerm{word("op"), word("de")}},
		{"a hyphen inside", "NT2-les", []index.TextTerm{word("NT2-les")}},
		{"a lone hyphen", "- taal", []index.TextTerm{word("taal")}},
		{"nothing in quotes", `"" taal`, []index.TextTerm{word("taal")}},
		{"half a word", "onthaal en -beleid -werk", []index.TextTerm{word("onthaal"), word("en"), {Text: "-beleid"}, {Text: "werk", Exclude: true}}},
		{"spaces and controls", "taal\u00a0\tbeleid\x00werk\n", []index.TextTerm{word("taal"), word("beleid"), word("werk")}},
		{"broken bytes", "taal\xffbeleid", []index.TextTerm{word("taal"), word("beleid")}},
		{"nothing", " \t ", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, index.ParseText(c.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestParseTextIsBounded(t *testing.T) {
	if n := len(index.ParseText(strings.Repeat("taal ", 1000))); n != index.MaxTerms {
		t.Errorf("%d terms, want %d", n, index.MaxTerms)
	}
}

func FuzzParseText(f *testing.F) {
	for _, s := range []string{`taal "op de" -werk`, `-"`, "“„", "\xff", `--a ""b""`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		terms := index.ParseText(text)
		var words []string
		for _, x := range terms {
			if x.Text == "" || !utf8.ValidString(x.Text) {
				t.Errorf("term %q of %q", x.Text, text)
			}
			words = append(words, x.String())
		}
		if diff := cmp.Diff(terms, index.ParseText(strings.Join(words, " "))); diff != "" {
			t.Errorf("%q written out reads differently:\n%s", text, diff)
		}
	})
}

package corpus_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
)

// nasty are texts that look like something else.
var nasty = []string{
	"", " ", "gewoon", "  met blanco's  ", "## Doelen", "# Kop", `\## Doelen`, `\\# Kop`, "### Gent", "#", "##", "#geen kop",
	"- een punt", "* een punt", "-", "•", "1. eerst", "+++", "---", "***", "===", "```", "```toml\n## in code\n```", "~~~",
	"naam: tekst", "naam:", ":", ": tekst", `naam\: tekst`, `eind\`, `C:\map\: x`, `\\:`, "14:30 uur", "zie https://a.be: ja",
	"regel een\nregel twee", "regel een\n\n\n\nregel twee", "Doelen\n## Doelgroep\n- x", "a\r\nb\rc", "\uFEFFbom", "vaste\u00a0spatie",
	"Che\u0301ri", "\u0301los", "\u0338=", "zachte\u00adkoppel", "tab\tbier", "nul\x00bel\a", "kapot\xff", "'enkel'", `"dubbel"`, `'a' "b" \c`,
	"    ingesprongen", "   ## drie spaties", "    ## vier spaties", "<<<<<<< HEAD", "=======", ">>>>>>> x", "title = 1", "[image]",
	"Doelen:", `\Doelen`, `\\`, "Deze praktijk in", "Partners ##", "Doelen ##", "\u2028", "a\u2028b", "\u0085", "é\u3000è", "1) x", "-racisme", "Gent:",
}

func TestRoundTripOfNastyTexts(t *testing.T) {
	for _, s := range nasty {
		t.Run(strings.ReplaceAll(s, "/", "|"), func(t *testing.T) {
			roundTrip(t, filled(s, s))
			for _, other := range nasty {
				roundTrip(t, filled(s, other))
			}
		})
	}
}

// filled puts a and b in every place of a fiche.
func filled(a, b string) corpus.Fiche {
	f := corpus.Fiche{
		ID: "f", Title: "T" + a, Summary: a, Audience: b + "\n" + a, Description: a + "\n\n" + b, Source: b,
		Categories: []string{a, b}, Domains: []string{b}, TargetGroups: []string{a, "", a},
		Goals: []string{a, b, a}, SuccessFactors: []string{b, a}, Challenges: []string{b},
		Extra: []corpus.Section{{Heading: a, Text: b}, {Heading: b}, {Text: a}, {}},
		Practices: []corpus.LocalPractice{
			{AsWritten: a, Examples: []corpus.Example{{Name: a, Text: b}, {Name: b}, {Text: a}, {Text: b}, {}}},
			{AsWritten: b}, {Examples: []corpus.Example{{Name: "los"}}},
		},
		Image:   &corpus.Image{File: a, Credit: b, Alt: a + b},
		Updated: time.Date(2024, 2, 29, 23, 59, 0, 0, time.FixedZone("", 3600)),
	}
	return f
}

func TestRoundTripOfAFullFiche(t *testing.T) {
	f := full()
	got, problems := corpus.Parse("samen-koken.md", corpus.Format(f))
	if corpus.Broken(problems) {
		t.Fatal(problems)
	}
	if diff := cmp.Diff(f, got); diff != "" {
		t.Errorf("Parse(Format(f)) (-want +got):\n%s", diff)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("a.md", corpus.Format(full()))
	for _, s := range nasty {
		f.Add("a.md", corpus.Format(filled(s, s)))
		f.Add("b.md", []byte("+++\ntitle = \"x\"\n+++\n"+s+"\n## Doelen\n"+s+"\n"+s+"\n## Deze praktijk in\n"+s+"\n### Gent\n"+s+"\n\n"+s))
	}
	f.Fuzz(func(t *testing.T, path string, data []byte) {
		got, problems := corpus.Parse(path, data)
		for i, p := range problems {
			if p.Message == "" || p.Line < 0 || i > 0 && p.Line < problems[i-1].Line {
				t.Errorf("problem %d out of order or empty: %+v", i, p)
			}
		}
		if corpus.Broken(problems) {
			return
		}
		if diff := cmp.Diff(got, got.Tidy()); diff != "" {
			t.Errorf("Parse gave an untidy fiche (-got +tidy):\n%s", diff)
		}
		again, problems := corpus.Parse(path, corpus.Format(got))
		if corpus.Broken(problems) {
			t.Fatalf("Parse(Format(f)): %v\n%s", problems, corpus.Format(got))
		}
		if diff := cmp.Diff(got, again); diff != "" {
			t.Errorf("Parse(Format(f)) (-want +got):\n%s\n%s", diff, corpus.Format(got))
		}
	})
}

func FuzzFormat(f *testing.F) {
	for i, s := range nasty {
		f.Add(s, nasty[len(nasty)-1-i])
	}
	f.Fuzz(func(t *testing.T, a, b string) { roundTrip(t, filled(a, b)) })
}

package inflect_test

import (
	"strings"
	"testing"

	"praktijkzoeker/index/dutch/inflect"
)

func TestFormsOfAWordMeet(t *testing.T) {
	for _, words := range []string{
		"kind kinderen kindje kindjes",
		"stad steden",
		"idee ideeen",
		"huis huizen huisje",
		"inburgering inburgeraar inburgeraars",
		"buddy buddy's buddies",
		"vrijwilliger vrijwilligers",
		"taal talen",
		"school scholen",
		"werken werkt gewerkt werkte werkten werkend werkende",
		"wonen woont gewoond woonde",
		"actief actieve",
		"sociaal sociale",
		"creatief creatieve",
		"inclusief inclusieve",
		"duurzaam duurzame",
		"divers diverse",
		"leraar leraren",
		"cursus cursussen",
		"museum musea",
		"brief brieven",
		"gezin gezinnen",
		"bedrijf bedrijven",
		"initiatief initiatieven",
		"organisatie organisaties",
		"subsidie subsidies",
		"ocmw ocmw's",
		"gemeente gemeenten gemeentes",
		"lid leden",
		"dag dagen",
		"spel spelen gespeeld",
		"mogelijkheid mogelijkheden",
		"vinden vindt vond gevonden",
		"begeleiden begeleidt begeleidde",
		"aanpassen aangepast aanpaste aangepaste",
		"deelnemen deelneemt deelgenomen",
		"gaan gaat ging gegaan",
		"nieuwkomer nieuwkomers",
		"vluchteling vluchtelingen",
		"nederlands nederlandse",
		"nt2-les nt2-lessen",
	} {
		forms := strings.Fields(words)
		t.Run(forms[0], func(t *testing.T) {
			want := inflect.Stem(forms[0])
			for _, form := range forms {
				if got := inflect.Stem(form); got != want {
					t.Errorf("Stem(%q) = %q, but Stem(%q) = %q", form, got, forms[0], want)
				}
			}
		})
	}
}

func TestCompoundsInflectAsTheirHead(t *testing.T) {
	for _, tt := range []struct{ singular, plural string }{
		{"taalcafe", "taalcafes"}, {"buurthuis", "buurthuizen"}, {"praattafel", "praattafels"},
		{"vrijwilligerswerk", "vrijwilligerswerken"}, {"zomerschool", "zomerscholen"},
		{"onthaalgesprek", "onthaalgesprekken"}, {"gezinsbuddy", "gezinsbuddy's"}, {"leerbuddy", "leerbuddy's"},
		{"ontmoetingsplek", "ontmoetingsplekken"}, {"overlegplatform", "overlegplatformen"},
		{"brugfiguur", "brugfiguren"}, {"buurtkind", "buurtkinderen"}, {"conversatiegroep", "conversatiegroepen"},
	} {
		if s, p := inflect.Stem(tt.singular), inflect.Stem(tt.plural); s != p {
			t.Errorf("Stem(%q) = %q, Stem(%q) = %q", tt.singular, s, tt.plural, p)
		}
	}
}

func TestOtherWordsStayApart(t *testing.T) {
	for _, words := range []string{
		"gemeente mening gemeen", "gezin zin", "begeleiding beleid", "buur buurt", "oud ouder oudere", "hal halen",
		"land landing", "gelijk lijk", "gebouw bouw", "jong jongere jongen", "school schol", "gebruik bruik", "gezond zon", "negen nijg", "vrijwilliger vrijwillig",
		"taal tal", "werk werking werker", "kwetsbaar kwetsen",
	} {
		met := map[string]string{}
		for form := range strings.FieldsSeq(words) {
			stem := inflect.Stem(form)
			if other, ok := met[stem]; ok {
				t.Errorf("%q and %q are both %q", other, form, stem)
			}
			met[stem] = form
		}
	}
}

func TestStemIsNeverEmpty(t *testing.T) {
	for _, form := range []string{"a", "e", "en", "ge", "ges", "s", "'s", "-", "één", "x-y", "65+", "de-", "vrijwilligers"} {
		if inflect.Stem(form) == "" {
			t.Errorf("Stem(%q) is empty", form)
		}
	}
	if got := inflect.Stem(""); got != "" {
		t.Errorf("the stem of nothing is %q", got)
	}
}

func FuzzStem(f *testing.F) {
	for _, s := range []string{"gewerkt", "kinderen", "nt2-lessen", "ocmw's", "gegegege", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, form string) {
		if stem := inflect.Stem(form); stem == "" && form != "" || len(stem) > len(form)+8 {
			t.Errorf("Stem(%q) = %q", form, stem)
		}
	})
}

func BenchmarkStem(b *testing.B) {
	words := strings.Fields("kinderen gewerkt aangepaste taalbeleid vrijwilligers onthaalgesprekken ocmw integratie")
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range words {
			inflect.Stem(w)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(words)), "ns/word")
}

package inflect_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"praktijkzoeker/index/dutch/inflect"
)

func FuzzStemChangesTheHeadAlone(f *testing.F) {
	for _, s := range []string{"kinderen", "nt2-lessen", "buddy's", "gezins-", "'s", "aangepaste", "ge", "gegeven", "65+", "één", strings.Repeat("en", 40)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, form string) {
		stem := inflect.Stem(form)
		if (stem == "") != (form == "") {
			t.Fatalf("Stem(%q) = %q", form, stem)
		}
		if utf8.ValidString(form) && !utf8.ValidString(stem) {
			t.Errorf("Stem(%q) = %q is no UTF-8", form, stem)
		}
		if !strings.HasSuffix(form, "'s") && form != "" && inflect.Stem(form+"'s") != stem {
			t.Errorf("%q with a possessive 's has the stem %q, without %q", form, inflect.Stem(form+"'s"), stem)
		}
		// Of words with a hyphen only what follows the last one changes.
		if i := strings.LastIndexByte(form, '-'); i >= 0 && !strings.HasPrefix(stem, form[:i+1]) && !strings.HasSuffix(form, "'s") {
			t.Errorf("Stem(%q) = %q changes what stands before the hyphen", form, stem)
		}
	})
}

// Forms that are also words of their own (namen, gaven, las, staat) are left
// out: they may keep a stem of their own.
func TestStrongVerbsMeet(t *testing.T) {
	for _, words := range []string{
		"nemen neemt nam genomen",
		"meenemen meeneemt meenam meegenomen",
		"geven geeft gaf",
		"krijgen krijgt kreeg kregen gekregen",
		"schrijven schrijft schreef schreven geschreven",
		"inschrijven inschrijft inschreef ingeschreven",
		"spreken spreekt sprak gesproken",
		"bespreken bespreekt besprak besproken",
		"helpen helpt hielp hielpen geholpen",
		"zoeken zoekt zocht zochten gezocht",
		"brengen brengt bracht brachten gebracht",
		"denken denkt dacht dachten gedacht",
		"lezen gelezen",
		"kiezen kiest gekozen",
		"vragen vraagt gevraagd",
		"staan stond stonden",
	} {
		forms := strings.Fields(words)
		t.Run(forms[0], func(t *testing.T) {
			want := inflect.Stem(forms[0])
			for _, form := range forms[1:] {
				if got := inflect.Stem(form); got != want {
					t.Errorf("Stem(%q) = %q, want %q", form, got, want)
				}
			}
		})
	}
}

func TestStemOfSignsAndDigits(t *testing.T) {
	for _, tt := range []struct{ name, form, want string }{
		{"digits", "2024", "2024"},
		{"letters and digits", "nt2", "nt2"},
		{"plus", "65+", "65+"},
		{"address", "info@gemeente.be", "info@gemeente.be"},
		{"too short to inflect", "en", "en"},
		{"a short head behind a hyphen", "e-en", "e-en"},
		{"letters outside a to z", "日本語", "日本語"},
		{"possessive alone", "'s", "'s"},
		{"hyphen at the end", "onthaal-", "onthaal-"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := inflect.Stem(tt.form); got != tt.want {
				t.Errorf("Stem(%q) = %q, want %q", tt.form, got, tt.want)
			}
		})
	}
}

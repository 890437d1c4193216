package spelling_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"praktijkzoeker/index/dutch/spelling"
)

// Each confusion of spelling is one edit, in both directions, and typical.
func TestTypical(t *testing.T) {
	tests := map[string]string{ // confusion → pairs of words
		"ei and ij":          "beleid=belijd reizen=rijzen",
		"au and ou":          "vrouw=vrauw kabeljauw=kabeljouw",
		"c and k":            "project=projekt actief=aktief akkoord=accoord",
		"d, t and dt":        "antwoord=antwoort gebeurt=gebeurd wordt=wort wordt=word",
		"g and ch":           "vluchtig=vlugtig lachen=lagen",
		"v and f, z and s":   "graven=grafen reizen=reisen",
		"i and ie":           "politie=polietie muziek=muzik",
		"double consonant":   "zitten=ziten verassing=verrassing",
		"double vowel":       "vergaderen=vergadeeren praten=praaten",
		"x and ks":           "taxi=taksi",
		"y":                  "systeem=sisteem hobby=hobbie",
		"th and t":           "bibliotheek=biblioteek",
		"tie and sie, cie":   "presentatie=presentasie politie=policie",
		"ending of a plural": "pannekoek=pannenkoek",
		"linking s":          "stadbestuur=stadsbestuur",
	}
	for name, pairs := range tests {
		t.Run(name, func(t *testing.T) {
			for pair := range strings.FieldsSeq(pairs) {
				a, b, _ := strings.Cut(pair, "=")
				for written, right := range map[string]string{a: b, b: a} {
					got := words(right).Correct(written)
					if len(got) != 1 || got[0].Form != right || got[0].Distance != 1 || !got[0].Typical() {
						t.Errorf("%s for %s: %+v", written, right, got)
					}
				}
			}
		})
	}
}

func TestNotTypical(t *testing.T) {
	for written, right := range map[string]string{
		"buurthuys": "buurthuus", // y for u: two letters, no sound
		"opvong":    "opvang",
		"taalbel":   "taalbelo",
		"inthaal":   "onthaal",
	} {
		if got := words(right).Correct(written); len(got) != 1 || got[0].Typical() {
			t.Errorf("%s for %s: %+v", written, right, got)
		}
	}
}

// Mend gives no empty word, says truly whether it changed anything, and leaves
// alone what it is told to.
func FuzzMend(f *testing.F) {
	v := words("vrijwilligers", "vrij", "taalcafe", "taal", "cafe", "aalst", "buurthuis", "buurt", "huis", "in")
	for _, s := range []string{"vrij willigers", "taalcafeaalst", "burthuis inaalst", "75taal 1 2", "x y z", "inin buurt huis", "aals t"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, query string) {
		if !utf8.ValidString(query) {
			return
		}
		mended, changed := v.Mend(strings.Fields(query), nil)
		for _, w := range mended {
			if w == "" {
				t.Errorf("%q became %q", query, mended)
			}
		}
		if changed && strings.Join(mended, " ") == strings.Join(strings.Fields(query), " ") {
			t.Errorf("%q is said to be changed", query)
		}
		known := func(string) bool { return true }
		if again, changed := v.Mend(strings.Fields(query), known); changed {
			t.Errorf("%q became %q although all its words are left alone", query, again)
		}
	})
}

// A query that is made to be slow takes as long as a long word, not more.
func BenchmarkCorrectHostile(b *testing.B) {
	v := spelling.Build(large(500_000))
	for name, form := range map[string]string{
		"replaceable": strings.Repeat("cct", 10),
		"longest":     strings.Repeat("ie", 31),
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				v.Correct(form)
			}
		})
	}
}

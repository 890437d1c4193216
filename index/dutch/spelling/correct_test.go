package spelling_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/index/dutch/spelling"
)

func forms(candidates []spelling.Candidate) []string {
	var list []string
	for _, c := range candidates {
		list = append(list, c.Form)
	}
	return list
}

func TestCorrect(t *testing.T) {
	v := words("vrijwilliger", "vrijwilligers", "taalbeleid", "buurthuis", "gezin", "gezien", "aalst", "aals", "pannenkoek", "inburgering",
		"inburgeringstraject", "onthaal", "huis", "buis", "muis", "ocmw", "nt2", "taal", "cadeau", "vluchteling", "toegejuicht",
		"vergadering", "gepaard", "gebaart", "blauw", "juist", "dorp", "filosofie", "cafe", "opvang", "babbeltje", "ingangsdatum", "moskee")
	tests := map[string]struct{ form, want string }{
		"double letter once":        {"vrijwiliger", "vrijwilliger"},
		"single letter twice":       {"vergaddering", "vergadering"},
		"ei and ij":                 {"taalbelijd", "taalbeleid"},
		"au and ou":                 {"blouw", "blauw"},
		"c and k":                   {"inburgeringstrajekt", "inburgeringstraject"},
		"g and ch":                  {"vlugteling", "vluchteling"},
		"d and t at the end":        {"gepaart", "gepaard"}, // not gebaart
		"two sounds at once":        {"toegejuigd", "toegejuicht"},
		"ph":                        {"filosophie", "filosofie"},
		"n between the parts":       {"pannekoek", "pannenkoek"},
		"linking s":                 {"ingangdatum", "ingangsdatum"},
		"diminutive in speech":      {"babbelke", "babbeltje"},
		"neighbours swapped":        {"brurthuis", "buurthuis"},
		"letter missing":            {"buurhuis", "buurthuis"},
		"letter too many":           {"opvamng", "opvang"},
		"place name":                {"aaslt", "aalst"},
		"two edits in a long word":  {"inburgrinh", "inburgering"},
		"first letter, same sound":  {"kadeau", "cadeau"},
		"first letter, key beside":  {"inthaal", "onthaal"},
		"first letter missing":      {"nthaal", "onthaal"},
		"first letter too many":     {"gonthaal", "onthaal"},
		"first letter, short word":  {"jorp", ""},
		"two edits in a short word": {"gzzn", ""},
		"three edits":               {"inbrgrinh", ""},
		"known":                     {"gezien", ""},
		"three letters":             {"hui", ""},
		"digits are no misspelling": {"buurthuis2", ""},
		"empty":                     {"", ""},
		"endless":                   {strings.Repeat("taal", 30), ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got := ""
			if c := v.Correct(tt.form); len(c) > 0 {
				got = c[0].Form
			}
			if got != tt.want {
				t.Errorf("%q → %q, want %q", tt.form, got, tt.want)
			}
		})
	}
}

func TestCorrectOrder(t *testing.T) {
	v := spelling.Build(func(yield func(string, int) bool) {
		for form, df := range map[string]int{"wijken": 1, "weken": 50, "werken": 9, "wekker": 99, "wekken": 2, "welken": 9} {
			if !yield(form, df) {
				return
			}
		}
	})
	got := v.Correct("wekkken") // a letter twice
	if diff := cmp.Diff([]string{"wekken"}, forms(got)); diff != "" {
		t.Errorf("wekkken (-want +got):\n%s", diff)
	}
	got = v.Correct("weeken")
	if len(got) == 0 || got[0].Form != "weken" || got[0].Distance != 1 || got[0].DF != 50 || !got[0].Typical() {
		t.Errorf("weeken → %v", got)
	}
	got = v.Correct("weklen") // swapped, then one too many, then another letter
	if diff := cmp.Diff([]string{"welken", "weken", "wekken"}, forms(got)); diff != "" {
		t.Errorf("weklen (-want +got):\n%s", diff)
	}
}

func TestCorrectFrequencyBreaksTies(t *testing.T) {
	list := func(yield func(string, int) bool) {
		_ = yield("kast", 3) && yield("kost", 7) && yield("kist", 7) && yield("kust", 1) && yield("kest", 2) && yield("kyst", 1)
	}
	got := forms(spelling.Build(list).Correct("kpst"))
	if len(got) != 5 || !slices.Equal(got[:2], []string{"kost", "kist"}) && !slices.Equal(got[:2], []string{"kist", "kost"}) {
		t.Errorf("kpst → %v, want five with kost and kist first", got)
	}
}

// With few words, Correct finds exactly those that a comparison with each of
// them finds.
func FuzzCorrect(f *testing.F) {
	vocabulary := []string{"taalbeleid", "taalbad", "taalbaden", "taal", "staal", "baltaal", "aalst", "buurt", "beurt", "buurten", "ij", "é", "zee-eend", "auto's"}
	v := words(vocabulary...)
	for _, s := range []string{"taalbeld", "taalabd", "taalbdene", "buurtne", "tal", "taaal", "staall", "éé", "\xff\xff\xff\xff", "----", "zeeeend", "a\x00bcd"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, form string) {
		got := forms(v.Correct(form))
		if v.Known(form) || len(form) < 4 {
			if got != nil {
				t.Errorf("%q → %v", form, got)
			}
			return
		}
		limit := 1
		if len(form) >= 8 {
			limit = 2
		}
		for _, w := range vocabulary {
			if near := edits(form, w) <= limit && w[0] == form[0]; near && !strings.ContainsAny(form, "0123456789") && len(form) < 60 && !slices.Contains(got, w) && len(got) < 5 {
				t.Errorf("%q lacks %q: %v", form, w, got)
			}
		}
		for _, c := range v.Correct(form) {
			if !v.Known(c.Form) || c.Distance < 1 || c.Distance > limit {
				t.Errorf("%q → %+v", form, c)
			}
		}
		v.Split(form)
		v.Join(form, form)
		if mended, changed := v.Mend(strings.Fields(form), nil); !changed && !slices.Equal(mended, strings.Fields(form)) {
			t.Errorf("%q became %v unchanged", form, mended)
		}
	})
}

// edits is the distance by its definition, slow and simple.
func edits(a, b string) int {
	switch {
	case a == "":
		return len(b)
	case b == "":
		return len(a)
	case len(a) > 20 || len(b) > 20:
		return 99
	}
	table := make([][]int, len(a)+1)
	for i := range table {
		table[i] = make([]int, len(b)+1)
		for j := range table[i] {
			switch {
			case i == 0 || j == 0:
				table[i][j] = i + j
				continue
			case a[i-1] == b[j-1]:
				table[i][j] = table[i-1][j-1]
			default:
				table[i][j] = 1 + min(table[i-1][j-1], table[i-1][j], table[i][j-1])
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				table[i][j] = min(table[i][j], 1+table[i-2][j-2])
			}
		}
	}
	return table[len(a)][len(b)]
}

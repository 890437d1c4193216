package suffix_test

import (
	"bytes"
	"testing"

	"praktijkzoeker/index/dutch/inflect/internal/suffix"
)

func TestGe(t *testing.T) {
	for _, tt := range []struct {
		name, form string
		want       int
	}{
		{"participle", "gewerkt", 0},
		{"strong participle", "genomen", 0},
		{"inflected", "gewerkte", 0},
		{"behind a separable prefix", "aangepast", 3},
		{"behind a longer one", "samengewerkt", 5},
		{"a prefix that does not part", "begeleid", -1},
		{"no ending of a participle", "gezellig", -1},
		{"inside a word", "burgerend", -1},
		{"too short", "gete", -1},
		{"nothing", "", -1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := suffix.Ge(tt.form); got != tt.want {
				t.Errorf("Ge(%q) = %d, want %d", tt.form, got, tt.want)
			}
		})
	}
}

func TestPlainKeepsGe(t *testing.T) {
	tree := suffix.Train(map[string]string{"gewerkt": "werk", "werkt": "werk", "gezinnen": "gezin"})
	if got := tree.Apply("gewerkt"); got != "werk" {
		t.Errorf("Apply gives %q", got)
	}
	if got := tree.Plain("gewerkt"); got != "gewerk" {
		t.Errorf("Plain gives %q, want the word without its ending alone", got)
	}
	if got := tree.Apply("gezinnen"); got != "gezin" {
		t.Errorf("a ge- that belongs to the word is lost: %q", got)
	}
}

func TestTheCommonestEndingWins(t *testing.T) {
	// Two words in -s keep it, one loses it: an unknown one keeps it.
	tree := suffix.Train(map[string]string{"huis": "huis", "gids": "gids", "auto's": "auto", "les": "les", "bus": "bus", "tantes": "tante"})
	if got := tree.Apply("kans"); got != "kans" {
		t.Errorf("Apply(kans) = %q", got)
	}
	if got := tree.Apply("tantes"); got != "tante" {
		t.Errorf("Apply(tantes) = %q: what was trained is exact", got)
	}
}

// FuzzTrain holds that a tree of any forms is made, and gives the same after it
// was written and read again.
func FuzzTrain(f *testing.F) {
	f.Add("huizen", "huis", "gewerkt", "werk")
	f.Add("gegeten", "eet", "ging", "ga")
	f.Add("aangeboden", "aanbied", "aangeboden", "aanbied")
	f.Add("musea", "museum", "a", "a")
	f.Fuzz(func(t *testing.T, form1, root1, form2, root2 string) {
		for _, word := range []string{form1, root1, form2, root2} {
			if !letters(word) {
				return
			}
		}
		roots := map[string]string{form1: root1, form2: root2}
		tree := suffix.Train(roots)
		var file bytes.Buffer
		if err := tree.Encode(&file); err != nil {
			t.Fatal(err)
		}
		again, err := suffix.Decode(&file)
		if err != nil {
			t.Fatalf("%v: %v", roots, err)
		}
		for _, form := range []string{form1, root1, form2, root2, "buurt" + form1} {
			want := tree.Apply(form)
			if want == "" {
				t.Errorf("Apply(%q) is empty", form)
			}
			if got := again.Apply(form); got != want {
				t.Errorf("read again: Apply(%q) = %q, want %q", form, got, want)
			}
		}
	})
}

// letters holds for words of 2 to 40 small letters, as the lists have them.
func letters(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return len(s) >= 2 && len(s) <= 40
}

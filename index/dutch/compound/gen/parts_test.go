package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/index/dutch/compound/internal/lexicon"
)

func TestCost(t *testing.T) {
	for nats, want := range map[float64]uint8{-1: lexicon.Never, 0: 0, .2: 0, .3: 1, 4: 8, 9.8: 20, 1e9: 200} {
		if got := cost(nats); got != want {
			t.Errorf("cost(%v) = %d, want %d", nats, got, want)
		}
	}
}

func TestBaseOf(t *testing.T) {
	tests := map[string]struct {
		form, base string
		want       uint8
		listed     map[string]string
	}{
		"the same":       {"buurt", "buurt", lexicon.BaseSame, map[string]string{}},
		"an ending off":  {"vrijwilligers", "vrijwilliger", 1, map[string]string{}},
		"double letter":  {"tassen", "tas", 3, map[string]string{}},
		"another vowel":  {"scholen", "school", lexicon.BaseListed, map[string]string{"scholen": "school"}},
		"longer":         {"digi", "digitaal", lexicon.BaseListed, map[string]string{"digi": "digitaal"}},
		"too much to go": {"kinderen", "kind", lexicon.BaseListed, map[string]string{"kinderen": "kind"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			bases := map[string]string{}
			if got := baseOf(tt.form, tt.base, bases); got != tt.want {
				t.Errorf("baseOf(%q, %q) = %d, want %d", tt.form, tt.base, got, tt.want)
			}
			if diff := cmp.Diff(tt.listed, bases); diff != "" {
				t.Errorf("listed (-want +got):\n%s", diff)
			}
		})
	}
}

func TestPartCosts(t *testing.T) {
	lists, err := readLists()
	if err != nil {
		t.Fatal(err)
	}
	src := &sources{
		words: map[string]bool{"huis": true, "huizen": true, "lof": true, "taal": true, "ver": true, "dag": true, "zee-eend": true},
		names: map[string]bool{"sicilie": true, "gent": true},
		forms: map[string][]derived{"huis": {{"huis", ""}}, "huizen": {{"huis", "Zh"}}},
		left:  map[string][]derived{"huis": {{"huis", ""}}, "gezins": {{"gezin", "Ch"}}},
		heads: map[string]bool{"huis": true},
	}
	p := &parts{sources: src, lists: lists, counts: counts{
		left:  map[string]float64{"huis": 100, "taal": 100},
		right: map[string]float64{"huis": 100, "taal": 100},
	}}
	t.Run("cheaper", func(t *testing.T) {
		for name, pair := range map[string][2]float64{
			"marked as a left part":       {p.leftCost("huis"), p.leftCost("taal")},
			"marked as a head":            {p.rightCost("huis"), p.rightCost("taal")},
			"in more words":               {p.leftCost("taal"), p.leftCost("huizen")},
			"more than three letters":     {p.leftCost("gezins"), p.leftCost("dag")},
			"the family of the inflected": {p.rightCost("huizen"), p.rightCost("dag")},
			"a word before a name":        {p.leftCost("taal"), p.leftCost("sicilie")},
		} {
			if pair[0] < 0 || pair[1] < 0 || pair[0] >= pair[1] {
				t.Errorf("%s: %.2f is not under %.2f", name, pair[0], pair[1])
			}
		}
		if a, b := p.rightCost("huis"), p.rightCost("huizen"); a != b {
			t.Errorf("inflected heads cost %.2f and %.2f", a, b)
		}
	})
	t.Run("never", func(t *testing.T) {
		for name, x := range map[string]float64{
			"a prefix that is a word":  p.leftCost("ver"),
			"no word":                  p.leftCost("xyzzy"),
			"a short name":             p.leftCost("gent"),
			"a name as head":           p.rightCost("sicilie"),
			"a form of compounds only": p.rightCost("gezins"),
			"a hyphen":                 p.leftCost("zee-eend"),
			"an ending":                p.rightCost("heid"),
			"two letters":              p.rightCost("ei"),
		} {
			if x >= 0 {
				t.Errorf("%s costs %.2f", name, x)
			}
		}
	})
	t.Run("listed", func(t *testing.T) {
		for name, x := range map[string]float64{"two letters": p.leftCost("na"), "a prefix": p.leftCost("anti"), "an adjective": p.rightCost("talige")} {
			if x < 0 {
				t.Errorf("%s never", name)
			}
		}
	})
}

func TestGuardDoubt(t *testing.T) {
	g := guard{sources: &sources{words: map[string]bool{"stuur": true, "deel": true}, forms: map[string][]derived{"bedelen": {{"bedeel", "Zf"}}}}}
	for form, want := range map[string]int{
		"bestuur": derivation, "bedelen": derivation, "geslacht": maybePrefix, "verfkwast": maybePrefix, "buurthuis": 0, "": 0,
	} {
		if got := g.doubt(form); got != want {
			t.Errorf("doubt(%q) = %d, want %d", form, got, want)
		}
	}
}

func TestGuardInflection(t *testing.T) {
	build := map[string]lexicon.Entry{}
	for _, w := range []string{"taal", "les", "toer", "isten", "gesprek", "toerist", "toeristen", "taalles", "taallessen", "lessen"} {
		build[w] = lexicon.Entry{Left: 4, Right: 4, Word: true}
	}
	l, err := lexicon.Build(build, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	lists, err := readLists()
	if err != nil {
		t.Fatal(err)
	}
	g := guard{lists: lists, lexicon: l, memo: map[string][]int{}, sources: &sources{
		words: map[string]bool{"toerist": true, "toeristen": true, "taalles": true, "taallessen": true},
		forms: map[string][]derived{
			"toeristen": {{"toerist", "Zb"}}, "toerist": {{"toerist", ""}},
			"taallessen": {{"taalles", "Ze"}}, "taalles": {{"taalles", ""}},
		},
	}}
	for form, want := range map[string]bool{"toerist": true, "toeristen": true, "taalles": false, "taallessen": false} {
		if got := g.atom(form); got != want {
			t.Errorf("atom(%q) = %v", form, got)
		}
	}
}

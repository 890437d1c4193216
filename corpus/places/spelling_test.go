package places

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCorrect(t *testing.T) {
	tests := []struct {
		what, key string
		want      []string // names
	}{
		{"a letter too many", "temste", []string{"Temse"}},
		{"a letter too few", "ostende", []string{"Ostende"}},
		{"a letter too few, first", "alst", []string{"Aalst", "Alost"}},
		{"another letter", "kortrijt", []string{"Kortrijk"}},
		{"neighbours swapped", "gnet", []string{"Gent"}},
		{"two edits in a long name", "vilvorode", []string{"Vilvoorde", "Vilvorde"}},
		{"two edits in a short name", "gnte", nil},
		{"three letters", "gnt", nil},
		{"the first letter wrong", "bent", nil},
		{"another saint", "sint niklas", []string{"Sint-Niklaas"}},
		{"short behind sint", "sint jonas", nil},
		{"an ordinary word", "beleid", nil},
		{"a region", "westhoek", nil},
		{"a foreign town", "roosendaal", nil},
		{"an ordinary word that is a name", "boom", nil},
		{"nothing", "", nil},
		{"far too long", string(make([]byte, 500)), nil},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			var got []string
			for _, n := range tables().correct(tt.key) {
				got = append(got, n.text)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestCorrectEveryName swaps two letters in each official name: it must lead
// back to that name, or be told to be near several, never to another alone.
func TestCorrectEveryName(t *testing.T) {
	tab := tables()
	right, total := 0, 0
	for _, town := range tab.towns {
		key := folded(town.Name)
		_, isSaint := saint(key)
		for i := 1; i+1 < len(key); i++ {
			b := []byte(key)
			b[i], b[i+1] = b[i+1], b[i]
			swapped := string(b)
			if isSaint && i < 6 || b[i] == ' ' || b[i+1] == ' ' || swapped == key || tab.byKey[swapped] != nil || len(compact(key)) < 4 {
				continue
			}
			total++
			names := tab.correct(swapped)
			if slices.ContainsFunc(names, func(n name) bool { return tab.towns[n.town].NIS == town.NIS }) {
				right++
			} else if len(names) > 0 {
				t.Errorf("%s becomes %s", swapped, names[0].text)
			}
		}
	}
	if total < 1500 || right*100 < total*95 {
		t.Errorf("%d of %d lead back", right, total)
	}
}

func TestEdits(t *testing.T) {
	for n, want := range map[int]int{0: 0, 3: 0, 4: 1, 7: 1, 8: 2, 30: 2} {
		if got := edits(n); got != want {
			t.Errorf("edits(%d) = %d", n, got)
		}
	}
}

func TestSaint(t *testing.T) {
	for key, want := range map[string]string{"sint niklaas": "niklaas", "saint gilles": "gilles", "sintels": "sintels", "": ""} {
		if core, ok := saint(key); core != want || ok != (core != key) {
			t.Errorf("saint(%q) = %q, %v", key, core, ok)
		}
	}
}

func TestStrongest(t *testing.T) {
	names := []name{{text: "a", how: Sub}, {text: "b", how: Sub}, {text: "c", how: French}}
	if got := strongest(names); len(got) != 2 {
		t.Errorf("%d names", len(got))
	}
	if got := strongest(names[2:]); len(got) != 1 || got[0].text != "c" {
		t.Errorf("got %v", got)
	}
}

package suggest

import (
	"fmt"
	"slices"
	"testing"
)

// A word that only removed fiches have is no word any longer: a text with it is
// read as if it was never there.
func TestRemovedWordsAreUnknown(t *testing.T) {
	fiches := []Fiche{
		{ID: "1", Title: "Taalbaden in Gent"},
		{ID: "2", Title: "Taalbeden voor wonen"},
		{ID: "3", Title: "Woner met taalbaden"},
	}
	tests := []struct {
		what, text string
		removed    []string
	}{
		{"the word is there", "taalbeden", nil},
		{"the word is gone, a near one is left", "taalbeden", []string{"2"}},
		{"both are gone", "taalbeden", []string{"1", "2", "3"}},
		{"two words, one gone", "taalbeden wonen", []string{"2"}},
		{"two words, one gone and one near", "wonem taalbeden", []string{"2"}},
		{"two words that are left but do not meet", "gent wonen", nil},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			var left []Fiche
			for _, f := range fiches {
				if !slices.Contains(tt.removed, f.ID) {
					left = append(left, f)
				}
			}
			want := tableOf(t, left).Suggest(tt.text, 10)
			if got := tableOf(t, fiches).With(tt.removed, nil).Suggest(tt.text, 10); !slices.Equal(got, want) {
				t.Errorf("got %v, want %v", got, want)
			}
			// The same with the fiches in the layer above.
			above := tableOf(t, nil).With(nil, fiches).With(tt.removed, nil)
			if got := above.Suggest(tt.text, 10); !slices.Equal(got, want) {
				t.Errorf("above: got %v, want %v", got, want)
			}
		})
	}
}

// A word in one layer and another word in the other do not meet, but each is
// known.
func TestWordsOfTwoLayers(t *testing.T) {
	table := tableOf(t, []Fiche{{ID: "1", Title: "Buurtwerk"}}).With(nil, []Fiche{{ID: "2", Title: "Taalbad"}})
	if table.pair[1] == nil {
		t.Fatal("there is one layer only")
	}
	for text, want := range map[string]string{
		"buurtwerk": "1", "taalbad": "2", "buurtwrk": "1", "talbad": "2", "buurt taal": "", "taalbad buurtwerk": "",
	} {
		got := ""
		for _, s := range table.Suggest(text, 5) {
			got += s.ID
		}
		if got != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
	two := table.With(nil, []Fiche{{ID: "3", Title: "Buurtwerk", Municipalities: []string{"Mol", "Gent"}}})
	got := two.Suggest("buurtwerk", 5)
	if len(got) != 2 || got[0].ID != "3" || got[1].ID != "1" {
		t.Errorf("the more used of the upper layer is not first: %+v", got)
	}
}

// FuzzWith changes a few fiches as the bytes say and compares with a table that
// is made anew.
func FuzzWith(f *testing.F) {
	f.Add([]byte{1, 2, 0x83, 4, 0x81}, "taalb w")
	f.Add([]byte{9, 9, 0x89, 200, 17, 3}, "buurt")
	f.Add([]byte{}, "gent")
	titles := []string{"Taalbad", "Buurtwerk in Gent", "Taalbeleid op het werk", "Baby's", "Sint-Niklaas leest", "Wonen", "?", "Taalbad"}
	f.Fuzz(func(t *testing.T, steps []byte, text string) {
		if len(steps) > 40 {
			return
		}
		now := map[string]Fiche{}
		table := tableOf(t, nil)
		for i, step := range steps {
			id := fmt.Sprint(step % 8)
			if step >= 128 {
				delete(now, id)
				table = table.With([]string{id}, nil)
				continue
			}
			title := titles[int(step/16)%len(titles)]
			fiche := Fiche{
				ID: id, Title: title, Categories: titles[i%3 : i%3+1], Municipalities: []string{"Gent", "Mol"}[:i%3%2+1],
				Terms: []string{title}, Practices: []Practice{{titles[i%8], "Mol", "Mol"}},
			}
			now[id] = fiche
			table = table.With(nil, []Fiche{fiche})
		}
		var left []Fiche
		for _, f := range now {
			left = append(left, f)
		}
		anew := tableOf(t, left)
		for _, text := range []string{text, "t", "taalb", "gent", "werk ta"} {
			if got, want := table.Suggest(text, 7), anew.Suggest(text, 7); !slices.Equal(got, want) {
				t.Fatalf("%q gives %v, want %v", text, got, want)
			}
		}
	})
}

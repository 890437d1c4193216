package suggest

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func dictionaryOf(words ...string) dictionary {
	slices.Sort(words)
	return dictionary(slices.Compact(words))
}

// in gives the words of spans.
func (d dictionary) in(spans ...span) []string {
	var out []string
	for _, sp := range spans {
		out = append(out, d[sp.from:sp.to]...)
	}
	return out
}

func TestBegins(t *testing.T) {
	d := dictionaryOf("taal", "taalbad", "taalbeleid", "tante", "werk", "éé", "zee")
	tests := []struct {
		prefix string
		want   []string
	}{
		{"taal", []string{"taal", "taalbad", "taalbeleid"}},
		{"taalb", []string{"taalbad", "taalbeleid"}},
		{"t", []string{"taal", "taalbad", "taalbeleid", "tante"}},
		{"werk", []string{"werk"}},
		{"werken", nil},
		{"a", nil},
		{"é", []string{"éé"}},
		{"\xff", nil},
	}
	for _, tt := range tests {
		t.Run(tt.prefix, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, d.in(d.within(span{0, uint32(len(d))}, 0, []byte(tt.prefix)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNear(t *testing.T) {
	d := dictionaryOf("taal", "taalbeleid", "talen", "tala", "atlas", "buddy", "bussen", "école")
	tests := []struct {
		typed string
		want  []string
	}{
		{"taalbelied", []string{"taalbeleid"}},
		{"tallb", []string{"taalbeleid"}},
		{"tallbe", []string{"taalbeleid"}},
		{"tallbb", nil},
		{"taalb", []string{"taal", "taalbeleid"}}, // "taal" begins one letter short of it
		{"taale", []string{"taal", "taalbeleid", "talen"}},
		{"tlaal", []string{"taal", "taalbeleid"}},
		{"tlal", []string{"taal", "taalbeleid", "tala", "talen"}}, // another letter, or swapped
		{"atal", []string{"atlas"}},                               // swapped; "taal" has another first letter
		{"buddi", []string{"buddy"}},
		{"buddie", nil}, // two edits
		{"écle", []string{"école"}},
		{"écôle", []string{"école"}},
	}
	for _, tt := range tests {
		t.Run(tt.typed, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, d.in(d.near(nil, []byte(tt.typed))...)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestNearAgainstDefinition compares near with a comparison of every word.
func TestNearAgainstDefinition(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	letters := []rune("abcé")
	word := func(most int) string {
		rs := make([]rune, 1+r.IntN(most))
		for i := range rs {
			rs[i] = letters[r.IntN(len(letters))]
		}
		return string(rs)
	}
	var words []string
	for range 400 {
		words = append(words, word(7))
	}
	d := dictionaryOf(words...)
	for range 1000 {
		typed := word(6)
		var want []string
		for _, w := range d {
			if nearBeginning(w, typed) {
				want = append(want, w)
			}
		}
		if diff := cmp.Diff(want, d.in(d.near(nil, []byte(typed))...)); diff != "" {
			t.Fatalf("%s:\n%s", typed, diff)
		}
	}
}

func TestUnited(t *testing.T) {
	got := united([]span{{5, 7}, {0, 2}, {6, 9}, {2, 3}, {12, 13}, {5, 6}})
	if diff := cmp.Diff([]span{{0, 3}, {5, 9}, {12, 13}}, got, cmp.AllowUnexported(span{})); diff != "" {
		t.Error(diff)
	}
	for n, want := range map[uint32]bool{0: true, 2: true, 3: false, 4: false, 8: true, 9: false, 12: true, 13: false} {
		if holds(got, n) != want {
			t.Errorf("holds(%d) = %v", n, !want)
		}
	}
	if got := united(nil); len(got) != 0 {
		t.Errorf("united(nil) = %v", got)
	}
}

func TestNewDictionary(t *testing.T) {
	d, rank := newDictionary([]string{"werk", "aap", "taal", "werkvloeren", "werkvloer"})
	if diff := cmp.Diff(dictionary{"aap", "taal", "werk", "werkvloer", "werkvloeren"}, d); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]uint32{2, 0, 1, 4, 3}, rank); diff != "" {
		t.Error(diff)
	}
}

func FuzzNear(f *testing.F) {
	f.Add("taal taalbeleid talen", "taalbelied")
	f.Add("é éé e\u0301", "éa\xff")
	f.Fuzz(func(t *testing.T, words, typed string) {
		if !utf8.ValidString(words) || !utf8.ValidString(typed) || typed == "" {
			return
		}
		d := dictionaryOf(strings.Fields(words)...)
		var want []string
		for _, w := range d {
			if nearBeginning(w, typed) {
				want = append(want, w)
			}
		}
		if diff := cmp.Diff(want, d.in(d.near(nil, []byte(typed))...)); diff != "" {
			t.Fatal(diff)
		}
	})
}

func BenchmarkNear(b *testing.B) {
	_, words := generated(1, 100_000)
	d := dictionaryOf(words...)
	var spans []span
	b.ReportAllocs()
	for b.Loop() {
		spans = d.near(spans[:0], []byte("vrijwiligersw"))
	}
}

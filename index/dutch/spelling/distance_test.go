package spelling

import (
	"math/bits"
	"math/rand/v2"
	"testing"
)

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b  string
		limit int
		want  int
	}{
		{"", "", 2, 0}, {"a", "", 2, 1}, {"abc", "", 2, 3}, {"taal", "taal", 2, 0}, {"taal", "tal", 2, 1}, {"taal", "tala", 2, 1},
		{"taal", "tall", 2, 1}, {"taal", "atla", 2, 2}, {"buurt", "brut", 2, 2}, {"abcdef", "badcfe", 3, 3}, {"abcdef", "badcfe", 2, 3},
		{"ca", "abc", 3, 3}, // no part is edited twice
		{"kitten", "sitting", 3, 3}, {"kitten", "sitting", 2, 3}, {"vrijwilligers", "vrijwiligers", 1, 1},
	}
	for _, tt := range tests {
		if got := distance(tt.a, tt.b, tt.limit); got != tt.want {
			t.Errorf("distance(%q, %q, %d) = %d, want %d", tt.a, tt.b, tt.limit, got, tt.want)
		}
		if got := distance(tt.b, tt.a, tt.limit); got != tt.want {
			t.Errorf("distance(%q, %q, %d) = %d, want %d", tt.b, tt.a, tt.limit, got, tt.want)
		}
	}
}

// A signature never hides a word that is near, and a word is as near by cost
// as by distance or nearer.
func TestSignatureAndCostBoundDistance(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	letters := "aabceehijknoprsstuz-'"
	var table costTable
	for range 20_000 {
		a := make([]byte, 4+r.IntN(8))
		for i := range a {
			a[i] = letters[r.IntN(len(letters))]
		}
		b := append([]byte(nil), a...)
		edits := 1 + r.IntN(2)
		for range edits {
			i := r.IntN(len(b) - 1)
			switch r.IntN(4) {
			case 0:
				b[i] = letters[r.IntN(len(letters))]
			case 1:
				b = append(b[:i], b[i+1:]...)
			case 2:
				b = append(b[:i+1], b[i:]...)
			default:
				b[i], b[i+1] = b[i+1], b[i]
			}
		}
		x, y := string(a), string(b)
		d := distance(x, y, 3)
		if n := bits.OnesCount64(signature(x) ^ signature(y)); d <= edits && n > bitsPerEdit*edits {
			t.Fatalf("%q and %q: %d edits, %d bits", x, y, edits, n)
		}
		c := plainCost(x, y)
		if c/perEdit > d || x == y && c != 0 {
			t.Fatalf("%q and %q: distance %d, cost %d edits", x, y, d, c/perEdit)
		}
		for limit := 1; limit <= 2; limit++ {
			if got := table.cost(x, y, limit); c/perEdit <= limit && got != c || got < c {
				t.Fatalf("%q and %q: cost %d within %d edits, want %d", x, y, got, limit, c)
			}
		}
	}
}

func TestCostPrefersTypicalErrors(t *testing.T) {
	// Each row: what was written, then words from the likeliest to the least.
	tests := [][]string{
		{"wekelijk", "wekkelijk", "welelijk"},
		{"gepaart", "gepaard", "gebaart", "gepaagt"},
		{"buurd", "buurt", "buurs"},
		{"praay", "praat", "praal"}, // y is beside t
		{"tala", "taal", "talar", "tolar"},
		{"hondern", "honderd", "donderd"},
	}
	for _, row := range tests {
		t.Run(row[0], func(t *testing.T) {
			var table costTable
			for i := 2; i < len(row); i++ {
				if a, b := table.cost(row[0], row[i-1], 2), table.cost(row[0], row[i], 2); a >= b {
					t.Errorf("%s costs %d, %s %d", row[i-1], a, row[i], b)
				}
			}
		})
	}
}

func TestBeside(t *testing.T) {
	for pair, want := range map[string]bool{"az": true, "za": true, "qs": true, "aq": true, "lm": true, "ap": false, "wp": false, "a-": false, "gv": true} {
		if got := isBeside(pair[0], pair[1]); got != want {
			t.Errorf("%s: %v", pair, got)
		}
	}
}

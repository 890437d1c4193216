package suggest

import (
	"math/rand/v2"
	"testing"
)

// TestNumbers compares numbers with a map.
func TestNumbers(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 9))
	words := vocabulary(r, 3000)
	words = append(words, "", "\xff", "é")
	var got numbers
	want := map[string]uint32{}
	for range 20_000 {
		w := words[r.IntN(len(words))]
		old, known := want[w]
		if !known {
			old = uint32(len(want))
			want[w] = old
		}
		of := got.of
		if r.IntN(2) == 0 {
			buffer := []byte(w)
			of = func(string) (uint32, bool) { return got.ofBytes(buffer) }
			defer clear(buffer) // the bytes are not kept
		}
		if n, fresh := of(w); n != old || fresh == known {
			t.Fatalf("%q is %d, new %v; want %d, new %v", w, n, fresh, old, !known)
		}
	}
	for w, n := range want {
		if got.texts[n] != w {
			t.Errorf("number %d is %q, want %q", n, got.texts[n], w)
		}
	}
}

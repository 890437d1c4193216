package bleveindex

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/collate"
)

func TestShortWeightsRise(t *testing.T) {
	weights := shortWeights()
	if len(weights) != len(shortBytes) || !slices.IsSorted(weights) || len(slices.Compact(slices.Clone(weights))) != len(weights) {
		t.Fatalf("%x for %q", weights, shortBytes)
	}
}

// Sort keys have the order of the collation keys that they are made of, with what
// a row has behind them.
func TestSortKeyOrder(t *testing.T) {
	pieces := []string{
		"a", "b", "z", "A", "é", "ø", "þ", "ĳ", "ß", " ", "  ", "-", "_", "'", ",", "&", "0", "7", "12", "123456789012", "(", ")", "+", ".",
		"中", "字", "🙂", "\xff", "\x00", "Ω", "я", "ſ", "ÿ", "Ż", "taal", "buurt", "Praatcafé",
	}
	r := rand.New(rand.NewPCG(1, 1))
	titles := slices.Clone(odd)
	for range 3000 {
		var b strings.Builder
		for range r.IntN(6) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		titles = append(titles, b.String())
	}
	c := newCollator()
	type pair struct{ long, short []byte }
	var pairs []pair
	for _, title := range titles {
		var keys collate.Buffer
		long := slices.Clone(c.KeyFromString(&keys, title))
		pairs = append(pairs, pair{append(long, 0), append(appendSortKey(nil, long), 0)})
	}
	for range 200_000 {
		a, b := r.IntN(len(pairs)), r.IntN(len(pairs))
		if want, got := bytes.Compare(pairs[a].long, pairs[b].long), bytes.Compare(pairs[a].short, pairs[b].short); got != want {
			t.Fatalf("%q and %q: %d, want %d\n%x %x\n%x %x", titles[a], titles[b], got, want, pairs[a].long, pairs[b].long, pairs[a].short, pairs[b].short)
		}
	}
	if got := string(appendSortKey(nil, c.KeyFromString(&collate.Buffer{}, "Taal in de buurt"))); got != "taal-in-de-buurt" {
		t.Errorf("sort key %q", got)
	}
}

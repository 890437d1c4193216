package bleveindex

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
)

// storedWords returns the counts that the store of x keeps.
func storedWords(t *testing.T, x *Index) wordCounts {
	t.Helper()
	words := wordCounts{}
	for _, key := range [][]byte{keyWords, keyChangedWords} {
		data, err := x.store.internal(key)
		if err != nil {
			t.Fatal(err)
		}
		counts, err := readWords([]byte(data))
		if err != nil {
			t.Fatal(err)
		}
		for form, n := range counts {
			words.add(form, n)
		}
	}
	return words
}

func TestWordsRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 1))
	for round := range 50 {
		want := wordCounts{}
		for range r.IntN(200) {
			want[fmt.Sprintf("%c%s%d", 'a'+rune(r.IntN(3)), []string{"", "é", "taal"}[r.IntN(3)], r.IntN(90))] = []int{1, -1}[r.IntN(2)] * (1 + r.IntN(300))
		}
		data := string(want.encode())
		got, order := wordCounts{}, []string{}
		var err error
		for form, n := range decodeWords(data, &err) {
			got[form] = n
			order = append(order, form)
		}
		if err != nil || !slices.IsSorted(order) {
			t.Fatalf("round %d: %v, in order: %v", round, err, slices.IsSorted(order))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("round %d (-want +got):\n%s", round, diff)
		}
		for end := range len(data) { // cut short, it is read as far as it goes, or an error
			err = nil
			for form, n := range decodeWords(data[:end], &err) {
				if want[form] != n {
					t.Fatalf("%d of %d bytes give %q %d times", end, len(data), form, n)
				}
			}
		}
	}
}

// Bytes that encode never wrote give an error or words, never a panic.
func TestDamagedWords(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 2))
	data := wordCounts{"taal": 3, "taalbeleid": 1, "gezin": 7}.encode()
	for range 3000 {
		broken := slices.Clone(data)
		for range 1 + r.IntN(3) {
			broken[r.IntN(len(broken))] = byte(r.Uint32())
		}
		var err error
		for form := range decodeWords(string(broken), &err) {
			if len(form) > len(data) {
				t.Fatalf("%d bytes hold a word of %d", len(broken), len(form))
			}
		}
	}
	var err error
	for range decodeWords("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", &err) {
	}
	if err == nil {
		t.Error("a number without end is no error")
	}
}

// What is kept of words while fiches come, change and go is what an index that
// is built anew counts; also past the words that an analyst remembers.
func TestWordsFollowTheFiches(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 3))
	for _, dir := range []string{"", t.TempDir()} {
		contents := map[string]corpus.Fiche{}
		for _, f := range manyFiches(40) {
			contents[f.ID] = f
		}
		x := openIn(t, dir, Options{}, slices.Collect(maps.Values(contents))...)
		for round := range 6 {
			for id, f := range contents {
				switch r.IntN(6) {
				case 0:
					delete(contents, id)
				case 1:
					f.Description = fmt.Sprintf("Nieuw woord%d, taal en taalbeleid.", r.IntN(5))
					contents[id] = f
				}
			}
			added := someFiche(fmt.Sprintf("nieuw-%d", round), fmt.Sprintf("Enkel%d hier.", round))
			contents[added.ID] = added
			fs := slices.Collect(maps.Values(contents))
			replaceWith(t, x, fs...)
			if diff := cmp.Diff(storedWords(t, openWith(t, Options{}, fs...)), storedWords(t, x)); diff != "" {
				t.Fatalf("round %d (-anew +kept):\n%s", round, diff)
			}
		}
	}
}

// A word that is mended in the only fiche that had it is known no longer.
func TestMendedWordIsForgotten(t *testing.T) {
	x := openWith(t, Options{}, someFiche("a", "De vrijwiligers komen."), someFiche("b", "Vrijwilligers zijn welkom."))
	if got := found(t, x, "vrijwiligers"); len(got) != 1 || got[0] != "a" {
		t.Fatalf("a word of a fiche finds %v", got)
	}
	replaceWith(t, x, someFiche("a", "De vrijwilligers komen."), someFiche("b", "Vrijwilligers zijn welkom."))
	if got := found(t, x, "vrijwiligers"); len(got) != 2 {
		t.Errorf("what is now a slip finds %v, want both", got)
	}
}

package suggest

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestBeginning(t *testing.T) {
	words := []string{"", "a", "a\x00", "aa", "taal", "taalbele", "taalbeleid", "taalbelf", "é", "\xff\xff"}
	for _, a := range words {
		for _, b := range words {
			if x, y := beginning(a), beginning(b); x != y && cmp.Compare(x, y) != strings.Compare(a, b) {
				t.Errorf("%q and %q are in another order", a, b)
			}
		}
	}
}

// TestLayerIsOrdered checks what searching relies on: items by weight, starts by
// word and what follows, bounds around the starts of each word, and every start
// once.
func TestLayerIsOrdered(t *testing.T) {
	fiches, words := generated(17, 600)
	table, err := Build(all(fiches), counted(words), partsOf)
	if err != nil {
		t.Fatal(err)
	}
	l := table.pair[0]
	if !slices.IsSorted(l.words) || len(slices.Compact(slices.Clone(l.words))) != len(l.words) {
		t.Error("the words are not sorted, or not different")
	}
	referred := make([]bool, len(l.words))
	for k := range kinds {
		sh := &l.shelves[k]
		for i := 1; i < len(sh.items); i++ {
			if compareItems(l, &sh.items[i-1], l, &sh.items[i]) > 0 {
				t.Errorf("kind %d: item %d stands before item %d", k, i-1, i)
			}
		}
		starts := 0
		for n := range lists {
			st := &sh.lists[n]
			starts += len(st.at)
			for i := range st.at {
				word := sh.words[st.at[i]]
				referred[word] = true
				if lo, hi := l.within(span{word, word + 1}, k, n); i < lo || i >= hi {
					t.Fatalf("kind %d, list %d: start %d of word %d is not within %d and %d", k, n, i, word, lo, hi)
				}
				if item := st.item[i]; st.at[i] < sh.begin[item] || st.at[i] >= sh.begin[item+1] || st.least[i/block] > item {
					t.Fatalf("kind %d, list %d: start %d is not of item %d", k, n, i, item)
				}
				if i > 0 && compareStarts(sh, st, n, i-1, i) >= 0 {
					t.Fatalf("kind %d, list %d: starts %d and %d are in the wrong order", k, n, i-1, i)
				}
			}
		}
		if starts != len(sh.words) {
			t.Errorf("kind %d: %d starts of %d words", k, starts, len(sh.words))
		}
	}
	if i := slices.Index(referred, false); i >= 0 {
		t.Errorf("no item has %q", l.words[i])
	}
}

// compareStarts is the order of starts, by its definition.
func compareStarts(sh *shelf, st *starts, list, a, b int) int {
	behind := func(i int) []uint32 {
		if list == others {
			return sh.words[st.at[i] : st.at[i]+1]
		}
		return sh.words[st.at[i]:sh.beside[st.item[i]]]
	}
	return cmp.Or(slices.Compare(behind(a), behind(b)), cmp.Compare(st.item[a], st.item[b]), cmp.Compare(st.at[a], st.at[b]))
}

// The order of the fiches makes no difference, even when titles are equal.
func TestOrderOfFiches(t *testing.T) {
	contents, _ := generated(18, 300)
	fiches := fichesOf(contents)
	for i := range fiches {
		fiches[i].Title = fiches[i%40].Title
	}
	first := tableOf(t, fiches)
	r := rand.New(rand.NewPCG(1, 1))
	r.Shuffle(len(fiches), func(i, j int) { fiches[i], fiches[j] = fiches[j], fiches[i] })
	second := tableOf(t, fiches)
	for _, text := range keystrokes(18, contents, 300) {
		if a, b := first.Suggest(text, 20), second.Suggest(text, 20); !slices.Equal(a, b) {
			t.Fatalf("%q gives %v, then %v", text, a, b)
		}
	}
}

func TestCompareItems(t *testing.T) {
	l := tableOf(t, []Fiche{
		{ID: "b", Title: "Taal"}, {ID: "a", Title: "Taal"}, {ID: "c", Title: "Buurt"},
		{ID: "d", Title: "Zorg", Municipalities: []string{"Gent"}}, {ID: "e", Title: "Taalbeleid"},
	}).pair[0]
	var ids []string
	for i := range l.shelves[ofFiche].items {
		ids = append(ids, l.id(&l.shelves[ofFiche].items[i]))
	}
	if got := strings.Join(ids, " "); got != "d c a b e" {
		t.Errorf("the order is %s, want d c a b e: used, then by text, then by ID", got)
	}
}

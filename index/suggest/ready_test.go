package suggest

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestReadyAnswers compares each ready answer with what a search for the
// beginning gives, and checks that exactly the common beginnings have one.
func TestReadyAnswers(t *testing.T) {
	fiches, words := generated(12, 2000)
	table, err := Build(all(fiches), counted(words), partsOf)
	if err != nil {
		t.Fatal(err)
	}
	l := table.pair[0]
	ready := map[string]bool{}
	for i := range l.ready.all {
		b := &l.ready.all[i]
		text := l.words[b.span.from][:b.length]
		ready[text] = true
		if got := l.ready.longest(l.words, []byte(text)); got != b {
			t.Fatalf("%q is not found", text)
		}
		if sp := l.words.within(span{0, uint32(len(l.words))}, 0, []byte(text)); sp != b.span {
			t.Fatalf("%q begins words %v, want %v", text, b.span, sp)
		}
		for k := range kinds {
			for _, limit := range []int{1, 10, readyKeys} {
				got, ok := l.ready.of(b, k, limit, nil)
				want := searched(l, text, k, limit, nil)
				if !ok || !slices.Equal(got, want) {
					t.Fatalf("%q, kind %d, limit %d: %v, %v, want %v", text, k, limit, got, ok, want)
				}
			}
		}
	}
	for _, w := range l.words {
		for n := 1; n <= min(len(w), readyBytes+1); n++ {
			sp := l.words.within(span{0, uint32(len(l.words))}, 0, []byte(w[:n]))
			if many := l.starts(sp) >= manyStarts && n <= readyBytes; many != ready[w[:n]] {
				t.Fatalf("%q has %d starts; answered: %v", w[:n], l.starts(sp), !many)
			}
		}
	}
	if len(ready) < 50 {
		t.Errorf("only %d beginnings", len(ready))
	}
}

// searched gives what a search without ready answers finds.
func searched(l *layer, text string, kind, limit int, dead bitset) []key {
	sp := l.words.within(span{0, uint32(len(l.words))}, 0, []byte(text))
	last := none
	if l.words[sp.from] == text {
		last = sp.from
	}
	var b best
	b.reset(limit, dead)
	l.oneWord(&b, kind, sp, last, 0)
	return b.keys
}

// A ready answer is not given when an item in it is dead, nor when more is asked
// than it holds.
func TestReadyOfIsExactOrNot(t *testing.T) {
	fiches, words := generated(13, 2000)
	table, err := Build(all(fiches), counted(words), partsOf)
	if err != nil {
		t.Fatal(err)
	}
	l := table.pair[0]
	r := rand.New(rand.NewPCG(4, 4))
	given, refused := 0, 0
	for i := range l.ready.all {
		b := &l.ready.all[i]
		text := l.words[b.span.from][:b.length]
		for k := range kinds {
			dead := newBitset(len(l.shelves[k].items))
			for n := range l.shelves[k].items {
				if r.IntN(40) == 0 {
					dead.set(uint32(n))
				}
			}
			limit := 1 + r.IntN(2*readyKeys)
			got, ok := l.ready.of(b, k, limit, dead)
			if !ok {
				refused++
				continue
			}
			given++
			if want := searched(l, text, k, limit, dead); !slices.Equal(got, want) {
				t.Fatalf("%q, kind %d, limit %d: %v, want %v", text, k, limit, got, want)
			}
		}
	}
	if given == 0 || refused == 0 {
		t.Errorf("%d answers given, %d refused", given, refused)
	}
}

func TestReadyLongest(t *testing.T) {
	var fiches []Fiche
	for i := range manyStarts {
		fiches = append(fiches, Fiche{ID: strings.Repeat("x", i), Title: "Taalbeleid één"})
	}
	l := tableOf(t, fiches).pair[0]
	tests := map[string]string{
		"t": "t", "taalb": "taalb", "taalbeleid": "taalbeleid", "taalbeleidsplan": "taalbeleid", "tante": "ta", "xa": "", "": "",
		"een": "een", "eenx": "een", "\xff": "", strings.Repeat("taal", 20): "taal",
	}
	for text, want := range tests {
		got := ""
		if b := l.ready.longest(l.words, []byte(text)); b != nil {
			got = l.words[b.span.from][:b.length]
		}
		if got != want {
			t.Errorf("the longest ready beginning of %q is %q, want %q", text, got, want)
		}
		sp, _ := l.begins([]byte(text))
		if direct := l.words.within(span{0, uint32(len(l.words))}, 0, []byte(text)); text != "" && sp != direct && sp.from != sp.to {
			t.Errorf("%q begins %v, want %v", text, sp, direct)
		}
	}
	if few := tableOf(t, fiches[:manyStarts/2-1]).pair[0]; len(few.ready.all) != 0 || few.ready.longest(few.words, []byte("t")) != nil {
		t.Errorf("%d beginnings of few starts", len(few.ready.all))
	}
}

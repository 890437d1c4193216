package bleveindex

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
)

// A phrase is found exactly where its words stand next to each other in the
// text, whether positions are kept, read whole or read for the candidates only.
func TestPhrasesAgainstTheTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(10, 1))
	words := strings.Fields("appel appels peer kers kersen banaan taal talen school de en")
	text := func(n int) []string {
		ws := make([]string, n)
		for i := range ws {
			ws[i] = words[r.IntN(len(words))]
		}
		return ws
	}
	texts := make([][]string, 120)
	fs := make([]corpus.Fiche, len(texts))
	for i := range fs {
		texts[i] = text(1 + r.IntN(60))
		fs[i] = someFiche(fmt.Sprintf("f%03d", i), strings.Join(texts[i], " "))
	}
	indexes := map[string]*Index{
		"kept": openWith(t, Options{HotFiches: 1}, fs...), "cold": openWith(t, Options{HotFiches: neverHot}, fs...), "no room": openWith(t, Options{HotFiches: 1}, fs...),
	}
	viewFor(t, indexes["no room"]).segments[0].positionsUsed.Store(1 << 40)
	for range 60 {
		phrase := text(2 + r.IntN(2))
		if phrase[0] == "de" && phrase[1] == "de" { // nothing but stop words is tried elsewhere
			continue
		}
		want := []string{}
		for i, ws := range texts {
			if strings.Contains(" "+strings.Join(ws, " ")+" ", " "+strings.Join(phrase, " ")+" ") {
				want = append(want, fs[i].ID)
			}
		}
		for name, x := range indexes {
			got := found(t, x, `"`+strings.Join(phrase, " ")+`"`)
			slices.Sort(got)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: %q (-text +index):\n%s", name, phrase, diff)
			}
		}
	}
	tables := 0
	for _, h := range hotTermsOf(&viewFor(t, indexes["kept"]).segments[0]) {
		if p := h.positions.Load(); p != nil && p.bytes() > 0 {
			tables++
		}
	}
	if tables == 0 || viewFor(t, indexes["kept"]).segments[0].positionsUsed.Load() == 0 {
		t.Error("no positions are kept")
	}
	for _, h := range hotTermsOf(&viewFor(t, indexes["no room"]).segments[0]) {
		if h.positions.Load() != nil {
			t.Fatal("positions are kept without room")
		}
	}
}

// -word leaves out every form of the word, but not compounds with it; in quotes,
// that form alone.
func TestExclusionsByForm(t *testing.T) {
	x := openWith(t, Options{},
		someFiche("one", "appel peer"), someFiche("more", "appels peer"), someFiche("compound", "appelsap peer"), someFiche("none", "kers peer"), someFiche("stop", "peer hoe appel"))
	for text, want := range map[string][]string{
		"peer -appel": {"compound", "none"}, "peer -appels": {"compound", "none"},
		`peer -"appel"`: {"compound", "more", "none"}, `peer -"appels"`: {"compound", "none", "one", "stop"},
		"peer -hoe": {"compound", "more", "none", "one"}, `peer -"hoe appel"`: {"compound", "more", "none", "one"},
	} {
		got := found(t, x, text)
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}

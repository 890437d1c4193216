package bleveindex

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index/dutch"
)

// rising returns n different positions, ascending.
func rising(r *rand.Rand, n int) []uint16 {
	set := map[uint16]bool{}
	for len(set) < n {
		set[uint16(r.IntN(maxPosition))] = true
	}
	positions := make([]uint16, 0, n)
	for p := range set {
		positions = append(positions, p)
	}
	slices.Sort(positions)
	return positions
}

func TestPayloadRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for n := range 40 {
		want := rising(r, n)
		impact := uint8(1 + r.IntN(255))
		payload, rest := packPayload(impact, want)
		if payload <= 0 {
			t.Fatalf("%d positions: payload %d does not fit scorch's frequency", n, payload)
		}
		if got := payloadImpact(uint64(payload)); got != impact {
			t.Errorf("impact %d comes back as %d", impact, got)
		}
		got := payloadPositions(nil, uint64(payload))
		for len(rest) > 0 {
			if len(rest) >= n {
				t.Fatal("a payload that takes no position")
			}
			payload, rest = packPayload(1, rest)
			got = payloadPositions(got, uint64(payload))
		}
		if !slices.Equal(got, want) {
			t.Errorf("positions %v come back as %v", want, got)
		}
	}
}

func TestPayloadBounds(t *testing.T) {
	extremes := []uint16{0, 1, maxPosition - 1, maxPosition}
	payload, rest := packPayload(255, extremes)
	if payload < 0 || len(rest) != 0 {
		t.Fatalf("payload %d, rest %v", payload, rest)
	}
	if diff := cmp.Diff(extremes, payloadPositions(nil, uint64(payload))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := payloadPositions(nil, 255); len(got) != 0 {
		t.Errorf("a payload without positions has %v", got)
	}
}

func TestStemPayload(t *testing.T) {
	for impact := 1; impact < 256; impact += 7 {
		for forms := range 256 {
			p := uint64(packStem(uint8(impact), uint8(forms)))
			if payloadImpact(p) != uint8(impact) || payloadForms(p) != uint8(forms) {
				t.Fatalf("impact %d, forms %08b come back as %d, %08b", impact, forms, payloadImpact(p), payloadForms(p))
			}
		}
	}
}

func TestFormBit(t *testing.T) {
	var used [8]int
	for i := range 4000 {
		b := formBit(fmt.Sprintf("woord%d", i))
		if b == 0 || b&(b-1) != 0 {
			t.Fatalf("bit %08b", b)
		}
		for k := range used {
			used[k] += int(b >> k & 1)
		}
	}
	for k, n := range used {
		if n < 250 || n > 750 {
			t.Errorf("bit %d stands for %d of 4000 forms, want about 500", k, n)
		}
	}
}

func TestContinuationTermsDiffer(t *testing.T) {
	seen := map[string]int{}
	for n := 1; n <= maxContinuations; n++ {
		term := continuationTerm("taal", n)
		if other, ok := seen[term]; ok {
			t.Fatalf("continuations %d and %d are one term %q", other, n, term)
		}
		seen[term] = n
	}
}

// A word that stands often has its positions in continuation terms: a phrase
// at its last place must still be found, and none of them is a word.
func TestPhraseAtALatePosition(t *testing.T) {
	text := ""
	for range 60 {
		text += "taal buurt "
	}
	x := openWith(t, Options{}, corpus.Fiche{ID: "a", Title: "A", Description: text + "taal school"}, corpus.Fiche{ID: "b", Title: "B", Description: text})
	for phrase, want := range map[string][]string{
		`"taal school"`: {"a"}, `"buurt taal school"`: {"a"}, `"school taal"`: {}, `"taal buurt"`: {"b", "a"}, `taal -"taal school"`: {"b"},
	} {
		got := found(t, x, phrase)
		slices.Sort(got)
		slices.Sort(want)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", phrase, diff)
		}
	}
	a := newAnalyst(dutch.Default())
	a.read(&corpus.Fiche{Title: "A", Description: text})
	terms := a.formTerms()
	if _, ok := terms[continuationTerm("taal", 14)]; !ok {
		t.Error("sixty positions of one word do not fill fourteen continuations")
	}
	for _, s := range suggestionsFor(t, x, "taal") {
		if s.Text != "taal" && s.Text != "A" {
			t.Errorf("suggests %q", s.Text)
		}
	}
}

// Positions past maxPosition are left out, the words themselves are not.
func TestVeryLongText(t *testing.T) {
	text := make([]byte, 0, 1<<17)
	for range maxPosition {
		text = append(text, "opvulling "...)
	}
	x := openWith(t, Options{}, corpus.Fiche{ID: "a", Title: "Lang", Description: string(text) + "eindelijk zomer"})
	for text, want := range map[string]int{"zomer": 1, `"zomer"`: 1, `"eindelijk zomer"`: 0, `"lang opvulling"`: 0, "lang -zomer": 0} {
		if got := len(found(t, x, text)); got != want {
			t.Errorf("%s finds %d, want %d", text, got, want)
		}
	}
}

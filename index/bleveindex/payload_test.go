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

// someSlots returns n slots at rising positions.
func someSlots(r *rand.Rand, n int) []slot {
	var slots []slot
	for p := r.IntN(100); len(slots) < n; p += 1 + r.IntN(maxPosition/40) {
		slots = append(slots, newSlot(uint8(1+r.IntN(7)), p))
	}
	return slots
}

func TestPayloadRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for n := range 40 {
		slots := someSlots(r, n)
		var want [8][]uint16 // positions by class
		for _, s := range slots {
			if p, ok := s.position(); ok {
				want[s.class()] = append(want[s.class()], uint16(p))
			}
		}
		impact := uint8(1 + r.IntN(maxImpact))
		payload, rest := packPayload(impact, slots)
		if got := payloadImpact(payload); got != impact {
			t.Errorf("impact %d comes back as %d", impact, got)
		}
		var got [8][]uint16
		for {
			if payload == 0 || payload>>60 != 0 {
				t.Fatalf("%d slots: payload %d does not fit scorch's frequency", n, payload)
			}
			for class := range uint8(7) {
				got[class+1] = payloadPositions(got[class+1], payload, 1<<class)
			}
			if len(rest) == 0 {
				break
			}
			before := len(rest)
			if payload, rest = packPayload(1, rest); len(rest) >= before {
				t.Fatal("a payload that takes no slot")
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("positions by class (-want +got):\n%s", diff)
		}
	}
}

func TestSlotBounds(t *testing.T) {
	for _, p := range []int{0, 1, maxPosition - 1} {
		for class := uint8(1); class < 8; class++ {
			s := newSlot(class, p)
			if got, ok := s.position(); s.class() != class || got != p || !ok {
				t.Errorf("class %d at %d comes back as %d at %d, %v", class, p, s.class(), got, ok)
			}
		}
	}
	for _, p := range []int{maxPosition, maxPosition + 1, 1 << 20} {
		s := newSlot(3, p)
		if _, ok := s.position(); ok || s.class() != 3 {
			t.Errorf("position %d, which is too far, comes back as %d", p, s)
		}
	}
}

func TestPayloadForms(t *testing.T) {
	for _, c := range []struct {
		classes []uint8
		want    uint8
	}{{nil, 0}, {[]uint8{1}, 1}, {[]uint8{7}, 64}, {[]uint8{2, 2, 3}, 6}, {[]uint8{1, 4, 7}, 73}} {
		var slots []slot
		for i, class := range c.classes {
			slots = append(slots, newSlot(class, maxPosition*(i%2)))
		}
		payload, _ := packPayload(maxImpact, slots)
		if got := payloadForms(payload); got != c.want {
			t.Errorf("classes %v have form bits %07b, want %07b", c.classes, got, c.want)
		}
	}
}

// The first payload tells of as many forms as it has slots, and no slot is lost.
func TestClassesFirst(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 60 {
		slots := someSlots(r, n)
		before := slices.Clone(slots)
		var classes [8]bool
		different := 0
		for _, s := range slots {
			if !classes[s.class()] {
				classes[s.class()] = true
				different++
			}
		}
		classesFirst(slots)
		var front [8]bool
		for _, s := range slots[:different] {
			if front[s.class()] {
				t.Fatalf("class %d comes twice before another comes once", s.class())
			}
			front[s.class()] = true
		}
		slices.Sort(slots)
		slices.Sort(before)
		if !slices.Equal(slots, before) {
			t.Fatalf("%v became %v", before, slots)
		}
	}
}

func TestFormClass(t *testing.T) {
	if formClass("taal", "taal") != 1 {
		t.Error("the stem itself is not of class 1")
	}
	var used [8]int
	for i := range 6000 {
		class := formClass("woord", fmt.Sprintf("woorden%d", i))
		if class < 2 || class > 7 || formBit("woord", fmt.Sprintf("woorden%d", i)) != 1<<(class-1) {
			t.Fatalf("class %d", class)
		}
		used[class]++
	}
	for class, n := range used[2:] {
		if n < 600 || n > 1500 {
			t.Errorf("class %d stands for %d of 6000 forms, want about 1000", class+2, n)
		}
	}
}

// maxContinuations bounds the slots of one word in one fiche; a fiche has no
// more than maxPosition words that count.
const maxContinuations = maxPosition/3 + 1

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
	a.read(&corpus.Fiche{Title: "A", Description: text}, 1)
	if payloadIn(a, continuationTerm("taal", 60/perPayload(narrowBits)-1)) == 0 {
		t.Error("sixty occurrences of one word do not fill their continuations")
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

// payloadPositions appends the positions of the slots whose form bit is in forms.
func payloadPositions(dst []uint16, payload uint64, forms uint8) []uint16 {
	for v, width := payloadSlots(payload); v != 0; v >>= width {
		s := firstSlot(v, width)
		if p, ok := s.position(); ok && forms>>(s.class()-1)&1 != 0 {
			dst = append(dst, uint16(p))
		}
	}
	return dst
}

package bleveindex

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch"
)

// lengthsOf returns the lengths of an average fiche.
func averageLengths() (lengths [index.Parts]int) {
	for p, w := range partWeights {
		lengths[p] = int(w.average)
	}
	return lengths
}

func TestImpact(t *testing.T) {
	lengths := averageLengths()
	last := 1.0
	for p := range index.Parts {
		var o occurrences
		o[p] = 1
		once := o.impact(&lengths)
		if once <= 0 || once > last {
			t.Errorf("part %d: impact %v after %v: parts stand in order of weight", p, once, last)
		}
		last = once
		for n := uint16(2); n < 1000; n *= 3 { // more is more, but never without limit
			before := o.impact(&lengths)
			o[p] = n
			if got := o.impact(&lengths); got <= before || got >= 1 {
				t.Errorf("part %d, %d times: impact %v after %v", p, n, got, before)
			}
		}
		short, long := lengths, lengths
		short[p], long[p] = lengths[p]/2, lengths[p]*8
		if o.impact(&long) >= o.impact(&lengths) || o.impact(&short) <= o.impact(&lengths) {
			t.Errorf("part %d: a long text does not dampen", p)
		}
		tiny := lengths
		tiny[p] = 1
		if o.impact(&tiny) > o.impact(&short)*1.1 {
			t.Errorf("part %d: one word alone weighs %v, in half a normal text %v", p, o.impact(&tiny), o.impact(&short))
		}
	}
	var body, title occurrences
	body[index.PartBody], title[index.PartTitle] = 60000, 1
	if body.impact(&lengths) >= title.impact(&lengths) {
		t.Error("repetition in the body beats the title")
	}
	var none occurrences
	if got := none.impact(&lengths); got != 0 {
		t.Errorf("a word that does not occur has impact %v", got)
	}
}

func TestQuantise(t *testing.T) {
	last := uint8(0)
	for i := range 1001 {
		q := quantise(float64(i) / 1000)
		if q < max(last, 1) {
			t.Fatalf("quantise(%v) = %d after %d", float64(i)/1000, q, last)
		}
		last = q
	}
	if last != maxImpact {
		t.Errorf("quantise(1) = %d", last)
	}
}

// Of the same place in a text, a word weighs more than a compound of which it
// is the head, and that more than one of which it is another part.
func TestRoles(t *testing.T) {
	a := newAnalyst(dutch.Default())
	impact := func(text, stem string) uint8 {
		t.Helper()
		a.read(&corpus.Fiche{ID: "x", Title: "X", Description: text}, 1)
		payload := payloadIn(a, stem)
		if payload == 0 {
			t.Fatalf("%q has no stem %q", text, stem)
		}
		return payloadImpact(payload)
	}
	word, head, modifier := impact("het beleid", "beleid"), impact("het taalbeleid", "beleid"), impact("de beleidsploeg", "beleid")
	if !(word > head && head > modifier && modifier > 0) {
		t.Errorf("as a word %d, as a head %d, as a modifier %d", word, head, modifier)
	}
}

func TestPlacesAreNotTakenApart(t *testing.T) {
	a := newAnalyst(dutch.Default())
	f := corpus.Fiche{ID: "x", Title: "X", Practices: []corpus.LocalPractice{in("Oudenaarde", "Roosdaal", "Beveren-Kruibeke-Zwijndrecht")}}
	a.read(&f, 1)
	for _, stem := range []string{"aarde", "roos", "daal", "oud"} {
		if a.stems[stem] != nil {
			t.Errorf("a place has the stem %q", stem)
		}
	}
	for _, form := range []string{"oudenaarde", "roosdaal", "zwijndrecht"} {
		if a.forms[form] == nil {
			t.Errorf("a place lacks the form %q", form)
		}
	}
	// The same word in running text is a word like any other.
	a.read(&corpus.Fiche{ID: "x", Title: "X", Description: "taalbeleid"}, 1)
	if a.stems["taal"] == nil || a.stems["beleid"] == nil {
		t.Error("a compound in the body has no parts")
	}
}

func TestOrderOfParts(t *testing.T) {
	filler := strings.Repeat("iets over samen leven in de buurt ", 20)
	x := openWith(t, Options{},
		corpus.Fiche{ID: "body", Title: "Een goede praktijk", Summary: "Voor iedereen.", Description: "Meloen. " + filler},
		corpus.Fiche{ID: "bodies", Title: "Een goede praktijk", Description: strings.Repeat("meloen ", 200)},
		corpus.Fiche{ID: "short", Title: "Een goede praktijk", Description: "Meloen."},
		corpus.Fiche{ID: "title", Title: "Een goede meloen praktijk", Description: filler},
		corpus.Fiche{ID: "label", Title: "Een goede praktijk", Domains: []string{"Meloen"}, Description: filler},
		corpus.Fiche{ID: "part", Title: "Een goede praktijk", Description: "Meloensap. " + filler},
	)
	got := found(t, x, "meloen")
	place := map[string]int{}
	for i, id := range got {
		place[id] = i
	}
	for _, pair := range [][2]string{{"title", "label"}, {"label", "bodies"}, {"label", "short"}, {"bodies", "body"}, {"body", "part"}} {
		if place[pair[0]] >= place[pair[1]] {
			t.Errorf("%s stands after %s in %v", pair[0], pair[1], got)
		}
	}
	if len(got) != 6 {
		t.Errorf("finds %v", got)
	}
}

func TestTitleKey(t *testing.T) {
	d := dutch.Default()
	for _, titles := range [][]string{
		{"Taalbeleid op de werkvloer", "taalbeleid op de WERKVLOER!", "  Taalbeleid, op de werkvloer"},
		{"Élan", "elan", "E\u0301lan"},
		{"Buddy-project", "buddy project"},
	} {
		for _, title := range titles {
			if diff := cmp.Diff(titleKey(d, titles[0]), titleKey(d, title)); diff != "" {
				t.Errorf("%q: %s", title, diff)
			}
		}
	}
	if titleKey(d, "taal beleid") == titleKey(d, "taalbeleid") || titleKey(d, "!?") != "" {
		t.Error("titles that differ have one key")
	}
}

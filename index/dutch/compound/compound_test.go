package compound_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/index/dutch/compound"
)

// bars shows how a form is divided: "buurt|huis".
func bars(s *compound.Splitter, form string) string {
	var texts []string
	for _, p := range s.Split(nil, form) {
		texts = append(texts, form[p.Start:p.End])
	}
	if texts == nil {
		return form
	}
	return strings.Join(texts, "|")
}

func TestSplit(t *testing.T) {
	tests := map[string]string{ // why → how the words are divided
		"two words":                  "buurt|huis taal|beleid sport|hal kook|workshop fiets|les school|poort",
		"no stray e":                 "sport|hal taal|les voetbal|veld",
		"linking s":                  "inburgerings|traject integratie|beleid vrijwilligers|werk stads|bestuur vertrouwens|persoon",
		"linking en":                 "vrouwen|groep vluchtelingen|werking talen|kennis diensten|centrum",
		"linking er":                 "kinder|opvang kinder|feest",
		"inflected head":             "zomer|scholen fiets|lessen sleutel|figuren volks|tuintjes leer|krachten",
		"three parts":                "taal|oefen|kansen gelijke|kansen|beleid",
		"a known compound stays one": "straathoek|werker netwerk|moment",
		"unknown to the word list":   "buddy|werking babbel|tafel gezins|buddy weggeef|winkel speelplein|werking kleding|bib",
		"lives only in compounds":    "anders|taligen meer|taligheid laag|drempelige nederlands|talig",
		"written with a capital":     "kamer|lid nederlands|talige",
		"prefix that makes words":    "anti|racisme anti|discriminatie info|moment",
		"hyphen":                     "onthaal-|gesprek ocmw-|voorzitter nt2-|les",
		"hyphen and compound":        "ocmw-|buddy|werking",
		"single letter and hyphen":   "e-mail",
	}
	for name, words := range tests {
		t.Run(name, func(t *testing.T) {
			check(t, words)
		})
	}
}

func TestSplitLeavesWhole(t *testing.T) {
	tests := map[string]string{
		"words with another in them": "beleid begeleiding gemeente bibliotheek vertrouwen armoede religie kunstenaar klimaat",
		"derivations":                "inburgering diversiteit toegankelijkheid geletterdheid gemeenschap peterschap leefbaarheid",
		"prefixes":                   "bestuur gesprekken verhaal verhoogde ontmoeting gezinnen bestanden herinneringen geslacht verslaving",
		"inflection":                 "vrijwilligers nieuwkomers gemeenten anderen verenigingen verzamelingen besturen",
		"from particle verbs":        "voorzitter onderwijs onderzoek aanpak overleg aanbod opleiding ondersteuning samenwerking toeleiding",
		"foreign":                    "organisatie communicatie evaluatie subsidie formalisten stakeholders kompaan ramadan",
		"names":                      "aalst antwerpen oostende mechelen vilvoorde",
		"short":                      "huis taal buddy tolk ei",
		"odd":                        "- -- --- x y- -z 2024 65+ buddy's",
	}
	for name, words := range tests {
		t.Run(name, func(t *testing.T) {
			check(t, words)
		})
	}
}

func check(t *testing.T, words string) {
	t.Helper()
	for want := range strings.FieldsSeq(words) {
		if got := bars(compound.Default(), strings.ReplaceAll(want, "|", "")); got != want {
			t.Errorf("divided as %q, want %q", got, want)
		}
	}
}

func TestBase(t *testing.T) {
	tests := map[string][]string{
		"vrijwilligerswerk":   {"vrijwilliger", "werk"},
		"inburgeringstraject": {"inburgering", "traject"},
		"talenkennis":         {"taal", "kennis"},
		"scholengemeenschap":  {"school", "gemeenschap"},
		"huizenmarkt":         {"huis", "markt"},
		"kinderfeest":         {"kind", "feest"},
		"vrouwengroepen":      {"vrouw", "groepen"}, // the head keeps its inflection
		"waterpartijen":       {"water", "partijen"},
		"stadsbestuur":        {"stad", "bestuur"},
		"onthaal-gesprek":     {"onthaal", "gesprek"},
		"beleid":              nil,
	}
	for form, want := range tests {
		t.Run(form, func(t *testing.T) {
			var got []string
			for _, p := range compound.Default().Split(nil, form) {
				got = append(got, p.Base)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("bases (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSplitAppends(t *testing.T) {
	before := []compound.Part{{Start: 1, End: 2, Base: "x"}}
	got := compound.Default().Split(before, "buurthuis")
	want := []compound.Part{{1, 2, "x"}, {0, 5, "buurt"}, {5, 9, "huis"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("parts (-want +got):\n%s", diff)
	}
	if got := compound.Default().Split(before, "beleid"); len(got) != 1 {
		t.Errorf("a word that is no compound changed dst: %v", got)
	}
}

func TestKnown(t *testing.T) {
	for form, want := range map[string]bool{
		"beleid": true, "buurthuis": true, "scholen": true, "aalst": true, "ideeen": true, "zee-eend": true,
		"inburgerings": false, "buddywerking": false, "xyzzy": false, "": false, "bel\x00eid": false, "Beleid": false,
	} {
		if got := compound.Default().Known(form); got != want {
			t.Errorf("Known(%q) = %v", form, got)
		}
	}
}

func TestWords(t *testing.T) {
	s := compound.Default()
	n, last := 0, ""
	for w := range s.Words() {
		if w <= last {
			t.Fatalf("%q comes after %q", w, last)
		}
		if !s.Known(w) {
			t.Fatalf("%q is listed but not known", w)
		}
		n, last = n+1, w
	}
	if n < 300_000 {
		t.Errorf("%d words, want the 350,000 or so of the word list", n)
	}
	for range s.Words() {
		break // an iterator that is left early does not go on
	}
}

// Every word of the lexicon keeps the promise of Split: parts that tile it.
func TestPartsTile(t *testing.T) {
	s := compound.Default()
	var parts []compound.Part
	for w := range s.Words() {
		parts = s.Split(parts[:0], w)
		tiles(t, w, parts)
		if t.Failed() {
			return
		}
	}
}

func tiles(t *testing.T, form string, parts []compound.Part) {
	t.Helper()
	if len(parts) == 0 {
		return
	}
	at := 0
	for _, p := range parts {
		if p.Start != at || p.End <= p.Start || p.Base == "" {
			t.Errorf("%q is divided into %v", form, parts)
			return
		}
		at = p.End
	}
	if at != len(form) || len(parts) < 2 {
		t.Errorf("%q is divided into %v", form, parts)
	}
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{"buurthuis", "ocmw-voorzitter", "-a--b-", "e-mail", "\x00", "ïdee\xff", strings.Repeat("taal", 40), strings.Repeat("-", 90), "a-b-c-d"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, form string) {
		tiles(t, form, compound.Default().Split(nil, form))
		compound.Default().Known(form)
	})
}

func TestConcurrentUse(t *testing.T) {
	s := compound.Default()
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 100 {
				if got := bars(s, "vrijwilligerswerk"); got != "vrijwilligers|werk" {
					t.Errorf("got %q", got)
				}
			}
		})
	}
	wg.Wait()
}

func TestSplitDoesNotAllocate(t *testing.T) {
	s := compound.Default()
	dst := make([]compound.Part, 0, 8)
	forms := []string{"buurthuis", "scholengemeenschap", "taaloefenkansen", "beleid", "ocmw-voorzitter"}
	if n := testing.AllocsPerRun(100, func() {
		for _, f := range forms {
			dst = s.Split(dst[:0], f)
		}
	}); n != 0 {
		t.Errorf("%v allocations for %d forms", n, len(forms))
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := compound.Load(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSplit(b *testing.B) {
	s := compound.Default()
	var forms []string
	for w := range s.Words() {
		forms = append(forms, w)
	}
	forms = slices.DeleteFunc(forms, func(w string) bool { return len(w)%7 != 0 })
	dst := make([]compound.Part, 0, 8)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		dst = s.Split(dst[:0], forms[i%len(forms)])
		i += 7919 // far apart, as the words of a text are
	}
}

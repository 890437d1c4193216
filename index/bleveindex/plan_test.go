package bleveindex

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch"
)

func TestWordsOfAPlan(t *testing.T) {
	for _, c := range []struct {
		text  string
		words []string // @: names a place
		loose bool
	}{
		{"", []string{}, false},
		{"taal", []string{"taal"}, false},
		{"taal beleid", []string{"taal", "beleid"}, false},
		{"Élan VRIJWILLIGERS", []string{"elan", "vrijwilligers"}, false},
		{"taal taal", []string{"taal", "taal"}, false},
		// Stop and question words go, unless there is nothing else.
		{"de taal en het beleid", []string{"taal", "beleid"}, false},
		{"hoe vind ik een buddy", []string{"buddy"}, false},
		{"hoe", []string{"hoe"}, false},
		{"de het een", []string{"de", "het", "een"}, false},
		// Long texts and questions need not have every word.
		{"taal beleid gezin", []string{"taal", "beleid", "gezin"}, true},
		{"hoe vind ik taal en beleid", []string{"taal", "beleid"}, true},
		// Exclusions are no words; a phrase's are.
		{"buddy -gezin", []string{"buddy"}, false},
		{`"op de werkvloer"`, []string{"werkvloer"}, false},
		{`"de"`, []string{"de"}, false},
		// A hyphen after "en" is half a word.
		{"antidiscriminatie en -racisme", []string{"antidiscriminatie", "racisme"}, false},
		{"taal-beleid", []string{"taal", "beleid"}, false},
	} {
		t.Run(c.text, func(t *testing.T) {
			p := planOf(c.text)
			if diff := cmp.Diff(c.words, p.typed()); diff != "" {
				t.Errorf("words (-want +got):\n%s", diff)
			}
			if p.loose != c.loose {
				t.Errorf("loose = %v", p.loose)
			}
			if p.corrected != "" {
				t.Errorf("corrected to %q, with nothing known", p.corrected)
			}
		})
	}
}

func TestPlacesOfAPlan(t *testing.T) {
	for _, c := range []struct {
		text   string
		words  []string
		places []string
		loose  bool
	}{
		{"Gent", []string{"@gent"}, []string{"Gent"}, false},
		{"buddy in aalst", []string{"buddy", "@aalst"}, []string{"Aalst"}, true},
		// Names that are words too.
		{"in Mol", []string{"@mol"}, []string{"Mol"}, false},
		{"Mol", []string{"@mol"}, []string{"Mol"}, false},
		{"mol", []string{"@mol"}, []string{"Mol"}, false},
		{"mol vangen", []string{"mol", "vangen"}, nil, false},
		{"een mol in de tuin", []string{"mol", "tuin"}, nil, false},
		// A sub-municipality is its municipality.
		{"hoboken", []string{"@hoboken"}, []string{"Antwerpen"}, false},
		{"in Antwerpen en Gent", []string{"@antwerpen", "@gent"}, []string{"Antwerpen", "Gent"}, true},
		// Names of more words, stop words among them.
		{"de haan", []string{"@de", "@haan"}, []string{"De Haan"}, false},
		{"Sint-Niklaas", []string{"@sint", "@niklaas"}, []string{"Sint-Niklaas"}, true},
		// Places that are excluded are not named.
		{"buddy -gent", []string{"buddy"}, nil, false},
	} {
		t.Run(c.text, func(t *testing.T) {
			p := planOf(c.text)
			if diff := cmp.Diff(c.words, p.typed()); diff != "" {
				t.Errorf("words (-want +got):\n%s", diff)
			}
			places := slices.Clone(p.places)
			slices.Sort(places)
			if diff := cmp.Diff(c.places, slices.Compact(places)); diff != "" {
				t.Errorf("places (-want +got):\n%s", diff)
			}
			if p.loose != c.loose {
				t.Errorf("loose = %v", p.loose)
			}
		})
	}
}

func TestProvinces(t *testing.T) {
	for text, want := range map[string]struct {
		has, hasNot string
		least       int
	}{
		"oost-vlaanderen":          {"Aalst", "Antwerpen", 50},
		"buddy in West-Vlaanderen": {"Brugge", "Gent", 50},
		"vlaams-brabant":           {"Ternat", "Mol", 50},
		"limburg":                  {"Genk", "Gent", 35},
		"antwerpen":                {"Antwerpen", "Mol", 1}, // a municipality first
	} {
		t.Run(text, func(t *testing.T) {
			places := planOf(text).places
			slices.Sort(places)
			places = slices.Compact(places)
			if !slices.Contains(places, want.has) || slices.Contains(places, want.hasNot) || len(places) < want.least {
				t.Errorf("names %v", places)
			}
		})
	}
}

func TestPhrasesOfAPlan(t *testing.T) {
	for _, c := range []struct {
		text              string
		phrases, excluded []phrase
		title             string
	}{
		{`"Op de Werkvloer" taal`, []phrase{{forms: []string{"op", "de", "werkvloer"}}}, nil, "op de werkvloer taal"},
		{`“taal-beleid”`, []phrase{{forms: []string{"taal", "beleid"}}}, nil, "taal beleid"},
		{`taal -gezin -"jonge ouders"`, nil, []phrase{{forms: []string{"gezin"}, loose: true}, {forms: []string{"jonge", "ouders"}}}, "taal"},
		{`taal -!? "…"`, nil, nil, "taal …"},
		{`buddy "`, nil, nil, "buddy"},
	} {
		t.Run(c.text, func(t *testing.T) {
			p := planOf(c.text)
			if diff := cmp.Diff(c.phrases, p.phrases, cmp.AllowUnexported(phrase{})); diff != "" {
				t.Errorf("phrases (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.excluded, p.excluded, cmp.AllowUnexported(phrase{})); diff != "" {
				t.Errorf("excluded (-want +got):\n%s", diff)
			}
			if want := titleKey(dutch.Default(), c.title); p.title != want {
				t.Errorf("title %q, want %q", p.title, want)
			}
		})
	}
}

func TestPrefixIsTheLastWord(t *testing.T) {
	for text, want := range map[string]string{"taal bel": "bel", "bel taal de": "de", "bel": "bel", "": ""} {
		p := newPlan(wordKnowledge{dutch: dutch.Default()}, &index.Query{Text: text, Prefix: true})
		var got []string
		for _, c := range p.clauses {
			for _, v := range c.variants {
				if v.prefix {
					got = append(got, v.form)
				}
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: prefixes %v, want %q", text, got, want)
		}
	}
}

// However many words a text holds, and however they are glued, a plan has no
// more than a query may, and can be run.
func TestNoMoreWordsThanAQueryMay(t *testing.T) {
	words := strings.Fields("appel peer kers banaan druif pruim citroen meloen mango vijg dadel kokos framboos braam aardbei bosbes perzik abrikoos kiwi limoen")
	x := openWith(t, Options{}, someFiche("a", strings.Join(words, " ")), someFiche("b", "appel peer"))
	for _, glue := range []string{" ", "/", "-", ".", `" "`} {
		text := strings.Join(words, glue)
		if n := len(planOf(text).clauses); n > index.MaxTerms {
			t.Errorf("%q: %d clauses", text, n)
		}
		if got := found(t, x, text); len(got) == 0 || got[0] != "a" {
			t.Errorf("%q finds %v", text, got)
		}
		searchFor(t, x, index.Query{Text: text, Prefix: true, Any: true, Explain: true, Limit: 9})
	}
}

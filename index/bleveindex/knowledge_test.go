package bleveindex

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch"
	"praktijkzoeker/index/dutch/synonyms"
)

// knowledgeable returns an index with some words that queries come near to.
func knowledgeable(t *testing.T) *Index {
	return openWith(t, Options{},
		someFiche("taalbeleid", "Een taalbeleid op de werkvloer."),
		someFiche("werk", "Het vrijwilligerswerk groeit."),
		someFiche("vrijwilliger", "Een vrijwilliger helpt een gezin."),
		someFiche("coach", "Een taalcoach begeleidt."),
		someFiche("project", "Een nieuw project met een praatgroep."),
		someFiche("racisme", "Wij werken aan antidiscriminatie en -racisme."),
		someFiche("buddy", "Een buddy gaat mee."),
		corpus.Fiche{ID: "gent", Title: "Fiche gent", Description: "Praatcafé.", Practices: []corpus.LocalPractice{in("Gent")}},
	)
}

func TestCorrection(t *testing.T) {
	x := knowledgeable(t)
	for _, c := range []struct{ text, corrected string }{
		{"taalbelied", "taalbeleid"},
		{"vrijwilleger", "vrijwilliger"},
		{"praatcaffee gezin", "praatcafé gezin"},
		{"Nieuw taalbelied", "Nieuw taalbeleid"}, // the rest stays as it was typed
		{"taalbelied -gent", "taalbeleid -gent"},
		{`taalbelied "nieuw project"`, `taalbeleid "nieuw project"`},
		// What is known in any form is right.
		{"taalbeleid", ""}, {"vrijwilligers", ""}, {"gezinnen", ""}, {"TAALCOACHES", ""},
		// So is what Dutch knows, though no fiche has it.
		{"fiets", ""}, {"zwembad", ""},
		// Names of places and abbreviations with a synonym are no typos.
		{"genk", ""}, {"ocmw", ""}, {"nt2", ""},
		// Quotes and hyphens are meant as they stand.
		{`"taalbelied"`, ""}, {"gezin -taalbelied", ""},
		{"xqzwvk", ""}, {"65+", ""}, {"", ""},
	} {
		t.Run(c.text, func(t *testing.T) {
			got := planIn(t, x, c.text).corrected
			if !sameFolded(got, c.corrected) {
				t.Errorf("corrected to %q, want %q", got, c.corrected)
			}
			if res := searchFor(t, x, index.Query{Text: c.text}); res.Corrected != got {
				t.Errorf("the answer says %q, the plan %q", res.Corrected, got)
			}
		})
	}
}

func sameFolded(a, b string) bool { return dutch.Fold(a) == dutch.Fold(b) }

// A word that is still being typed is no misspelling.
func TestNoCorrectionWhileTyping(t *testing.T) {
	x := knowledgeable(t)
	q := index.Query{Text: "taalbelie", Prefix: true, Limit: 5}
	if res := searchFor(t, x, q); res.Corrected != "" {
		t.Errorf("corrected to %q", res.Corrected)
	}
	q.Text = "taalbelied gez"
	if res := searchFor(t, x, q); !sameFolded(res.Corrected, "taalbeleid gez") {
		t.Errorf("an earlier word is corrected to %q", res.Corrected)
	}
}

func TestFindsAcrossSpaces(t *testing.T) {
	x := knowledgeable(t)
	for text, want := range map[string]string{
		"taal beleid":                   "taalbeleid", // typed apart, written as one
		"vrijwilligers werk":            "werk",
		"vrijwilliger werk":             "werk",    // with the letters that link
		"antiracisme":                   "racisme", // elided in the fiche
		"antidiscriminatie":             "racisme",
		"antidiscriminatie en -racisme": "racisme",
		"praatcafe gent":                "gent",
		"maatje":                        "buddy", // a synonym
	} {
		t.Run(text, func(t *testing.T) {
			if got := found(t, x, text); len(got) == 0 || got[0] != want {
				t.Errorf("finds %v, want %s first", got, want)
			}
		})
	}
}

// A compound weighs more than its parts in other compounds.
func TestJoinedBeatsParts(t *testing.T) {
	x := openWith(t, Options{},
		someFiche("parts", "De taalles is van de school en het beleidsplan van de stad, zegt de burgemeester."),
		someFiche("joined", "Het taalbeleid is van de school en van de stad, zegt de burgemeester aan iedereen."),
	)
	if diff := cmp.Diff([]string{"joined", "parts"}, found(t, x, "taal beleid")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A long compound that nobody has is met by the words that it is made of.
func TestLongCompound(t *testing.T) {
	got := found(t, knowledgeable(t), "taalcoachproject")
	slices.Sort(got)
	if diff := cmp.Diff([]string{"coach", "project"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A compound that no fiche has is met by fiches with its parts.
func TestCompoundThatNobodyHas(t *testing.T) {
	x := openWith(t, Options{},
		someFiche("parts", "Het zwembad zoekt een redder."),
		someFiche("one", "Het zwembad is open."),
		someFiche("none", "De bibliotheek is open."))
	got := found(t, x, "zwembadredder")
	if len(got) == 0 || got[0] != "parts" || slices.Contains(got, "none") {
		t.Errorf("finds %v", got)
	}
	p := planOf("zwembadredder")
	if p.apart() != nil {
		t.Error("a compound of which nothing is known is taken apart")
	}
	p = planIn(t, x, "zwembadredder open")
	apart := p.apart()
	if apart == nil {
		t.Fatal("not taken apart")
	}
	if n := len(apart.clauses); n < 3 || len(p.clauses) != 2 {
		t.Errorf("%d clauses of %d", n, len(p.clauses))
	}
	if apart := planIn(t, x, "zwembad open").apart(); apart != nil {
		t.Errorf("nothing to take apart, yet %v", apart.typed())
	}
}

func parseSynonyms(t *testing.T, text string) *synonyms.Table {
	t.Helper()
	table, problems := synonyms.Parse("test", strings.NewReader(text))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return table
}

// SetSynonyms changes later searches, of a running index and without a Replace.
func TestSetSynonyms(t *testing.T) {
	x := openWith(t, Options{Synonyms: parseSynonyms(t, "")}, someFiche("kers", "De kers."), someFiche("meloen", "De groene meloen."))
	if got := found(t, x, "appel"); len(got) != 0 {
		t.Fatalf("finds %v without synonyms", got)
	}
	x.SetSynonyms(parseSynonyms(t, "appel => kers\nappel peer, groene meloen\n"))
	for text, want := range map[string][]string{
		"appel":      {"kers"},
		"kers":       {"kers"},
		"appel peer": {"meloen"}, // several words for several words
		`"appel"`:    {},
		"-kers":      {"meloen"},
	} {
		if diff := cmp.Diff(want, found(t, x, text)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
	h := searchFor(t, x, index.Query{Text: "appel", Limit: 1, Explain: true}).Hits[0]
	if !slices.ContainsFunc(h.Excerpt, func(s index.Span) bool { return s.Match && s.Text == "kers" }) {
		t.Errorf("the synonym is not marked: %v", h.Excerpt)
	}
	x.SetSynonyms(parseSynonyms(t, ""))
	if got := found(t, x, "appel"); len(got) != 0 {
		t.Errorf("finds %v after the synonyms went", got)
	}
}

func TestTypedWordBeatsSynonym(t *testing.T) {
	x := openWith(t, Options{Synonyms: parseSynonyms(t, "appel, kers")}, someFiche("a", "De kers."), someFiche("b", "De appel."))
	if diff := cmp.Diff([]string{"b", "a"}, found(t, x, "appel")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

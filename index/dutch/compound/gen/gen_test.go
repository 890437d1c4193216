package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/index/dutch/compound/internal/lexicon"
)

const affixes = `# a comment
FORBIDDENWORD Fw
SFX Za Y 1
SFX Za 0 s .
SFX Zb Y 1
SFX Zb 0 en/CaCbCp [^eo] ts:NN2
SFX Zh Y 1
SFX Zh s zen/CaCbCp s
SFX Ch Y 1
SFX Ch 0 s/CaCbCxCp .
SFX Ce Y 2
SFX Ce 0 -/CaCbCcCp .
PFX Pb Y 1
PFX Pb 0 aan .
PFX Pn Y 1
PFX Pn 0 voor .
`

const dictionary = `20
huis/CaCcYbZh
buurt/CaZbCbCc
inburgering/ChCc
pakken/PbVi
zitten/PnVi
voorzitter/Za
zitter/Za
aanpak
feest/CaCbCcZb
ge/Fw
mĳn/Ca
Aalst/PN
stad/CaCc
beleid/Cc
leid
stuur/CaCc
bestuur
`

const wordList = `huis
huizen
buurt
buurten
buurthuis
buurtfeest
buurtfeesten
stadhuis
beleid
bestuur
stuur
pakken
zitten
zitter
voorzitter
voorzitters
aanpak
pak
voor
aan
feest
Aalst
Aalst stad
Buurthuisstad
ideeën
`

// fixture reads the small sources above.
func fixture(t *testing.T) *sources {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"words": wordList, "aff": affixes, "dic": dictionary} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s, err := readSources(filepath.Join(dir, "words"), filepath.Join(dir, "aff"), filepath.Join(dir, "dic"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestReadSources(t *testing.T) {
	s := fixture(t)
	for form, want := range map[string][]derived{
		"huizen":       {{"huis", "Zh"}},
		"buurten":      {{"buurt", "Zb"}},
		"inburgerings": nil, // no word of its own
		"mijn":         {{"mijn", ""}},
		"ge":           nil, // forbidden
		"aalst":        nil, // a name
	} {
		if diff := cmp.Diff(want, s.forms[form], cmp.AllowUnexported(derived{})); diff != "" {
			t.Errorf("forms of %q (-want +got):\n%s", form, diff)
		}
	}
	for form, want := range map[string]bool{"huis": true, "huizen": true, "inburgerings": true, "beleid": false, "zitters": false} {
		if got := s.left[form] != nil; got != want {
			t.Errorf("%q may begin a compound: %v", form, got)
		}
	}
	if !s.heads["beleid"] || s.heads["aanpak"] {
		t.Error("heads are wrong")
	}
	if !s.verbs["aanpakken"] || !s.verbs["voorzitten"] || s.verbs["aanzitten"] {
		t.Error("separable verbs are wrong")
	}
	if !s.words["ideeen"] || !s.names["aalst"] || s.words["aalst"] || s.names["aalst stad"] {
		t.Error("words and names are wrong")
	}
}

func TestReadSourcesErrors(t *testing.T) {
	if _, err := readSources("/nowhere/words", "", ""); err == nil || !strings.HasPrefix(err.Error(), "word list: ") {
		t.Errorf("error %v does not say which file", err)
	}
	path := filepath.Join(t.TempDir(), "aff")
	if err := os.WriteFile(path, []byte("SFX Zb Y 1\nSFX Zb 0 en [\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := &sources{particles: map[string]string{}}
	if _, err := s.readAffixes(path); err == nil || !strings.Contains(err.Error(), "aff:2: condition of Zb") {
		t.Errorf("error %v does not say which line", err)
	}
}

func TestDerive(t *testing.T) {
	lists, err := readLists()
	if err != nil {
		t.Fatal(err)
	}
	l, err := derive(fixture(t), lists)
	if err != nil {
		t.Fatal(err)
	}
	for form, atom := range map[string]bool{
		"buurthuis": false, "buurtfeesten": false, "stadhuis": false,
		"beleid": true, "bestuur": true, // prefix and word
		"voorzitter": true, "voorzitters": true, "aanpak": true, // from voorzitten, aanpakken
		"buurthuisstad": true, "aalst": true, // names
	} {
		if e := l.Find(form); e == nil || e.Atom != atom {
			t.Errorf("%q: %v, want atom %v", form, e, atom)
		}
	}
	if e := l.Find("huizen"); e.Base != lexicon.BaseListed || l.Bases["huizen"] != "huis" {
		t.Errorf("huizen: %v, %q", *e, l.Bases["huizen"])
	}
	if e := l.Find("inburgerings"); e == nil || e.Word || e.Right != lexicon.Never || e.Base != 1 {
		t.Errorf("inburgerings: %v", e)
	}
	if e := l.Find("het"); e != nil && e.Left != lexicon.Never {
		t.Errorf("het begins compounds: %v", e)
	}
}

func TestCountFavoursFamilies(t *testing.T) {
	c := count(fixture(t))
	if c.left["buurt"] <= c.left["buur"] || c.right["feest"] == 0 {
		t.Errorf("counts %v", c)
	}
	if got := c.right["feest"]; got > 1.5 {
		t.Errorf("buurtfeest and buurtfeesten count %v times", got)
	}
}

func TestInfinitives(t *testing.T) {
	for stem, want := range map[string]string{"pak": "pakken", "wijs": "wijzen", "deel": "delen", "leef": "leven", "zitt": "zitten", "doe": "doen"} {
		if !slices.Contains(infinitives(stem), want) {
			t.Errorf("%q lacks %q: %v", stem, want, infinitives(stem))
		}
	}
	if got := infinitives("x"); got != nil {
		t.Errorf("one letter gives %v", got)
	}
}

func TestListErrors(t *testing.T) {
	tests := map[string]struct{ parts, words, want string }{
		"no section":      {"huis\n", "", "line 1: a word before the first section"},
		"unknown section": {"[nowhere]\n", "", `line 1: unknown section "nowhere"`},
		"bad cost":        {"\n[left x]\n", "", `line 2: cost of section "left"`},
		"no base":         {"[bases]\nkinder\n", "", `line 2: "kinder": "form=base" is needed`},
		"not folded":      {"", "Huis\n", `line 1: "Huis" is not folded`},
		"empty part":      {"", "huis||deur\n", `line 1: "huis||deur" has an empty part`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			l, err := readLists()
			if err != nil {
				t.Fatal(err)
			}
			if err = l.readParts(tt.parts); err == nil {
				err = l.readWords(tt.words)
			}
			if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
				t.Errorf("error %v, want %s", err, tt.want)
			}
		})
	}
}

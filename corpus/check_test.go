package corpus_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
)

const head = "+++\ntitle = \"T\"\n"

// problems are the problems of a file x.md as an editor sees them; a warning
// has a tilde before it.
func problems(data string) []string {
	var out []string
	_, all := corpus.Parse("x.md", []byte(data))
	for _, p := range all {
		s := p.Error()
		if p.Warning {
			s = "~" + s
		}
		out = append(out, s)
	}
	return out
}

// TestProblems holds for each file the beginnings, or with … the parts, of all
// its problems.
func TestProblems(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want []string
	}{
		"nothing wrong": {head + "+++\ntekst", nil},
		"empty":         {"", []string{"x.md: bestand: dit bestand is leeg"}},
		"blank":         {"\uFEFF \n\n", []string{"x.md: bestand: dit bestand is leeg"}},
		"NUL":           {"een\ntwee\x00", []string{"x.md:2: bestand: dit is geen tekstbestand"}},
		"UTF-16":        {"\xff\xfet\x00", []string{"x.md:1: bestand: dit bestand is bewaard als UTF-16…UTF-8"}},
		"Latin-1":       {head + "+++\nga\nmet co\xebrdinatie", []string{`x.md:5: bestand: hier staat een teken dat geen UTF-8 is (waarschijnlijk "ë" in Latin-1…): bewaar het bestand als UTF-8`}},
		"Windows-1252":  {head + "+++\n\x92s avonds", []string{"x.md:4: bestand: …(waarschijnlijk Windows-1252)"}},
		"too large":     {strings.Repeat("x", corpus.MaxSize+1), []string{"x.md: bestand: dit bestand is te groot (1.0 MB"}},
		"merge":         {head + "+++\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> b\n", []string{"x.md:4: bestand: hier staan twee versies"}},

		"no front matter":   {"Zomaar tekst", []string{"x.md:1: titel: titel ontbreekt: begin het bestand met drie regels: +++"}},
		"YAML":              {"---\ntitle: T\n---\n", []string{"x.md:1: titel: titel ontbreekt: …(niet ---)"}},
		"title as heading":  {"# Samen koken\ntekst", []string{`~x.md:1: titel: …title = "Samen koken"`}},
		"no title":          {"\n+++\nsource = \"https://a.be\"\n+++\n", []string{`x.md:2: titel: titel ontbreekt: zet bovenaan tussen de +++-regels een regel title = "…"`}},
		"empty title":       {"+++\ntitle = \" \"\n+++\n", []string{"x.md:2: titel: de titel is leeg"}},
		"title is a number": {"+++\n\ntitle = 5\n+++\n", []string{"x.md:3: titel: hier hoort tekst tussen aanhalingstekens"}},
		"Dutch key":         {"+++\ntitel = \"T\"\n+++\n", []string{"x.md:1: titel: titel ontbreekt", `~x.md:2: blok bovenaan: de sleutel "titel" is onbekend…bedoelde je title?`}},
		"unknown keys": {head + "domain = []\nkleur = 1\n[image]\nfile = \"a.jpg\"\nfotograaf = \"x\"\n+++\n", []string{
			`~x.md:3: …bedoelde je domains?`, `~x.md:4: …de sleutels zijn title, categories`, `~x.md:7: …bedoelde je credit?`}},
		"unclosed front matter": {"+++\ntitle = \"T\"\n## Doelen\n", []string{"x.md:1: blok bovenaan: de afsluitende regel +++ ontbreekt"}},
		"unquoted":              {"+++\ntitle = Samen koken\n+++\n", []string{"x.md:2: blok bovenaan: tekst hoort tussen aanhalingstekens"}},
		"open quote":            {"+++\ntitle = \"Samen\nsource = \"\"\n+++\n", []string{"x.md:2: blok bovenaan: het aanhalingsteken aan het einde ontbreekt"}},
		"colon":                 {"+++\ntitle: \"T\"\n+++\n", []string{"x.md:2: blok bovenaan: gebruik = in plaats van een dubbelpunt"}},
		"curly quotes":          {"+++\ntitle = “T”\n+++\n", []string{"x.md:2: blok bovenaan: hier staan gekrulde aanhalingstekens"}},
		"twice":                 {head + "title = \"U\"\n+++\n", []string{"x.md:3: blok bovenaan: deze sleutel staat er twee keer"}},
		"backslash":             {"+++\ntitle = \"C:\\map\"\n+++\n", []string{"x.md:2: blok bovenaan: een schuine streep"}},
		"list without comma":    {head + "domains = [\"Werk\" \"Cultuur\"]\n+++\n", []string{"x.md:3: blok bovenaan: in deze lijst ontbreekt een komma"}},
		"list with a number":    {head + "domains = [3]\n+++\n", []string{"x.md:3: beleidsdomein: hier hoort een lijst van teksten"}},
		"list is a number":      {head + "target_groups = 3\n+++\n", []string{"x.md:3: doelgroep: hier hoort een lijst van teksten"}},
		"list is a text":        {head + "domains = \"Werk\"\n+++\n", []string{`~x.md:3: beleidsdomein: hier hoort een lijst: domains = ["Werk"]`}},
		"unknown labels": {head + "categories = [\"Taalbelied\"]\ndomains = [\n  \"Werk\",\n  \"Ruimtevaart\",\n]\n+++\n", []string{
			`~x.md:3: categorie: "Taalbelied" staat niet in de lijst: bedoelde je "Taalbeleid"?`, `~x.md:6: beleidsdomein: "Ruimtevaart" …Burgerzaken · Communicatie`}},
		"label twice":      {head + "target_groups = [\"Ouders\", \"Ouders\", \"\"]\n+++\n", []string{"~x.md:3: doelgroep: \"Ouders\" staat er twee keer", "~x.md:3: doelgroep: hier staat een lege naam"}},
		"source":           {head + "source = \"www.vvsg.be\"\n+++\n", []string{"~x.md:3: bron: dit is geen volledig webadres"}},
		"dates":            {head + "updated = \"gisteren\"\nreviewed = 2999-01-01\n+++\n", []string{"~x.md:3: bijgewerkt: deze datum is niet te lezen", "~x.md:4: nagekeken: deze datum ligt in de toekomst"}},
		"date is a number": {head + "updated = 2024\n+++\n", []string{"~x.md:3: bijgewerkt: deze datum is niet te lezen"}},
		"image path":       {head + "[image]\nfile = \"foto's/a.jpg\"\n+++\n", []string{`~x.md:4: afbeelding: …file = "a.jpg"`}},
		"image as text":    {head + "image = \"a.jpg\"\n+++\n", []string{"~x.md:3: afbeelding: schrijf de afbeelding zo"}},
		"image is a list":  {head + "image = [1]\n+++\n", []string{"x.md:3: afbeelding: hier hoort een regel [image]"}},

		"near heading":     {head + "+++\n## Succesfaktoren\n- x\n", []string{`~x.md:4: kop: "Succesfaktoren" is geen kop van het sjabloon: bedoelde je "## Succesfactoren"?`}},
		"facet as heading": {head + "+++\n## Beleidsdomeinen\nWerk\n", []string{`~x.md:4: kop: "Beleidsdomeinen" hoort in het blok bovenaan: domains`}},
		"empty sections":   {head + "+++\n## Doelen\n## Partners\n\n##\n", []string{`~x.md:4: kop: onder "Doelen" staat niets`, `~x.md:5: kop: onder "Partners"`, "~x.md:7: kop: hier staat een kop zonder tekst"}},
		"heading twice":    {head + "+++\n## Doelen\n- a\n## Doelen\n- b\n", []string{`~x.md:6: doelen: de kop "Doelen" staat ook op regel 4`}},
		"loose goals":      {head + "+++\n## Doelen\nDit willen we.\n", []string{"~x.md:5: doelen: deze tekst staat niet in een lijst"}},
		"mojibake":         {head + "+++\neen efficiÃ«nte dienst en efficiÄ«nt\nweg\uFFFD", []string{`~x.md:4: tekst: …"efficiÃ«nte" zijn verminkt: bedoelde je "efficiënte"?`, `~x.md:4: tekst: …"efficiÄ«nt"`, "~x.md:5: tekst: hier is een teken verloren gegaan"}},
		"mail":             {head + "+++\nMail an.peeters@gent.example of info@gent.example.\n", []string{"~x.md:4: e-mailadres: an.peeters@gent.example lijkt"}},

		"no place":      {head + "+++\n## Deze praktijk in\n###\n- A: b\n", []string{"~x.md:5: gemeente: hier ontbreekt de naam"}},
		"unknown place": {head + "+++\n## Deze praktijk in\n### Gentbruggen aan Zee\n", []string{"~x.md:5: gemeente: …is geen gemeente die we kennen"}},
		"misspelled":    {head + "+++\n## Deze praktijk in\n### Gent, Temste\n", []string{`~x.md:5: gemeente: "Temste" staat niet in de lijst van gemeenten: bedoelde je Temse?`}},
		"merged":        {head + "+++\n## Deze praktijk in\n### Meeuwen-Gruitrode (en andere gemeenten)\n", []string{`~x.md:5: gemeente: "Meeuwen-Gruitrode" is sinds 2019 een deel van Oudsbergen`}},
		"unplaced text": {head + "+++\n## Deze praktijk in\nVoor vluchtelingen.\n### Gent\n", []string{`~x.md:5: gemeente: deze tekst hoort bij geen gemeente`}},
		"places listed": {head + "+++\n## Deze praktijk in\n- Gent\n- Aalst: Praatcafé\n", []string{"~x.md:5: gemeente: schrijf een gemeente als tussenkop: ### Gent", "~x.md:6: …### Aalst"}},
		"long name":     {head + "+++\n## Deze praktijk in\n### Gent\n- " + strings.Repeat("lange zin ", 9) + ": x\n", []string{"~x.md:6: voorbeeld: wat voor de dubbelpunt staat"}},
		"paragraph":     {head + "+++\n## Deze praktijk in\n### Gent\nElke week.\n", []string{"~x.md:6: voorbeeld: zet een streepje"}},

		"all at once": {"+++\nsource = \"x\"\n+++\n<<<<<<< a\n", []string{"x.md:1: titel: titel ontbreekt", "~x.md:2: bron:", "x.md:4: bestand:"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := problems(c.data)
			for i := range max(len(got), len(c.want)) {
				if i >= len(got) || i >= len(c.want) || !matches(got[i], c.want[i]) {
					t.Fatalf("problems (-want +got):\n%s", cmp.Diff(c.want, got))
				}
			}
		})
	}
}

// matches reports whether s begins with the first of the parts of want that …
// separates, and holds the others in order.
func matches(s, want string) bool {
	first, parts, _ := strings.Cut(want, "…")
	s, ok := strings.CutPrefix(s, first)
	for part := range strings.SplitSeq(parts, "…") {
		var found bool
		_, s, found = strings.Cut(s, part)
		ok = ok && found
	}
	return ok
}

func TestNameProblems(t *testing.T) {
	for path, want := range map[string]string{
		"a/samen-koken.md":  "",
		"Samen Koken!.md":   "samen-koken.md",
		"café's.md":         "cafes.md",
		"日本.md":             "kleine letters",
		"samen--koken.md":   "samen-koken.md",
		"Hoofdletter-Ok.MD": "hoofdletter-ok.md",
	} {
		_, problems := corpus.Parse(path, []byte(head+"+++\n"))
		got := ""
		for _, p := range problems {
			got += p.Error()
		}
		if (got == "") != (want == "") || !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q in it", path, got, want)
		}
	}
	if _, problems := corpus.Parse(".md", []byte(head+"+++\n")); !corpus.Broken(problems) {
		t.Error("a file without a name has no URL")
	}
}

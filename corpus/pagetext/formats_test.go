package pagetext_test

import (
	"encoding/json"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/pagetext"
)

func shippedFiches(t *testing.T) []corpus.Fiche {
	t.Helper()
	full := corpus.Fiche{
		ID: "vol", Title: "Vol: alles", Summary: "Intro *zo*.\n\nTwee.", Categories: []string{"Koken, eten & drinken"}, Domains: []string{"Werk"},
		TargetGroups: []string{"Nieuwkomers"}, Goals: []string{"Eén", "Twee; drie"}, SuccessFactors: []string{"Goesting"}, Challenges: []string{"Tijd"},
		Audience: "Wie wil.", Description: "Tekst.\n\n- punt", Practices: []corpus.LocalPractice{in("Gent, Temste", soup), in("Nergens", corpus.Example{Text: "Los."})},
		Extra: []corpus.Section{{Heading: "Partners", Text: "De markt"}}, Image: &corpus.Image{File: "a.jpg", Credit: "Jo", Alt: "Soep"}, Source: "https://voorbeeld.be/vol",
	}.Tidy()
	all := []corpus.Fiche{full}
	names, err := fs.Glob(corpus.Shipped(), "*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(corpus.Shipped(), name)
		if err != nil {
			t.Fatal(err)
		}
		f, problems := corpus.Parse(name, data)
		if !corpus.Broken(problems) {
			all = append(all, f)
		}
	}
	return all
}

func fiches(results []pagetext.Result) []corpus.Fiche {
	var out []corpus.Fiche
	for _, r := range results {
		out = append(out, r.Fiche)
	}
	return out
}

// What we export comes back the same, whatever the form.
func TestOwnExportsComeBackEqual(t *testing.T) {
	want := shippedFiches(t)
	array, err := json.MarshalIndent(want, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	var lines strings.Builder
	for _, f := range want {
		l, err := json.Marshal(f)
		if err != nil {
			t.Fatal(err)
		}
		lines.Write(append(l, '\n'))
	}
	for _, c := range []struct{ name, text string }{{"export.json", string(array)}, {"export.jsonl", lines.String()}} {
		t.Run(c.name, func(t *testing.T) {
			got, err := pagetext.Import(c.name, []byte(c.text))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, fiches(got)); diff != "" {
				t.Errorf("(-exported +imported):\n%s", diff)
			}
		})
	}
	for _, f := range want {
		got, err := pagetext.Import(f.ID+".md", corpus.Format(f))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]corpus.Fiche{f}, fiches(got)); diff != "" {
			t.Errorf("%s.md (-exported +imported):\n%s", f.ID, diff)
		}
	}
}

const tablePage = "\uFEFFTitel;Categorie;Doelgroep;Doelen;Deze praktijk in;Gemeenten;Budget;Bijgewerkt\r\n" +
	"Samen tafelen;\"Koken, eten & drinken|Taalbeleid\";Nieuwkomers;\"- Proeven\n- Praten, lachen\";\"Gent, Temste\n- Soepdag: we koken soep.\";Gent|Lier;100 euro;1/05/2024\r\n" +
	";;;;;;;\r\nSamen tafelen;;;;;;;\r\n"

// A form is a file of any kind that holds the same practice, and what comes of it.
var forms = []struct {
	name, file, text string
	want             []corpus.Fiche
	told             []string
}{
	{
		name: "CSV van een rekenblad", file: "lijst.csv", text: tablePage,
		want: []corpus.Fiche{
			{
				ID: "samen-tafelen", Title: "Samen tafelen", Categories: []string{"Koken, eten & drinken", "Taalbeleid"}, TargetGroups: []string{"Nieuwkomers"},
				Goals: []string{"Proeven", "Praten, lachen"}, Practices: []corpus.LocalPractice{in("Gent, Temste", soup), in("Gent"), in("Lier")},
				Extra: []corpus.Section{{Heading: "Budget", Text: "100 euro"}}, Updated: day(2024, 5, 1),
			},
			{ID: "samen-tafelen-2", Title: "Samen tafelen"},
		},
		told: []string{"lijst.csv:2: extra: ‘Budget’ is geen veld", "lijst.csv:6: id: ‘samen-tafelen’ komt meer dan eens voor", "‘Temste’ is gelezen als Temse"},
	},
	{
		name: "CSV met komma's en sep=", file: "lijst.csv", text: "sep=,\ntitle,goals,description\n\"Koken, samen\",A|B,\"Zin een, zin twee.\"\n",
		want: []corpus.Fiche{{ID: "koken-samen", Title: "Koken, samen", Goals: []string{"A", "B"}, Description: "Zin een, zin twee."}},
	},
	{
		name: "JSON van elders", file: "koken.json",
		text: `{"titel":"Koken","doelen":"Proeven","gemeenten":["Gent",{"gemeente":"Mol","voorbeelden":["Soepdag: we koken soep."]}],"prijs":{"euro":5},"slug":"../weg","mail":"els.janssens@voorbeeld.be en info@voorbeeld.be"}`,
		want: []corpus.Fiche{{
			ID: "koken", Title: "Koken", Goals: []string{"Proeven"}, Practices: []corpus.LocalPractice{in("Gent"), in("Mol", soup)},
			Extra: []corpus.Section{{Heading: "mail", Text: "en info@voorbeeld.be"}, {Heading: "prijs", Text: "euro: 5"}},
		}},
		told: []string{"‘../weg’ kan de naam van een bestand niet zijn", "‘els.janssens@voorbeeld.be’ is weggelaten"},
	},
	{
		name: "JSONL met een kapotte regel", file: "lijst.jsonl", text: "{\"title\":\"Koken\"}\n{kapot\n",
		want: []corpus.Fiche{{ID: "koken", Title: "Koken"}},
		told: []string{"lijst.jsonl:2: bestand: deze regel is geen JSON-object"},
	},
	{
		name: "gewone Markdown", file: "x.md",
		text: "# Samen tafelen\n\nWe **eten**\nsamen.\n\n![Soep](img/soep.jpg)\n\n## Doelen\n\n* Proeven\n\n## Partners\n\nDe markt\n\n## Deze praktijk in\n\n### Mol\n\n- Soepdag: we koken soep.\n",
		want: []corpus.Fiche{{
			ID: "x", Title: "Samen tafelen", Summary: "We **eten** samen.", Goals: []string{"Proeven"}, Extra: []corpus.Section{{Heading: "Partners", Text: "De markt"}},
			Practices: []corpus.LocalPractice{in("Mol", soup)}, Image: &corpus.Image{File: "soep.jpg", Alt: "Soep"},
		}},
	},
	{
		name: "bewaarde webpagina", file: "pagina.html",
		text: "<!doctype html><html><head><title>Samen tafelen | Site</title><link rel=canonical href=\"https://voorbeeld.be/tafelen\"><script>var x = \"<p>weg</p>\";</script></head>\n" +
			"<body><nav><ul><li>Menu</ul></nav><main><header><h1>Samen tafelen</h1></header><img src=\"/img/soep.jpg?w=5\" alt=\"Soep\">\n<p>We eten\nsamen.</p><h2>Doelen</h2>\n<ul><li>Proeven</li><li><p>Praten</p></li></ul>" +
			"<h2>Deze praktijk in</h2><h3>Mol</h3><ul><li><strong>Soepdag:</strong> we koken soep.</li></ul><h2>Extra info</h2><p><a href=\"https://voorbeeld.be/info\">Website</a></p></main><footer>Voettekst</footer></body></html>",
		want: []corpus.Fiche{{
			ID: "samen-tafelen", Title: "Samen tafelen", Summary: "We eten samen.", Goals: []string{"Proeven", "Praten"}, Practices: []corpus.LocalPractice{in("Mol", soup)},
			Extra: []corpus.Section{{Heading: "Extra info", Text: "Website (https://voorbeeld.be/info)"}}, Image: &corpus.Image{File: "soep.jpg", Alt: "Soep"}, Source: "https://voorbeeld.be/tafelen",
		}},
		told: []string{"(<nav>) is weggelaten: ‘Menu’", "‘Voettekst’"},
	},
	{
		name: "Windows-1252", file: "koken.txt", text: "Caf\xe9 voor buren.\n\nDoelen\n\n\x95 Proeven\n",
		want: []corpus.Fiche{{ID: "koken", Title: "Koken", Summary: "Café voor buren.", Goals: []string{"Proeven"}}},
		told: []string{"het bestand was in Windows-1252 bewaard"},
	},
	{
		name: "UTF-16", file: "koken.txt", text: "\xff\xfeD\x00o\x00e\x00l\x00e\x00n\x00\n\x00\xe9\x00n\x00\n\x00",
		want: []corpus.Fiche{{ID: "koken", Title: "Koken", Goals: []string{"én"}}},
		told: []string{"UTF-16"},
	},
}

func TestForms(t *testing.T) {
	for _, c := range forms {
		t.Run(c.name, func(t *testing.T) {
			results, err := pagetext.Import(c.file, []byte(c.text))
			if err != nil {
				t.Fatal(err)
			}
			var want []corpus.Fiche
			for _, f := range c.want {
				want = append(want, f.Tidy())
			}
			if diff := cmp.Diff(want, fiches(results)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			var notes []corpus.Problem
			for _, r := range results {
				notes = append(notes, r.Notes...)
			}
			for _, part := range c.told {
				if !slices.ContainsFunc(notes, func(p corpus.Problem) bool { return strings.Contains(p.Error(), part) }) {
					t.Errorf("no note holds %q:\n%v", part, notes)
				}
			}
		})
	}
}

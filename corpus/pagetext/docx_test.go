package pagetext_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/pagetext"
)

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

// docx packs the parts of a Word document.
func docx(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range parts {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// p is a paragraph of a Word document with these properties.
func p(properties, text string) string {
	return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>"
}

const (
	kop1 = `<w:pStyle w:val="Kop1"/>`
	kop2 = `<w:pStyle w:val="Kop2"/>`
	item = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`
)

func wordBody(paragraphs ...string) string {
	return `<w:document xmlns:w="w" xmlns:r="r"><w:body>` + strings.Join(paragraphs, "") + `</w:body></w:document>`
}

func TestDocx(t *testing.T) {
	data := docx(t, map[string]string{
		"word/styles.xml": `<w:styles xmlns:w="w"><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>` +
			`<w:style w:styleId="Kop2"><w:name w:val="heading 2"/></w:style></w:styles>`,
		"word/_rels/document.xml.rels": `<Relationships><Relationship Id="r1" Target="https://voorbeeld.be/" TargetMode="External"/></Relationships>`,
		"word/document.xml": wordBody(
			p(`<w:pStyle w:val="Titel"/>`, "Samen tafelen"), p("", "We eten samen."),
			p(kop1, "Doelen"), p(item, "Proeven"), p(item, "Praten"), `<w:p><w:del><w:r><w:t>geschrapt</w:t></w:r></w:del></w:p>`,
			p(kop1, "Deze praktijk in"), p(kop2, "Mol"), p(item, "Soepdag: we koken soep."),
			p(kop1, "Partners"), `<w:p><w:hyperlink r:id="r1"><w:r><w:t>De markt</w:t></w:r></w:hyperlink></w:p>`,
		),
		"word/footnotes.xml": `<w:footnotes xmlns:w="w"><w:footnote>` + p("", "Een voetnoot.") + `</w:footnote></w:footnotes>`,
	})
	results, err := pagetext.Import("Map/tafelen.docx", data)
	if err != nil {
		t.Fatal(err)
	}
	want := []corpus.Fiche{corpus.Fiche{
		ID: "tafelen", Title: "Samen tafelen", Summary: "We eten samen.", Goals: []string{"Proeven", "Praten"}, Practices: []corpus.LocalPractice{in("Mol", soup)},
		Extra: []corpus.Section{{Heading: "Partners", Text: "De markt (https://voorbeeld.be/)"}, {Heading: "Voetnoten", Text: "Een voetnoot."}},
	}.Tidy()}
	if diff := cmp.Diff(want, fiches(results)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A file of which nothing can be used says so in Dutch, and what to do.
func TestUnusableFiles(t *testing.T) {
	bomb := docx(t, map[string]string{"word/document.xml": wordBody(p("", strings.Repeat("a", 20<<20)))})
	for _, c := range []struct {
		name, file string
		data       []byte
		want       string
	}{
		{"leeg", "a.txt", []byte(" \n"), "het bestand is leeg"},
		{"onbekende vorm", "a.xyz", []byte("x"), "de vorm .xyz is onbekend"},
		{"zonder extensie", "a", []byte("x"), "geen extensie"},
		{"pdf", "a.pdf", []byte("%PDF"), "kopieer de tekst"},
		{"oud rekenblad", "a.xlsx", []byte("PK"), "als CSV"},
		{"binair", "a.txt", []byte("a\x00b\x01c"), "geen tekstbestand"},
		{"onbekende tekens", "a.txt", []byte("a\nb\x81\x8d\n"), "a.txt:2: de tekens zijn UTF-8 noch Windows-1252"},
		{"te groot", "a.txt", bytes.Repeat([]byte("a"), 33<<20), "groter dan 32 MB"},
		{"JSON breekt", "a.json", []byte("[\n{\"title\": }]"), "a.json:2: dit is geen geldige JSON"},
		{"JSON onvolledig", "a.json", []byte("{\"title\": \"x\""), "het einde ontbreekt"},
		{"JSON zonder object", "a.json", []byte("[1]"), "element 1 is geen object"},
		{"JSONL zonder object", "a.jsonl", []byte("x\ny"), "geen enkele regel is een JSON-object"},
		{"CSV zonder titel", "a.csv", []byte("naamloos;doelen\nx;y\n"), "de kolom ‘titel’ ontbreekt"},
		{"CSV zonder rij", "a.csv", []byte("titel;doelen\n"), "geen enkele rij"},
		{"CSV met los aanhalingsteken", "a.csv", []byte("titel;doelen\nx;\"a\" b\n"), "a.csv:2: de tabel breekt hier af"},
		{"docx is geen archief", "a.docx", []byte("x"), "geen Word-document"},
		{"docx zonder document", "a.docx", docx(t, map[string]string{"x": "y"}), "geen Word-document"},
		{"docx zonder tekst", "a.docx", docx(t, map[string]string{"word/document.xml": wordBody()}), "geen tekst"},
		{"docx die ontploft", "a.docx", bomb, "groter dan 16 MB"},
	} {
		t.Run(c.name, func(t *testing.T) {
			results, err := pagetext.Import(c.file, c.data)
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), c.file+":") {
				t.Errorf("Import gives %d fiches and error %v, want %q", len(results), err, c.want)
			}
		})
	}
}

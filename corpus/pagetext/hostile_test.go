package pagetext_test

import (
	"bytes"
	"strings"
	"testing"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/pagetext"
)

// hostile are files that are made to break a reader, or that a bad export gave.
func hostile() map[string][]byte {
	bom16 := func(s string) []byte { // little endian, with its mark
		b := []byte{0xff, 0xfe}
		for _, r := range s {
			b = append(b, byte(r), byte(r>>8))
		}
		return b
	}
	deep := func(open, inside, end string, n int) []byte {
		return []byte(strings.Repeat(open, n) + inside + strings.Repeat(end, n))
	}
	cell := strings.Repeat("cel ", 2000)
	return map[string][]byte{
		"nul.txt":         []byte("Samen\x00koken\x00"),
		"control.txt":     []byte("Samen \x1b[31mkoken\x07\u202e\u2066"),
		"utf16.txt":       bom16("Samen koken\r\nDoelen\r\n- praten"),
		"utf16half.txt":   bom16("Samen koken")[:9],
		"boms.txt":        []byte("\ufeff\ufeff\ufeffSamen koken\n\ufeffDoelen\n- \ufeffpraten"),
		"mojibake.txt":    []byte("Praatcaf\u00c3\u00a9 \u00e2\u20ac\u0153samen\u00e2\u20ac\n\u00c3\u0192\u00c2\u00a9\u00c3\u0192\u00c6\u2019"),
		"cr.txt":          []byte("Samen koken\rDoelen\r- praten\r\r\n\n\r"),
		"marks.txt":       []byte("Samen\nDoelen\n" + strings.Repeat("- ", 200) + "\n" + strings.Repeat("* o - ", 50)),
		"places.txt":      []byte("Samen\nDeze praktijk in\n" + strings.Repeat("Gent, Aalst en Temste (", 40)),
		"deep.html":       deep("<div><ul><li>", "tekst", "</li></ul></div>", 300),
		"open.html":       deep("<b><i><table><tr><td>", "tekst", "", 200),
		"entities.html":   []byte("<h1>&#0;&#x110000;&amp;amp;lt;script&gt;&#xD800;</h1><p>&nbsp;&zwj;&bogus;" + strings.Repeat("&lt;", 100)),
		"broken.html":     []byte("<h1 a='<h1 b=\"></h1><!-- <![CDATA[ ]]> <script><!--<script></script><p>x<title>y<textarea><plaintext>"),
		"charset.html":    []byte("<meta charset=utf-7><h1>Caf\xe9</h1><meta charset='utf-16'>"),
		"deep.json":       deep(`{"title":[`, `"x"`, `]}`, 300),
		"keys.json":       []byte(`{"title":"a","title":["b",{"c":null}],"Title":1e999,"practices":{"x":[[[]]]},"id":"../../x","image":{"file":"..\\x"}}`),
		"escapes.json":    []byte(`[{"title":"\u0000\ud800\u202e"},{"title":"\udc00","summary":"\\u0000"}]`),
		"numbers.json":    []byte(`[{"title":-0.0,"updated":99999999999999999999,"reviewed":"0000-00-00"}]`),
		"cut.jsonl":       []byte("{\"title\":\"a\"}\n{\"title\":\n\n[1]\nnull\n\"x\"\n{\"title\":\"b\"}{\"title\":\"c\"}"),
		"quotes.csv":      []byte("titel;doelen\n\"Samen\n\"\"koken\"\"\";\"a\nb\n;c\"\n\"open;b\n\n\n"),
		"cell.csv":        []byte("titel,beschrijving\nSamen,\"" + cell + "\n" + cell + "\"\n"),
		"wide.csv":        []byte("titel" + strings.Repeat(",doelen", 500) + "\nx" + strings.Repeat(",y", 500) + "\n"),
		"ragged.csv":      []byte("titel\ta;b,c\nx;y\n\t\n,,,,\n\"\"\n"),
		"formula.csv":     []byte("titel,samenvatting\n=cmd|' /C calc'!A0,@SUM(1)\n"),
		"nul.csv":         []byte("titel,doelen\nSa\x00men,\x00\n"),
		"bom.csv":         []byte("\ufeff\"titel\",\ufeff\"doelen\"\nSamen,x\n"),
		"front.md":        []byte("+++\ntitle = \"x\"\n+++\n+++\n[[[[\n" + strings.Repeat("> ", 300) + "diep\n" + strings.Repeat("[", 300)),
		"notoml.md":       []byte("+++\ntitle = [[[[[[\nx = {a = {b = {\n+++\n"),
		"notazip.docx":    []byte("PK\x03\x04gewone tekst"),
		"empty.docx":      []byte("PK\x05\x06" + strings.Repeat("\x00", 18)),
		"noextension":     []byte("Samen koken"),
		"..":              []byte("Samen koken"),
		"a/../b\\..\\.md": []byte("+++\ntitle = \"x\"\n+++\n"),
	}
}

// TestHostileFiles gives each hostile file to each form: an answer or an error
// in words, and no fiche that cannot be kept.
func TestHostileFiles(t *testing.T) {
	for name, data := range hostile() {
		for _, ext := range append([]string{""}, fuzzedForms...) {
			t.Run(strings.ReplaceAll(name, "/", "|")+ext, func(t *testing.T) { checkImport(t, name+ext, data) })
		}
	}
}

var fuzzedForms = []string{".txt", ".html", ".md", ".json", ".jsonl", ".csv", ".docx"}

// checkImport asserts what holds of every import: an error or fiches with a
// title and an ID that names a file in its folder, that survive their own file.
func checkImport(t *testing.T, name string, data []byte) {
	t.Helper()
	results, err := pagetext.Import(name, data)
	if err == nil && len(results) == 0 {
		t.Error("neither a fiche nor an error")
	}
	for _, r := range results {
		for _, n := range r.Notes {
			if n.Message == "" || n.Line < 0 {
				t.Errorf("note without words: %+v", n)
			}
		}
		if strings.HasSuffix(name, ".md") && corpus.Broken(r.Notes) {
			continue // our own format, and it told what is wrong
		}
		if id := r.Fiche.ID; r.Fiche.Title == "" || id == "" || id == "." || id == ".." || strings.ContainsAny(id, "/\\\x00") {
			t.Errorf("title %q and ID %q", r.Fiche.Title, id)
		}
		if _, problems := corpus.Parse(r.Fiche.ID+".md", corpus.Format(r.Fiche)); corpus.Broken(problems) {
			t.Errorf("the file of the fiche is broken: %v", problems)
		}
	}
}

// FuzzForms gives anything to every form.
func FuzzForms(f *testing.F) {
	for _, c := range forms {
		for i, ext := range fuzzedForms {
			if strings.HasSuffix(c.file, ext) {
				f.Add([]byte(c.text), uint8(i))
			}
		}
	}
	for name, data := range hostile() {
		for i, ext := range fuzzedForms {
			if strings.HasSuffix(name, ext) {
				f.Add(data, uint8(i))
			}
		}
	}
	f.Fuzz(func(t *testing.T, data []byte, which uint8) {
		checkImport(t, "bron"+fuzzedForms[int(which)%len(fuzzedForms)], data)
	})
}

// FuzzDocx gives anything to the parts of a Word document: a fuzzer that changes
// bytes of an archive never gets past its checksums.
func FuzzDocx(f *testing.F) {
	const styles = `<w:styles xmlns:w="w"><w:style w:styleId="K"><w:name w:val="heading 1"/></w:style></w:styles>`
	const links = `<Relationships><Relationship Id="r1" Target="https://voorbeeld.be/" TargetMode="External"/></Relationships>`
	body := wordBody(p(kop1, "Doelen"), p(item, "Proeven"), p(kop2, "Mol"), `<w:p><w:hyperlink r:id="r1"><w:r><w:t>De markt</w:t></w:r></w:hyperlink></w:p>`)
	f.Add(body, styles, links, wordBody(p("", "Een voetnoot.")))
	f.Add(strings.Repeat("<w:p>", 300)+"<w:t>diep"+strings.Repeat("</w:p>", 299), styles, "", "")
	f.Add(`<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:p><w:t>&b;</w:t></w:p>`, "<w:style", "<Relationship Target='javascript:x'/>", "\x00")
	f.Add(`<?xml version="1.0" encoding="utf-16"?><w:p><w:t>x</w:t><w:tab/><w:br/><w:tbl><w:tr><w:tc>`, "", "", "")
	f.Fuzz(func(t *testing.T, document, styles, links, footnotes string) {
		checkImport(t, "bron.docx", docx(t, map[string]string{
			"word/document.xml": document, "word/styles.xml": styles, "word/_rels/document.xml.rels": links, "word/footnotes.xml": footnotes,
		}))
	})
}

// A small archive that unpacks to much is refused before it has.
func TestZipBomb(t *testing.T) {
	zeros := strings.Repeat(" ", 17<<20)
	for _, part := range []string{"word/document.xml", "word/styles.xml", "word/footnotes.xml"} {
		parts := map[string]string{"word/document.xml": wordBody(p("", "Samen"))}
		parts[part] = "<w:document>" + zeros
		data := docx(t, parts)
		if len(data) > 1<<20 {
			t.Fatalf("the bomb weighs %d bytes", len(data))
		}
		_, err := pagetext.Import("bom.docx", data)
		if err == nil || !strings.Contains(err.Error(), "uitgepakt groter dan") {
			t.Errorf("%s: %v", part, err)
		}
	}
	if _, err := pagetext.Import("groot.txt", bytes.Repeat([]byte("x"), 33<<20)); err == nil || !strings.Contains(err.Error(), "groter dan") {
		t.Errorf("a file that is too large: %v", err)
	}
}

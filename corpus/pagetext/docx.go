package pagetext

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// maxPart is the largest part of a Word document, unpacked, in bytes. The text of
// a fiche is under 1 MB; a small file that unpacks to more is a mistake or a trap.
const maxPart = 16 << 20

var errTooLarge = errors.New("te groot")

// importDocx reads a Word document: its paragraphs, headings and lists in order,
// and its footnotes as a section of their own. The lines of notes are paragraphs.
func importDocx(name string, data []byte) ([]Result, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("%s: dit is geen Word-document of het is beschadigd: bewaar het opnieuw als .docx: %w", name, err)
	}
	n := &notes{path: name}
	doc := &docxReader{styles: map[string]string{}, links: map[string]string{}}
	steps := []struct {
		part string
		read func(*xml.Decoder) error
		must bool
	}{
		{"word/styles.xml", doc.readStyles, false},
		{"word/_rels/document.xml.rels", doc.readLinks, false},
		{"word/document.xml", doc.readBody, true},
	}
	for _, s := range steps {
		if err := readPart(archive, s.part, s.must, s.read); err != nil {
			return nil, docxError(name, s.part, err)
		}
	}
	notesDoc := &docxReader{styles: doc.styles, links: map[string]string{}}
	for _, part := range []string{"word/footnotes.xml", "word/endnotes.xml"} {
		if err := readPart(archive, part, false, notesDoc.readBody); err != nil {
			return nil, docxError(name, part, err)
		}
	}
	if len(texts(doc.lines)) == 0 {
		return nil, fmt.Errorf("%s: het document bevat geen tekst", name)
	}
	d := &document{name: name, lines: doc.lines, title: doc.title}
	res := d.result(n)
	if foot := texts(notesDoc.lines); len(foot) > 0 {
		b := &builder{notes: n, fiche: res.Fiche}
		for i := range notesDoc.lines {
			notesDoc.lines[i].text = dropPersonalMail(notesDoc.lines[i].text, 0, n)
		}
		b.extra("Voetnoten", notesDoc.lines)
		n.tell(0, fieldExtra, "de voetnoten zijn bewaard als eigen deel %s", quoted("Voetnoten"))
		res = Result{Fiche: b.fiche.Tidy(), Notes: n.list}
	}
	return []Result{res}, nil
}

// readPart reads one file of the archive.
func readPart(archive *zip.Reader, part string, must bool, read func(*xml.Decoder) error) error {
	f, err := archive.Open(part)
	if err != nil {
		if must {
			return fmt.Errorf("open %s: %w", part, err)
		}
		return nil
	}
	defer f.Close()
	limited := &limitedReader{from: f, left: maxPart}
	if err := read(xml.NewDecoder(limited)); err != nil {
		return fmt.Errorf("lees %s: %w", part, err)
	}
	return nil
}

// A limitedReader fails, and does not just end, where a part grows too large.
type limitedReader struct {
	from io.Reader
	left int
}

func (l *limitedReader) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, errTooLarge
	}
	n, err := l.from.Read(p[:min(len(p), l.left)])
	l.left -= n
	return n, err
}

func docxError(name, part string, err error) error {
	if errors.Is(err, errTooLarge) {
		return fmt.Errorf("%s: %s is uitgepakt groter dan %d MB: bewaar enkel de tekst van de praktijk", name, part, maxPart>>20)
	}
	return fmt.Errorf("%s: dit is geen Word-document of het is beschadigd: bewaar het opnieuw als .docx: %w", name, err)
}

// A docxReader gathers the lines of a document.
type docxReader struct {
	styles map[string]string // ID of a style to its name, in small letters
	links  map[string]string // ID of a relation to its address
	lines  []line
	title  string
	stack  []*paragraph // text boxes hold paragraphs inside paragraphs
	count  int
}

// A paragraph while it is read.
type paragraph struct {
	text   strings.Builder
	style  string
	list   bool
	level  int
	number int
}

// each calls start and end for the tags of a part and text for what stands in w:t.
func each(dec *xml.Decoder, start func(xml.StartElement), end func(string), text func(string)) error {
	inText, skip := false, 0
	for {
		t, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if skip > 0 || t.Name.Local == "Fallback" || t.Name.Local == "moveFrom" || t.Name.Local == "del" {
				skip++ // what an editor struck out, and the second form of a text box
				continue
			}
			inText = t.Name.Local == "t"
			start(t)
		case xml.EndElement:
			if skip > 0 {
				skip--
				continue
			}
			inText = false
			end(t.Name.Local)
		case xml.CharData:
			if inText && skip == 0 {
				text(string(t))
			}
		}
	}
}

func value(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

func (d *docxReader) readStyles(dec *xml.Decoder) error {
	id := ""
	return each(dec, func(e xml.StartElement) {
		switch e.Name.Local {
		case "style":
			id = value(e, "styleId")
		case "name":
			if id != "" {
				d.styles[id] = strings.ToLower(value(e, "val"))
			}
		}
	}, func(string) {}, func(string) {})
}

func (d *docxReader) readLinks(dec *xml.Decoder) error {
	return each(dec, func(e xml.StartElement) {
		if e.Name.Local == "Relationship" && value(e, "TargetMode") == "External" {
			d.links[value(e, "Id")] = value(e, "Target")
		}
	}, func(string) {}, func(string) {})
}

var headingStyle = regexp.MustCompile(`^(?:heading|kop) ?([1-6])$`)

// kindOf says what a paragraph is by its style, whose ID differs per language and
// whose name does not.
func (d *docxReader) kindOf(p *paragraph) (k kind, level int) {
	style := d.styles[p.style]
	if style == "" {
		style = strings.ToLower(p.style)
	}
	if m := headingStyle.FindStringSubmatch(style); m != nil {
		level, _ := strconv.Atoi(m[1])
		return heading, level
	}
	switch {
	case style == "title" || style == "titel":
		return heading, 0
	case p.list, strings.HasPrefix(style, "list bullet"), strings.HasPrefix(style, "list number"), strings.HasPrefix(style, "lijstopsom"):
		return bullet, p.level
	}
	return plain, 0
}

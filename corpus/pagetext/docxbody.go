package pagetext

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// readBody reads the paragraphs of the document, or of its notes.
func (d *docxReader) readBody(dec *xml.Decoder) error {
	var link []string
	return each(dec, func(e xml.StartElement) {
		if e.Name.Local == "p" {
			d.count++
			d.stack = append(d.stack, &paragraph{number: d.count})
			return
		}
		if len(d.stack) == 0 {
			return
		}
		p := d.stack[len(d.stack)-1]
		switch e.Name.Local {
		case "pStyle":
			p.style = value(e, "val")
		case "numPr":
			p.list = true
		case "numId":
			p.list = p.list && value(e, "val") != "0" // 0 takes the number off
		case "ilvl":
			p.level, _ = strconv.Atoi(value(e, "val"))
			p.level = min(max(p.level, 0), 6)
		case "br", "cr":
			p.text.WriteByte('\n')
		case "tab", "ptab":
			p.text.WriteByte(' ')
		case "noBreakHyphen":
			p.text.WriteByte('-')
		case "hyperlink":
			link = append(link, d.links[value(e, "id")])
		}
	}, func(name string) {
		switch name {
		case "hyperlink":
			if len(link) > 0 {
				d.closeLink(link[len(link)-1])
				link = link[:len(link)-1]
			}
		case "p":
			d.endParagraph()
		}
	}, func(s string) {
		if len(d.stack) > 0 {
			d.stack[len(d.stack)-1].text.WriteString(s)
		}
	})
}

// closeLink writes the address of a link behind its text.
func (d *docxReader) closeLink(address string) {
	if len(d.stack) == 0 {
		return
	}
	p := d.stack[len(d.stack)-1]
	if mail, ok := strings.CutPrefix(address, "mailto:"); ok {
		address, _, _ = strings.Cut(mail, "?")
	} else if !isAddress(address) {
		return
	}
	if !strings.Contains(p.text.String(), address) {
		p.text.WriteString(" (" + address + ")")
	}
}

// endParagraph turns a paragraph into lines. Word shows space between paragraphs
// that are no list; such a paragraph therefore ends with a blank line.
func (d *docxReader) endParagraph() {
	if len(d.stack) == 0 {
		return
	}
	p := d.stack[len(d.stack)-1]
	d.stack = d.stack[:len(d.stack)-1]
	k, level := d.kindOf(p)
	if k == heading {
		text := tidyText(plainSpaces(strings.ReplaceAll(p.text.String(), "\n", " ")))
		if text == "" {
			return
		}
		if level <= 1 && d.title == "" && len(texts(d.lines)) == 0 && templateParts[headingKey(text)] == partNone {
			d.title = strings.TrimRight(text, " :")
			return
		}
		d.lines = append(d.lines, line{n: p.number}, line{n: p.number, kind: heading, level: max(level, 1), text: text}, line{n: p.number})
		return
	}
	for i, raw := range strings.Split(p.text.String(), "\n") {
		l := textLine(strings.TrimSpace(plainSpaces(raw)))
		l.n = p.number
		if k == bullet && l.kind == plain && i == 0 {
			l.kind, l.level = bullet, level
		}
		d.lines = append(d.lines, l)
	}
	if k != bullet {
		d.lines = append(d.lines, line{n: p.number})
	}
}

package pagetext

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// imageName matches a line that is the name of an image file and nothing else.
var imageName = regexp.MustCompile(`(?i)^[^/\\<>|]{1,120}\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?)$`)

// headLines is how many lines with text may stand before the image of a page.
const headLines = 4

// takeFurniture takes what belongs to the web page and not to the practice out
// of the lines, and tells it: the name of the image, "Provider image", a table of
// contents, the address of the page, and the closing lines.
func (d *document) takeFurniture(n *notes) {
	seen := 0
	for i, l := range d.lines {
		if l.kind == blank {
			continue
		}
		seen++
		take := true
		switch {
		case strings.EqualFold(l.text, "Provider image"):
			d.webImage = true
			n.tell(l.n, fieldImage, "%s is weggelaten: het hoort bij de webpagina", quoted(l.text))
		case seen <= headLines && l.kind == plain && imageName.MatchString(l.text) && d.image.File == "":
			d.webImage = true
			d.image.File = l.text
			n.tell(l.n, fieldImage, "%s is de naam van een afbeelding; enkel de naam is bewaard: zet het bestand bij de fiches of haal de afbeelding weg", quoted(l.text))
		case seen <= headLines && d.source == "" && isAddress(l.text):
			d.source = l.text
		default:
			take = false
		}
		if take {
			d.lines[i] = line{n: l.n}
		}
	}
	d.takeContents(n)
	d.takeClosing(n)
}

func isAddress(s string) bool {
	return (strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")) && !strings.ContainsAny(s, " <>")
}

// takeContents takes "Inhoud van deze pagina" out, with the lines below it that
// come back as lines further on.
func (d *document) takeContents(n *notes) {
	at := slices.IndexFunc(d.lines, func(l line) bool { return headingKey(l.text) == "inhoud van deze pagina" })
	if at < 0 {
		return
	}
	n.tell(d.lines[at].n, fieldFile, "%s is weggelaten: het hoort bij de webpagina", quoted(d.lines[at].text))
	d.lines[at] = line{n: d.lines[at].n}
	for i := at + 1; i < len(d.lines); i++ {
		l := d.lines[i]
		if l.kind == blank {
			continue
		}
		if !slices.ContainsFunc(d.lines[i+1:], func(m line) bool { return m.text == l.text }) {
			return
		}
		d.lines[i] = line{n: l.n}
	}
}

// closingCues are the words of the lines with which a page of the databank ends:
// a call for more practices and an address for changes. One of the first and two
// in all make a line furniture.
var (
	closingAnchors = []string{"databank", "fiche", "wijziging", "update"}
	closingCues    = []string{"vul ", "mail", "@", "foto", "opmerking", "doorgeven", "bezorg", "jouw praktijk", "jullie", "nog niet", "stuur", "laat het ons weten"}
)

// takeClosing takes the closing lines out. They stand without heading behind the
// last list, so that they would belong to the last municipality.
func (d *document) takeClosing(n *notes) {
	for i := len(d.lines) - 1; i >= 0; i-- {
		l := d.lines[i]
		if l.kind == blank {
			continue
		}
		if l.kind != plain || !isClosing(l.text) || !slices.ContainsFunc(d.lines[:i], isTemplateHeading) {
			return
		}
		n.tell(l.n, fieldFile, "de slotregel van de webpagina is weggelaten: %s", quoted(l.text))
		d.lines[i] = line{n: l.n}
	}
}

func isTemplateHeading(l line) bool { return templatePart(l, partNone) != partNone }

func isClosing(text string) bool {
	text = strings.ToLower(text)
	anchors, cues := 0, 0
	for _, a := range closingAnchors {
		if strings.Contains(text, a) {
			anchors++
		}
	}
	for _, c := range closingCues {
		if strings.Contains(text, c) {
			cues++
		}
	}
	return anchors > 0 && anchors+cues > 1 && cues > 0
}

// photoCredit matches a line that only says who made the picture, with or without
// brackets.
var photoCredit = regexp.MustCompile(`^\(?((?:[Ff]oto|[Bb]eeld|[Ff]otograaf|[Cc]redit|©)\p{L}{0,2}[:© ]\s*(?:van |door |: ?)?[^()]{2,80}?)\)?\.?$`)

// bracketCredit finds such a credit between brackets in a text.
var bracketCredit = regexp.MustCompile(`\s*\(((?:[Ff]oto|[Bb]eeld|©)[: ][^()]{2,80})\)`)

// takeCredit takes the credit of the picture out of the lines before the first
// heading.
func (d *document) takeCredit(head []line, n *notes) []line {
	var out []line
	for _, l := range head {
		credit := ""
		switch {
		case d.image.Credit != "":
		case l.kind == plain && utf8.RuneCountInString(l.text) < 90 && wordCount(l.text) <= 8 && photoCredit.MatchString(l.text):
			credit, l = photoCredit.FindStringSubmatch(l.text)[1], line{n: l.n}
		case l.kind == plain:
			if m := bracketCredit.FindStringSubmatch(l.text); m != nil {
				credit = m[1]
				l.text = tidyText(strings.Replace(l.text, m[0], " ", 1))
			}
		}
		if credit != "" {
			d.image.Credit = credit
			n.tell(l.n, fieldImage, "%s is als vermelding bij de afbeelding gezet", quoted(credit))
			d.doubtCredit(l.n, n)
		}
		out = append(out, l)
	}
	return out
}

// doubtCredit tells when credit and file name name different municipalities.
func (d *document) doubtCredit(number int, n *notes) {
	file, credit := placesNamed(readable(d.image.File)), placesNamed(d.image.Credit)
	if len(file) == 0 || len(credit) == 0 {
		return
	}
	for _, p := range file {
		if slices.Contains(credit, p) {
			return
		}
	}
	n.tell(number, fieldImage, "de vermelding noemt %s en de naam van de afbeelding %s: kijk na wie de foto maakte", credit[0], file[0])
}

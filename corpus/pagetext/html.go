package pagetext

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"praktijkzoeker/corpus"
)

// looksLikeHTML reports whether a text is a web page.
func looksLikeHTML(text string) bool {
	head := strings.ToLower(strings.TrimSpace(text[:min(len(text), 1000)]))
	return strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html") || strings.HasPrefix(head, "<!-- saved from url=")
}

// Elements of a page that hold no part of the practice. Of those that may hold
// text for readers, the number of words is told.
var (
	silentElements = map[string]bool{"script": true, "style": true, "template": true, "svg": true, "noscript": true, "iframe": true, "select": true}
	siteElements   = map[string]bool{"nav": true, "header": true, "footer": true, "aside": true, "form": true, "button": true, "dialog": true}
)

// blockElements end a line before and after them.
var blockElements = map[string]bool{
	"address": true, "article": true, "blockquote": true, "body": true, "caption": true, "dd": true, "details": true,
	"div": true, "dl": true, "dt": true, "fieldset": true, "figcaption": true, "figure": true, "h1": true, "h2": true,
	"h3": true, "h4": true, "h5": true, "h6": true, "header": true, "hr": true, "li": true, "main": true, "ol": true,
	"p": true, "pre": true, "section": true, "summary": true, "table": true, "tbody": true, "thead": true, "tr": true, "ul": true,
}

// importHTML reads a saved web page: headings, lists and paragraphs of its main
// part. It reads the page as a stream of tags, so that every line keeps its number
// and a page that is cut off or badly nested gives all the same.
func importHTML(name, text string, before []corpus.Problem) ([]Result, error) {
	n := &notes{path: name, list: before}
	text = mendMojibake(text, n)
	p := readPage(text, mainElement(text), true)
	if p.unclosed {
		p = readPage(text, "", false)
		n.tell(0, fieldFile, "de pagina is slecht gevormd en is daarom heel gelezen: haal weg wat bij de website hoort")
	}
	for _, s := range p.skipped {
		n.tell(s.n, fieldFile, "een deel van de website (<%s>) is weggelaten: %s", s.element, quoted(s.text))
	}
	d := &document{name: name, lines: p.lines, source: p.source, image: p.image}
	if d.image.File != "" {
		n.tell(0, fieldImage, "de pagina toont de afbeelding %s; enkel de naam is bewaard: zet het bestand bij de fiches of haal de afbeelding weg", quoted(d.image.File))
	}
	d.title = p.title(n)
	return []Result{d.result(n)}, nil
}

// mainElement is the element that holds the page's own contents: main, else a
// single article, else "".
func mainElement(text string) string {
	lower := strings.ToLower(text)
	switch {
	case strings.Count(lower, "<main") == 1 && strings.Contains(lower, "</main"):
		return "main"
	case strings.Count(lower, "<article") == 1 && strings.Contains(lower, "</article"):
		return "article"
	}
	return ""
}

// A skipped part of a page.
type skipped struct {
	element string
	text    string
	n       int
}

// A pageReader turns tags into lines.
type pageReader struct {
	main    string // read only what is inside; "" reads all
	strict  bool   // leave out what belongs to the website
	inMain  int
	skip    string // the element that is being left out
	depth   int    // how deep skip is nested in itself
	skipBuf strings.Builder
	skipN   int

	n        int // line of the source
	text     strings.Builder
	textN    int
	kind     kind
	level    int
	lists    int
	href     string
	lines    []line
	skipped  []skipped
	unclosed bool

	h1, docTitle, ogTitle string
	inTitle               bool
	source                string
	image                 corpus.Image
}

func readPage(text, main string, strict bool) *pageReader {
	p := &pageReader{main: main, strict: strict, n: 1, kind: plain}
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		tt := z.Next()
		if tt == html.ErrorToken {
			break
		}
		raw := strings.Count(string(z.Raw()), "\n")
		p.token(z.Token())
		p.n += raw
	}
	p.flush()
	if s := tidyText(plainSpaces(p.skipBuf.String())); s != "" {
		p.skipped = append(p.skipped, skipped{element: "body", text: s})
	}
	p.unclosed = strict && (p.skip != "" && siteElements[p.skip] || p.inMain > 0)
	return p
}

func (p *pageReader) token(t html.Token) {
	switch t.Type {
	case html.TextToken:
		p.addText(t.Data)
	case html.StartTagToken:
		p.start(t)
	case html.SelfClosingTagToken:
		p.start(t)
		if t.Data != "br" && t.Data != "img" && t.Data != "meta" && t.Data != "link" && t.Data != "hr" && t.Data != "input" {
			p.end(t.Data)
		}
	case html.EndTagToken:
		p.end(t.Data)
	case html.CommentToken:
		if at, rest, ok := strings.Cut(t.Data, "saved from url=("); ok && strings.TrimSpace(at) == "" {
			if _, address, ok := strings.Cut(rest, ")"); ok && isAddress(strings.TrimSpace(address)) {
				p.source = strings.TrimSpace(address)
			}
		}
	}
}

// reading reports whether text counts now.
func (p *pageReader) reading() bool { return p.skip == "" && (p.main == "" || p.inMain > 0) }

func (p *pageReader) addText(s string) {
	switch {
	case p.inTitle:
		p.docTitle += s
	case p.skip != "" || !p.reading():
		if !silentElements[p.skip] {
			p.skipBuf.WriteString(s + " ")
		}
	default:
		if p.text.Len() == 0 && strings.TrimSpace(plainSpaces(s)) != "" {
			lead := s[:len(s)-len(strings.TrimLeft(s, " \t\n"))]
			p.textN = p.n + strings.Count(lead, "\n")
		}
		p.text.WriteString(strings.ReplaceAll(s, "\n", " "))
	}
}

// flush ends a line.
func (p *pageReader) flush() {
	s := tidyText(plainSpaces(p.text.String()))
	p.text.Reset()
	if s == "" {
		return
	}
	l := line{n: p.textN, text: s, kind: p.kind, level: p.level}
	if l.kind == plain {
		if point, ok := cutBullet(s); ok && point != "" {
			l.kind, l.text = bullet, point
		}
	}
	if l.kind == heading && l.level == 1 && p.h1 == "" {
		p.h1 = s
		return
	}
	p.lines = append(p.lines, l)
	if p.kind == bullet {
		p.kind, p.level = plain, 0 // what follows inside the item is its text
	}
}

// breakBlock ends a line and a paragraph.
func (p *pageReader) breakBlock() {
	p.flush()
	if k := len(p.lines); k > 0 && p.lines[k-1].kind != blank {
		p.lines = append(p.lines, line{n: p.n})
	}
}

// title is the title that the page marks. The title of the window often ends with
// the name of the site.
func (p *pageReader) title(n *notes) string {
	switch {
	case p.h1 != "":
		return p.h1
	case p.ogTitle != "":
		return tidyText(plainSpaces(p.ogTitle))
	}
	t := tidyText(plainSpaces(p.docTitle))
	for _, sep := range []string{" | ", " – ", " - "} {
		if i := strings.LastIndex(t, sep); i > 0 {
			n.tell(0, fieldTitle, "van de titel %s is %s weggelaten: dat lijkt de naam van de website", quoted(t), quoted(t[i+len(sep):]))
			return t[:i]
		}
	}
	return t
}

func attr(t html.Token, key string) string {
	if i := slices.IndexFunc(t.Attr, func(a html.Attribute) bool { return a.Key == key }); i >= 0 {
		return strings.TrimSpace(t.Attr[i].Val)
	}
	return ""
}

// fileOf is the name of the file at an address.
func fileOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme == "data" || u.Path == "" {
		return ""
	}
	if name := path.Base(u.Path); imageName.MatchString(name) {
		return name
	}
	return ""
}

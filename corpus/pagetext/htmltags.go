package pagetext

import (
	"strings"

	"golang.org/x/net/html"
)

// start reads an opening tag.
func (p *pageReader) start(t html.Token) {
	name := t.Data
	if p.skip != "" {
		if name == p.skip {
			p.depth++
		}
		return
	}
	switch name {
	case "title":
		p.inTitle = p.docTitle == ""
		return
	case "meta", "link":
		p.meta(t)
		return
	}
	if name == p.main {
		p.inMain++
	}
	if silentElements[name] || p.strict && p.isSite(t) {
		p.breakBlock()
		p.skip, p.depth, p.skipN = name, 1, p.n
		return
	}
	if !p.reading() {
		return
	}
	p.open(t)
}

// isSite reports whether an element belongs to the website. Inside the main part
// a header holds the title of the page.
func (p *pageReader) isSite(t html.Token) bool {
	if t.Type == html.SelfClosingTagToken {
		return false
	}
	if t.Data == "header" && p.inMain > 0 {
		return false
	}
	switch attr(t, "role") {
	case "navigation", "banner", "contentinfo", "search":
		return t.Data != "body" && t.Data != "html"
	}
	return siteElements[t.Data]
}

// open begins the line of an element that is read.
func (p *pageReader) open(t html.Token) {
	switch name := t.Data; name {
	case "br":
		p.flush()
		return
	case "img":
		p.picture(t)
		return
	case "td", "th":
		if strings.TrimSpace(p.text.String()) != "" {
			p.text.WriteString(" | ")
		}
		return
	case "a":
		p.href = attr(t, "href")
		return
	case "ul", "ol":
		p.flush()
		p.lists++
	case "li":
		p.flush()
		p.kind, p.level = bullet, max(p.lists-1, 0)
		return
	case "h1", "h2", "h3", "h4", "h5", "h6":
		p.breakBlock()
		p.kind, p.level = heading, int(name[1]-'0')
		return
	case "p", "div":
		if p.kind == bullet {
			return // <li><p>…: still the text of the item
		}
	}
	if blockElements[t.Data] && t.Data != "ul" && t.Data != "ol" {
		p.breakBlock()
	}
}

// end reads a closing tag.
func (p *pageReader) end(name string) {
	if p.skip != "" {
		if name != p.skip {
			return
		}
		if p.depth--; p.depth == 0 {
			p.endSkip()
		}
		return
	}
	if name == "title" {
		p.inTitle = false
		return
	}
	if name == p.main && p.main != "" {
		p.breakBlock()
		p.inMain = max(p.inMain-1, 0)
		p.skipN = p.n
		return
	}
	if !p.reading() {
		return
	}
	switch name {
	case "a":
		p.closeLink()
	case "ul", "ol":
		p.flush()
		p.lists = max(p.lists-1, 0)
		p.kind, p.level = plain, 0
		if p.lists == 0 {
			p.breakBlock()
		}
	case "li":
		p.flush()
		p.kind, p.level = plain, 0
	case "h1", "h2", "h3", "h4", "h5", "h6":
		p.breakBlock()
		p.kind, p.level = plain, 0
	default:
		switch {
		case !blockElements[name]:
		case p.lists > 0:
			p.flush()
		default:
			p.breakBlock()
		}
	}
}

// endSkip ends a part that is left out.
func (p *pageReader) endSkip() {
	if s := tidyText(plainSpaces(p.skipBuf.String())); s != "" && !silentElements[p.skip] {
		p.skipped = append(p.skipped, skipped{element: p.skip, text: s, n: p.skipN})
		p.skipBuf.Reset()
	}
	p.skip = ""
}

// closeLink writes the address of a link behind its text, which would lose its
// meaning otherwise ("Website").
func (p *pageReader) closeLink() {
	href := p.href
	p.href = ""
	if address, ok := strings.CutPrefix(href, "mailto:"); ok {
		address, _, _ = strings.Cut(address, "?")
		if address != "" && !strings.Contains(p.text.String(), address) {
			p.text.WriteString(" (" + address + ")")
		}
		return
	}
	if isAddress(href) && !strings.Contains(p.text.String(), strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(href, "https://"), "http://"), "/")) {
		p.text.WriteString(" (" + href + ")")
	}
}

// picture keeps the first picture of the page.
func (p *pageReader) picture(t html.Token) {
	if p.image.File != "" {
		return
	}
	if name := fileOf(attr(t, "src")); name != "" {
		p.image.File, p.image.Alt = name, attr(t, "alt")
	}
}

// meta reads what the head of the page tells about it.
func (p *pageReader) meta(t html.Token) {
	switch {
	case t.Data == "link" && strings.EqualFold(attr(t, "rel"), "canonical") && isAddress(attr(t, "href")):
		p.source = attr(t, "href")
	case attr(t, "property") == "og:url" && p.source == "" && isAddress(attr(t, "content")):
		p.source = attr(t, "content")
	case attr(t, "property") == "og:title":
		p.ogTitle = attr(t, "content")
	}
}

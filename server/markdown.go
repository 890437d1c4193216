package server

import (
	"bytes"
	"html/template"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Raw HTML and javascript: links are left out by goldmark's own default; pictures
// become links, since a page asks nothing of another site.

var (
	// blocks renders paragraphs, lists and headings.
	blocks = goldmark.New(goldmark.WithExtensions(extension.Linkify))
	// inlines renders one line: a list item "1. stap" is no list in a list.
	inlines = goldmark.New(goldmark.WithParser(parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1)),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(), util.Prioritized(extension.NewLinkifyParser(), 999))...),
	)))
)

// markdown renders Markdown that stands under a heading of the given level.
// Its own headings follow on that, and skip no level.
func markdown(md string, under int) template.HTML {
	return render(blocks, md, under)
}

// markdownLine renders the inline marks of one line or paragraph.
func markdownLine(md string) template.HTML {
	html := strings.TrimSpace(string(render(inlines, strings.Join(strings.Fields(md), " "), 1)))
	html = strings.TrimSuffix(strings.TrimPrefix(html, "<p>"), "</p>")
	return template.HTML(html)
}

func render(md goldmark.Markdown, source string, under int) template.HTML {
	src := []byte(source)
	doc := md.Parser().Parse(text.NewReader(src))
	mend(doc, under)
	var b bytes.Buffer
	if err := md.Renderer().Render(&b, src, doc); err != nil {
		panic(err) // a bytes.Buffer takes everything
	}
	return template.HTML(b.String()) // goldmark escapes all text
}

// mend adapts a parsed document to our pages: heading levels, links that tell
// the other site nothing, no pictures of other sites.
func mend(doc ast.Node, under int) {
	level := under
	var images []*ast.Image
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // our function never fails
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			n.Level = min(max(n.Level, under+1), level+1, 6)
			level = n.Level
		case *ast.Link:
			n.SetAttributeString("rel", []byte("noopener"))
		case *ast.AutoLink:
			n.SetAttributeString("rel", []byte("noopener"))
		case *ast.Image:
			images = append(images, n)
		}
		return ast.WalkContinue, nil
	})
	for _, img := range images {
		replaceImage(img)
	}
}

// replaceImage puts a link with the picture's text in the place of a picture,
// or only the text inside another link.
func replaceImage(img *ast.Image) {
	parent := img.Parent()
	var in ast.Node = ast.NewEmphasis(1)
	if !insideLink(img) {
		to := ast.NewLink()
		to.Destination = img.Destination
		to.SetAttributeString("rel", []byte("noopener"))
		in = to
	}
	if img.ChildCount() == 0 {
		in.AppendChild(in, ast.NewString([]byte("afbeelding")))
	}
	for c := img.FirstChild(); c != nil; {
		next := c.NextSibling()
		in.AppendChild(in, c)
		c = next
	}
	parent.ReplaceChild(parent, img, in)
}

func insideLink(n ast.Node) bool {
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == ast.KindLink {
			return true
		}
	}
	return false
}

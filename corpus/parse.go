package corpus

import (
	"bytes"
	"cmp"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// ID is the identity of the fiche in the file at path: its name without folder
// and without .md, in NFC.
func ID(filePath string) string {
	name := path.Base(strings.ReplaceAll(filePath, `\`, "/"))
	if ext := path.Ext(name); strings.EqualFold(ext, ".md") {
		name = strings.TrimSuffix(name, ext)
	}
	return norm.NFC.String(name)
}

// Parse reads a fiche: Markdown with TOML front matter between lines of +++,
// and the headings of the template. It returns what it could read together with
// everything an editor should know, ordered by line. When one of the problems
// is no warning (see Broken), the fiche must not be used.
//
// Parse is lenient in form (bullets, the case of headings, blank lines) and
// loses no text: what stands where the template has no place for it is kept
// beside it, with a warning. It never panics, and several calls may run at once.
//
// The known categories and domains are those of DefaultVocabulary.
func Parse(path string, data []byte) (Fiche, []Problem) {
	return parse(path, data, defaultVocabulary)
}

var defaultVocabulary = DefaultVocabulary()

func parse(path string, data []byte, v Vocabulary) (Fiche, []Problem) {
	r := newReader(path, data, v)
	return r.fiche, r.problems
}

// newReader reads a fiche.
func newReader(path string, data []byte, v Vocabulary) *reader {
	r := &reader{path: path, vocabulary: v, fiche: Fiche{ID: ID(path)}}
	if r.readable(data) {
		r.read(data)
		r.checkName()
	}
	slices.SortStableFunc(r.problems, func(a, b Problem) int {
		return cmp.Or(a.Line-b.Line, cmp.Compare(a.Message, b.Message))
	})
	return r
}

// Broken reports whether one of the problems is more than a warning.
func Broken(problems []Problem) bool {
	return slices.ContainsFunc(problems, func(p Problem) bool { return !p.Warning })
}

// A reader gathers one fiche and its problems.
type reader struct {
	path       string
	vocabulary Vocabulary
	fiche      Fiche
	problems   []Problem
	at         map[string]int // line of each key of the front matter, as in front.lines
	noFront    bool           // the front matter could not be read, and that has been told
	seen       map[string]int // line of the first heading of each template section
}

func (r *reader) fail(line int, field, message string) {
	r.problems = append(r.problems, Problem{Path: r.path, Line: line, Field: field, Message: message})
}

func (r *reader) warn(line int, field, message string) {
	r.problems = append(r.problems, Problem{Path: r.path, Line: line, Field: field, Message: message, Warning: true})
}

// read reads data that is known to be text.
func (r *reader) read(data []byte) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if bytes.IndexByte(data, '\r') >= 0 {
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	lines := strings.Split(string(data), "\n")
	front, body, closed := splitFront(lines)
	if front != nil {
		r.readFront(front, closed)
	}
	text := make([]textLine, len(body))
	first := len(lines) - len(body) + 1
	for i, l := range body {
		text[i] = textLine{text: strings.TrimRight(clean(l), " "), n: first + i}
	}
	if front == nil {
		text = r.readBareTitle(text)
	}
	r.readBody(text)
	r.checkText(lines)
	if r.fiche.Title == "" && !r.noFront && !r.hasField("titel") {
		r.missingTitle(front == nil, lines)
	}
}

// splitFront separates the lines between two lines of +++ at the head of a file
// from the rest. front is nil when there are none, and begins with blank lines
// where the file does, so that the numbers of its lines are those of the file.
func splitFront(lines []string) (front, body []string, closed bool) {
	start := 0
	for start < len(lines) && strings.TrimSpace(lines[start]) == "" {
		start++
	}
	if start == len(lines) || !isFence(lines[start]) {
		return nil, lines, false
	}
	for end := start + 1; end < len(lines); end++ {
		if isFence(lines[end]) {
			front = append(make([]string, start+1), lines[start+1:end]...)
			return front, lines[end+1:], true
		}
	}
	return append(make([]string, start+1), lines[start+1:]...), nil, false
}

func isFence(l string) bool { return strings.TrimRight(l, " \t") == "+++" }

// readBareTitle takes "# Titel" as the title of a file without front matter.
func (r *reader) readBareTitle(text []textLine) []textLine {
	for i, l := range text {
		if l.text == "" {
			continue
		}
		if level, title := headingLine(l.text); level == 1 && templateHeading(title) == "" && title != "" {
			r.fiche.Title = headingText(title)
			r.warn(l.n, "titel", "de titel hoort in een blok bovenaan: zet op de eerste regel +++, daaronder title = "+
				quote(r.fiche.Title)+", daaronder weer +++, en haal deze regel weg")
			return text[i+1:]
		}
		break
	}
	return text
}

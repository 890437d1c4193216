package pagetext

import (
	"strings"
	"unicode/utf8"

	"praktijkzoeker/corpus"
)

// loosePractices is the heading of an extra section for text below "Deze praktijk
// in" that stands before the first municipality.
const loosePractices = "Over deze praktijk"

// A practiceReader reads "Deze praktijk in": headings that name places, with
// examples below them.
type practiceReader struct {
	*builder
	list    []corpus.LocalPractice
	bullets bool   // the places themselves are bullets
	loose   []line // what stands before the first place
	last    kind   // of the line that the last example came from
	open    bool   // the last example is a name that waits for its text
	n       int    // line of the current heading
}

func (b *builder) practices(lines []line) {
	r := &practiceReader{builder: b}
	for i, l := range lines {
		if l.kind == blank {
			continue
		}
		if name, rest, ok := r.opens(lines, i); ok {
			r.place(name, l)
			if rest != "" {
				r.content(line{n: l.n, kind: plain, text: rest})
			}
			continue
		}
		if len(r.list) == 0 {
			r.loose = append(r.loose, l)
			continue
		}
		r.content(l)
	}
	if len(r.loose) > 0 {
		b.notes.tell(r.loose[0].n, fieldPractices, "%s staat bij geen gemeente en is bewaard onder %s", quoted(r.loose[0].text), quoted(loosePractices))
		b.extra(loosePractices, r.loose)
	}
	b.fiche.Practices = append(b.fiche.Practices, r.list...)
}

func (r *practiceReader) place(name string, l line) {
	r.bullets = l.kind == bullet
	r.list = append(r.list, corpus.LocalPractice{AsWritten: strings.TrimRight(name, " :")})
	r.last, r.open, r.n = blank, false, l.n
	tellPlaces(strings.TrimRight(name, " :"), l.n, r.notes)
}

// opens reports whether line i is the heading of a place; rest is what follows the
// name on the same line.
func (r *practiceReader) opens(lines []line, i int) (name, rest string, ok bool) {
	l := lines[i]
	place, exact := isPlaceHeading(l.text)
	switch {
	case l.kind == heading:
		return l.text, "", true
	case l.kind == bullet:
		return l.text, "", place && exact && (len(r.list) == 0 || r.bullets)
	case place && (exact || alone(lines, i)):
		return l.text, "", true
	}
	if head, text, found := strings.Cut(l.text, ": "); found {
		if place, exact := isPlaceHeading(head); place && exact {
			return head, text, true
		}
	}
	return l.text, "", r.isProject(lines, i)
}

// alone reports whether line i stands between blank lines or before a list: a
// misspelled name may only then be mended.
func alone(lines []line, i int) bool {
	before := i == 0 || lines[i-1].kind == blank || lines[i-1].kind == bullet
	after := i+1 == len(lines) || lines[i+1].kind == blank || lines[i+1].kind == bullet
	return before && after
}

// isProject reports whether a short plain line that names no known place heads a
// list all the same: "Wegwijzer: Her", "Regio Westhoek".
func (r *practiceReader) isProject(lines []line, i int) bool {
	l := lines[i]
	if l.kind != plain || utf8.RuneCountInString(l.text) > 60 || wordCount(l.text) > 6 || endsSentence(l.text) || startsLower(l.text) || r.open {
		return false
	}
	if isContact(l.text) || !alone(lines, i) {
		return false
	}
	return announces(lines[i+1:])
}

// content adds a line to the current place.
func (r *practiceReader) content(l line) {
	p := &r.list[len(r.list)-1]
	if r.open && r.joinsOpen(l) {
		e := &p.Examples[len(p.Examples)-1]
		e.Text = joinPoints(e.Text, l.text)
		r.open = l.kind == bullet
		r.last = l.kind
		return
	}
	r.open = false
	if l.kind != heading && isContact(l.text) {
		r.contact(p, l)
		return
	}
	e, waits := splitExample(l.text)
	if l.kind == plain && e.Name == "" && r.last == plain && len(p.Examples) > 0 {
		last := &p.Examples[len(p.Examples)-1]
		last.Text = joinPoints(last.Text, e.Text)
		r.notes.tell(l.n, fieldPractices, "%s is bij de alinea erboven gezet, onder %s", quoted(shortened(l.text)), quoted(p.AsWritten))
		return
	}
	if l.kind == plain && e.Text == "" && !waits {
		r.notes.tell(l.n, fieldPractices, "%s is gelezen als een voorbeeld zonder uitleg bij %s: is het een gemeente, maak er dan een kop van", quoted(l.text), quoted(p.AsWritten))
	}
	p.Examples = append(p.Examples, e)
	r.open, r.last = waits, l.kind
}

// joinsOpen reports whether l is the text of the name above it.
func (r *practiceReader) joinsOpen(l line) bool {
	if l.kind == heading || isContact(l.text) {
		return false
	}
	e, waits := splitExample(l.text)
	return !waits && (e.Name == "" || e.Text == "")
}

// joinPoints puts texts into one paragraph.
func joinPoints(a, b string) string {
	switch {
	case a == "":
		return b
	case endsSentence(a):
		return a + " " + b
	}
	return a + "; " + b
}

// shortened is the beginning of a long text, for a note.
func shortened(s string) string {
	words := strings.Fields(s)
	if len(words) <= 8 {
		return s
	}
	return strings.Join(words[:8], " ") + " …"
}

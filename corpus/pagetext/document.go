package pagetext

import (
	"fmt"
	"slices"
	"strings"

	"praktijkzoeker/corpus"
)

// A document is a text of any form as lines, with what its form told beside them.
type document struct {
	name     string
	lines    []line
	markdown bool   // the lines are Markdown already
	title    string // "" when the form has no mark for it
	id       string
	source   string // address of the original
	image    corpus.Image
	webImage bool   // the page began with its image, so not with its title
	about    string // data at the head of the file that no field is for
}

// result reads the fiche out of the lines.
func (d *document) result(n *notes) Result {
	d.takeFurniture(n)
	for i, l := range d.lines {
		if l.kind == blank {
			continue
		}
		if d.lines[i].text = dropPersonalMail(l.text, l.n, n); d.lines[i].text == "" {
			d.lines[i] = line{n: l.n}
		}
	}
	mendHyphens(d.lines, n)
	tellGlued(d.lines, n)
	d.lines = joinWrapped(d.lines, standsAlone)

	head, sections := split(d.lines, n)
	head = d.takeCredit(head, n)
	head = d.settleTitle(head, n)
	b := &builder{notes: n, markdown: d.markdown, has: make(map[part]bool)}
	b.fiche = corpus.Fiche{ID: d.id, Title: d.title, Source: d.cleanSource(n)}
	if d.image != (corpus.Image{}) {
		image := d.image
		b.fiche.Image = &image
	}
	for _, s := range sections {
		b.has[s.part] = true
	}
	b.head(head, len(sections) > 0)
	for _, s := range sections {
		b.section(s)
	}
	if d.about != "" {
		b.keep("Gegevens", d.about)
	}
	b.finish()
	return Result{Fiche: b.fiche.Tidy(), Notes: n.list}
}

// standsAlone reports whether a line is never part of the line above or below it.
func standsAlone(l line) bool {
	if templatePart(l, partNone) != partNone {
		return true
	}
	place, _ := isPlaceHeading(l.text)
	return place
}

// cleanSource is the address of the page itself, without the search that led to it.
func (d *document) cleanSource(n *notes) string {
	if i := strings.Index(d.source, "?query="); i > 0 {
		n.tell(0, "bron", "van het adres %s is de zoekvraag weggelaten", quoted(d.source))
		return d.source[:i]
	}
	return d.source
}

// A builder fills a fiche, heading by heading.
type builder struct {
	fiche    corpus.Fiche
	notes    *notes
	markdown bool
	has      map[part]bool // the headings that the page has
}

// section builds one part.
func (b *builder) section(s section) {
	switch s.part {
	case partCategory:
		b.categories(s.lines)
	case partDomains:
		b.domains(s.lines)
	case partAudience:
		b.audience(s.lines)
	case partGoals:
		b.fiche.Goals = append(b.fiche.Goals, b.items(s)...)
	case partSuccess:
		b.fiche.SuccessFactors = append(b.fiche.SuccessFactors, b.items(s)...)
	case partChallenges:
		b.fiche.Challenges = append(b.fiche.Challenges, b.items(s)...)
	case partDescription:
		b.fiche.Description = joinText(b.fiche.Description, b.prose(s.lines))
	case partPractices:
		b.practices(s.lines)
	default:
		b.extra(s.heading, s.lines)
	}
}

// extra keeps lines as a section of their own.
func (b *builder) extra(heading string, lines []line) {
	b.keep(heading, b.prose(lines))
}

// keep adds text to the extra section with this heading.
func (b *builder) keep(heading, text string) {
	if i := slices.IndexFunc(b.fiche.Extra, func(s corpus.Section) bool { return s.Heading == heading }); i >= 0 {
		b.fiche.Extra[i].Text = joinText(b.fiche.Extra[i].Text, text)
		return
	}
	b.fiche.Extra = append(b.fiche.Extra, corpus.Section{Heading: heading, Text: text})
}

// unplaced is the heading of an extra section for text that has no place.
func unplaced(p part) string {
	if partHeadings[p] == "" {
		return "Nog te plaatsen"
	}
	return fmt.Sprintf("Nog te plaatsen (uit %s)", partHeadings[p])
}

func joinText(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "\n\n" + b
}

// finish looks at the fiche as a whole.
func (b *builder) finish() {
	f := &b.fiche
	b.dedupe()
	template := b.has[partCategory] && b.has[partGoals] || b.has[partPractices]
	if !template && len(b.has) == 0 {
		b.notes.tell(0, fieldFile, "dit lijkt geen praktijkfiche: de koppen Categorie, Doelen en Deze praktijk in ontbreken")
	}
	if len(f.Practices) == 0 {
		if named := placesNamed(f.Summary + "\n" + f.Description); len(named) > 0 {
			b.notes.tell(0, fieldPractices, "er staat geen gemeente onder Deze praktijk in; de tekst noemt %s: voeg toe wat klopt", strings.Join(named, ", "))
		}
	}
}

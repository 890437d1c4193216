package corpus

import (
	"strings"
)

// readBody reads what follows the front matter.
func (r *reader) readBody(text []textLine) {
	start := 0
	heading := textLine{}
	flush := func(end int) {
		r.readSection(heading, text[start:end])
	}
	for i, l := range text {
		if level, h := headingLine(l.text); level == 1 || level == 2 {
			flush(i)
			start, heading = i+1, textLine{text: h, n: l.n}
		}
	}
	flush(len(text))
}

// readSection reads the lines below one heading; heading.n is 0 for the lines
// before the first.
func (r *reader) readSection(heading textLine, lines []textLine) {
	known := ""
	name := heading.text
	if rest, escaped := strings.CutPrefix(name, `\`); escaped {
		name = rest
	} else {
		known = templateHeading(name)
	}
	if known != "" {
		r.checkRepeated(known, heading.n)
	}
	f := &r.fiche
	if heading.n > 0 && blankLines(lines) {
		r.warnEmpty(heading)
	}
	switch {
	case heading.n == 0:
		f.Summary = markdown(lines)
	case known == headGoals:
		f.Goals = append(f.Goals, r.readPoints(known, lines)...)
	case known == headSuccess:
		f.SuccessFactors = append(f.SuccessFactors, r.readPoints(known, lines)...)
	case known == headChallenges:
		f.Challenges = append(f.Challenges, r.readPoints(known, lines)...)
	case known == headAudience:
		f.Audience = joinBlocks(f.Audience, markdown(lines))
	case known == headDescription:
		f.Description = joinBlocks(f.Description, markdown(lines))
	case known == headPractices:
		r.readPractices(lines)
	default:
		s := Section{Heading: headingText(name), Text: markdown(lines)}
		r.checkExtra(s, heading.n)
		if s != (Section{}) {
			f.Extra = append(f.Extra, s)
		}
	}
}

// readPoints reads a section that is a list.
func (r *reader) readPoints(section string, lines []textLine) []string {
	var out []string
	for _, it := range readItems(lines) {
		if it.text == "" {
			continue
		}
		if !it.bullet {
			r.warn(it.line, strings.ToLower(section), "deze tekst staat niet in een lijst en is als punt gelezen: zet er een streepje en een spatie voor (\"- …\")")
		}
		out = append(out, it.text)
	}
	return out
}

// readPractices reads the places and their examples.
func (r *reader) readPractices(lines []textLine) {
	start := 0
	heading := textLine{}
	flush := func(end int) {
		if heading.n == 0 {
			r.readUnplaced(lines[start:end])
			return
		}
		p := LocalPractice{AsWritten: headingText(heading.text), Examples: r.readExamples(lines[start:end])}
		r.addPractice(p, heading.n)
	}
	for i, l := range lines {
		if level, h := headingLine(l.text); level == 3 {
			flush(i)
			start, heading = i+1, textLine{text: h, n: l.n}
		}
	}
	flush(len(lines))
}

func (r *reader) addPractice(p LocalPractice, line int) {
	if p.AsWritten == "" {
		r.warn(line, "gemeente", "hier ontbreekt de naam van de gemeente: schrijf die achter ###")
		if p.Examples == nil {
			return
		}
	}
	p.Municipalities = r.resolve(p.AsWritten, line)
	r.fiche.Practices = append(r.fiche.Practices, p)
}

// readExamples reads the points below a place. A heading of a lower level is
// the name of an example.
func (r *reader) readExamples(lines []textLine) []Example {
	points := make([]textLine, len(lines))
	copy(points, lines)
	for i, l := range points {
		if level, h := headingLine(l.text); level > 3 {
			points[i].text = "- " + strings.TrimRight(h, " :") + ":"
		}
	}
	var out []Example
	for _, it := range readItems(points) {
		e := splitExample(it.text)
		if e == (Example{}) {
			continue
		}
		if !it.bullet {
			r.warn(it.line, "voorbeeld", "zet een streepje en een spatie voor dit voorbeeld (\"- Naam: tekst\")")
		}
		r.checkExample(e, it.line)
		out = append(out, e)
	}
	return out
}

// readUnplaced reads what stands above the first place. Points that name a
// place become that place; everything else is kept as an extra section.
func (r *reader) readUnplaced(lines []textLine) {
	if blankLines(lines) {
		return
	}
	var found []LocalPractice
	var at []int
	for _, it := range readItems(lines) {
		e := splitExample(it.text)
		p := LocalPractice{AsWritten: headingText(e.Name)}
		if e.Name == "" {
			p.AsWritten = headingText(e.Text)
		} else if sub := splitExample(e.Text); sub != (Example{}) {
			p.Examples = []Example{sub}
		}
		if !namesOnlyPlaces(p.AsWritten) {
			found = nil
			break
		}
		found, at = append(found, p), append(at, it.line)
	}
	if found == nil {
		r.warn(firstText(lines), "gemeente", "deze tekst hoort bij geen gemeente en komt nu in een deel \""+headLoose+
			"\": zet er een regel ### met de gemeente boven, of verplaats hem")
		r.fiche.Extra = append(r.fiche.Extra, Section{Heading: headLoose, Text: markdown(lines)})
		return
	}
	for i, p := range found {
		r.warn(at[i], "gemeente", "schrijf een gemeente als tussenkop: ### "+p.AsWritten)
		r.addPractice(p, at[i])
	}
}

// markdown is the text of lines as a value.
func markdown(lines []textLine) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(unescapeLine(l.text))
		b.WriteByte('\n')
	}
	return block(b.String())
}

func joinBlocks(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "\n\n" + b
}

func blankLines(lines []textLine) bool { return firstText(lines) == 0 }

// firstText is the number of the first line that is not blank, or 0.
func firstText(lines []textLine) int {
	for _, l := range lines {
		if strings.TrimSpace(l.text) != "" {
			return l.n
		}
	}
	return 0
}

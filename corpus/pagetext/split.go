package pagetext

import (
	"unicode/utf8"
)

// A section is a heading of the page with the lines below it.
type section struct {
	part    part
	heading string // as written
	n       int
	level   int // of a marked heading; 0 for a plain line
	lines   []line
}

// split divides the lines over the headings. head is what stands before the
// first. A heading of the template is known by its words; another one by its mark
// (HTML, Markdown, Word), or by its words where it is a usual one (Partners, Extra
// info), or by its place: a short plain line between blank lines, after a list and
// before another one.
func split(lines []line, n *notes) (head []line, sections []section) {
	seen := make(map[part]bool)
	within := partNone
	for i, l := range lines {
		s, rest, ok := openSection(lines, i, within, sections, seen, n)
		switch {
		case ok:
			if seen[s.part] && s.part != partExtra {
				n.tell(l.n, partFields[s.part], "de kop %s staat er meer dan eens; wat eronder staat, is samengevoegd", quoted(l.text))
			}
			seen[s.part] = true
			within = s.part
			if rest != "" {
				s.lines = append(s.lines, line{n: l.n, kind: plain, text: rest})
			}
			sections = append(sections, s)
		case len(sections) == 0:
			head = append(head, l)
		default:
			last := &sections[len(sections)-1]
			last.lines = append(last.lines, l)
		}
	}
	return head, sections
}

// openSection reports whether line i opens a section.
func openSection(lines []line, i int, within part, sections []section, seen map[part]bool, n *notes) (s section, rest string, ok bool) {
	l := lines[i]
	if l.kind == blank || l.kind == bullet {
		return s, "", false
	}
	s = section{n: l.n, heading: l.text}
	if l.kind == heading {
		s.level = l.level
	}
	if p := templatePart(l, within); p != partNone {
		s.part = p
		tellHeading(l, p, n)
		return s, "", true
	}
	if p, rest := inlinePart(l, within, seen); p != partNone {
		s.part = p
		return s, rest, true
	}
	s.part = partExtra
	switch {
	case l.kind == heading:
		ok = opensMarked(l, within, sections)
	case len(sections) == 0:
	case within == partPractices:
		ok = extraHeadings[headingKey(l.text)] && headingKey(l.text) != "contact" && endsWord(l.text)
	case extraHeadings[headingKey(l.text)]:
		ok = !startsLower(l.text)
	case within == partGoals || within == partSuccess || within == partChallenges:
		ok = betweenLists(lines, i)
	}
	if ok && l.kind == plain {
		n.tell(l.n, fieldExtra, "%s is geen kop van het sjabloon; de tekst eronder staat in een eigen deel", quoted(l.text))
	}
	return s, "", ok
}

// tellHeading tells when a heading had other words than the template has.
func tellHeading(l line, p part, n *notes) {
	if k := headingKey(l.text); k != headingKey(partHeadings[p]) && len(k) > len(partHeadings[p])+4 {
		n.tell(l.n, partFields[p], "de kop %s is gelezen als %s", quoted(l.text), partHeadings[p])
	}
}

// opensMarked reports whether a marked heading opens a section of its own or
// belongs to the section above it, as the names of municipalities do.
func opensMarked(l line, within part, sections []section) bool {
	if len(sections) == 0 {
		return true
	}
	level := sections[len(sections)-1].level
	if within == partPractices {
		place, _ := isPlaceHeading(l.text)
		return !place && (level == 0 || l.level <= level)
	}
	return level == 0 || l.level <= level
}

func endsWord(s string) bool { return !endsSentence(s) }

// betweenLists reports whether line i is a short plain line, apart from a list
// above it and with one below it.
func betweenLists(lines []line, i int) bool {
	l := lines[i]
	if utf8.RuneCountInString(l.text) > wrapAt || endsSentence(l.text) || startsLower(l.text) || i == 0 || lines[i-1].kind != blank {
		return false
	}
	above, below := false, false
	for j := i - 1; j >= 0; j-- {
		if lines[j].kind != blank {
			above = lines[j].kind == bullet
			break
		}
	}
	for _, m := range lines[i+1:] {
		if m.kind != blank {
			below = m.kind == bullet
			break
		}
	}
	return above && below
}

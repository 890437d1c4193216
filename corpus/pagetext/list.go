package pagetext

import (
	"strings"
)

// items reads Doelen, Succesfactoren or Uitdagingen: each bullet and each
// paragraph is one. An announcement ("De gemeente wil:") stays an item before the
// ones that it announces.
func (b *builder) items(s section) []string {
	lines := s.lines
	if s.part == partChallenges || s.part == partSuccess {
		lines = b.takeHeadless(s)
	}
	var out []string
	for i, l := range lines {
		if l.kind == blank {
			continue
		}
		if l.kind != bullet && strings.HasSuffix(l.text, ":") && announces(lines[i+1:]) {
			b.notes.tell(l.n, partFields[s.part], "%s leidt de punten eronder in en staat als punt ervoor", quoted(l.text))
		} else if l.kind == heading {
			b.notes.tell(l.n, partFields[s.part], "de tussenkop %s staat als punt in de lijst", quoted(l.text))
		}
		out = append(out, l.text)
	}
	return out
}

// announces reports whether bullets come next.
func announces(lines []line) bool {
	for _, l := range lines {
		if l.kind != blank {
			return l.kind == bullet
		}
	}
	return false
}

// takeHeadless takes a second list out that lost its heading: after a blank line
// and sentences, two or more points of at most three words each (partners, mostly).
// Without a blank line nobody can tell; then it is a doubt.
func (b *builder) takeHeadless(s section) []line {
	at := lastRun(s.lines, func(l line) bool {
		return l.kind == bullet && wordCount(l.text) <= 3 && !endsSentence(l.text)
	})
	if at <= 0 || strings.HasSuffix(lastText(s.lines[:at]), ":") || len(texts(s.lines[at:])) < 2 || !mostlySentences(s.lines[:at]) {
		return s.lines
	}
	list := s.lines[at:]
	if s.lines[at-1].kind != blank {
		b.notes.tell(list[0].n, partFields[s.part], "%s en wat volgt is veel korter dan de punten erboven: misschien ontbreekt daar een kop (Partners?)", quoted(list[0].text))
		return s.lines
	}
	b.notes.tell(list[0].n, partFields[s.part], "vóór %s lijkt een kop te ontbreken (Partners?); die punten staan nu onder %s", quoted(list[0].text), quoted(unplaced(s.part)))
	b.extra(unplaced(s.part), list)
	return s.lines[:at]
}

// lastRun is the index of the first of the lines at the end that all match, blank
// ones aside; -1 when the last does not.
func lastRun(lines []line, match func(line) bool) int {
	at := -1
	for i := len(lines) - 1; i >= 0; i-- {
		switch {
		case lines[i].kind == blank:
		case match(lines[i]):
			at = i
		default:
			return at
		}
	}
	return at
}

func lastText(lines []line) string {
	all := texts(lines)
	if len(all) == 0 {
		return ""
	}
	return all[len(all)-1]
}

func texts(lines []line) []string {
	var out []string
	for _, l := range lines {
		if l.kind != blank {
			out = append(out, l.text)
		}
	}
	return out
}

// mostlySentences reports whether points are long enough to be sentences.
func mostlySentences(lines []line) bool {
	all := texts(lines)
	words := 0
	for _, t := range all {
		words += wordCount(t)
	}
	return len(all) > 0 && words >= 5*len(all)
}

package pagetext

import (
	"slices"
	"strings"
	"unicode/utf8"

	"praktijkzoeker/corpus"
)

// vocabulary holds the labels that are known. The lists are open: another one is
// kept as written.
var vocabulary = corpus.DefaultVocabulary()

// labelLength is the longest label, in characters; what is longer is a sentence
// that lost its heading.
const labelLength = 60

// categories takes each line or bullet as one category: a name may hold a comma.
func (b *builder) categories(lines []line) {
	for _, l := range lines {
		switch {
		case l.kind == blank:
		case utf8.RuneCountInString(l.text) > labelLength || strings.HasSuffix(l.text, ".") && wordCount(l.text) > 4:
			b.misplaced(l, partCategory, "is te lang voor een categorie")
		default:
			b.addLabel(&b.fiche.Categories, fieldCategory, known(l.text, vocabulary.Categories), l.n)
		}
	}
}

// misplaced keeps a line that does not belong in its section.
func (b *builder) misplaced(l line, p part, why string) {
	b.notes.tell(l.n, partFields[p], "%s %s en staat nu onder %s", quoted(l.text), why, quoted(unplaced(p)))
	b.keep(unplaced(p), b.prose([]line{l}))
}

// known is the label in the list that s is but for case and a stop, else s.
func known(s string, list []string) string {
	s = strings.TrimRight(s, " .;")
	for _, k := range list {
		if strings.EqualFold(k, s) {
			return k
		}
	}
	return s
}

// addLabel adds a label once.
func (b *builder) addLabel(to *[]string, field, label string, number int) {
	if label == "" {
		return
	}
	if slices.Contains(*to, label) {
		b.notes.tell(number, field, "%s stond er meer dan eens", quoted(label))
		return
	}
	*to = append(*to, label)
}

// domains reads the policy domains: one line with commas, or a list. The commas
// of a list item are its own.
func (b *builder) domains(lines []line) {
	for _, l := range lines {
		switch {
		case l.kind == blank:
		case strings.HasPrefix(l.text, "#"):
			b.misplaced(l, partDomains, "is een lijst van trefwoorden van de website")
		case l.kind == bullet:
			b.addLabel(&b.fiche.Domains, fieldDomains, known(l.text, vocabulary.Domains), l.n)
		case isSentence(l.text):
			b.misplaced(l, partDomains, "is een zin en geen beleidsdomein")
		default:
			for _, label := range b.splitDomains(l) {
				b.addLabel(&b.fiche.Domains, fieldDomains, label, l.n)
			}
		}
	}
}

// isSentence reports whether a line with or without commas is running text: it
// has a piece that is longer than any label.
func isSentence(s string) bool {
	for piece := range strings.SplitSeq(s, ",") {
		if wordCount(piece) > 7 {
			return true
		}
	}
	return strings.ContainsAny(s, "?!@") || strings.Contains(s, ". ")
}

// splitDomains splits "Cultuur, Gelijke kansen , Werk." and keeps labels with a
// comma of their own whole: the known ones, and "Samenleving, gezin & welzijn",
// where a piece in small letters with an ampersand ends the label.
func (b *builder) splitDomains(l line) []string {
	pieces := strings.Split(l.text, ",")
	for i := range pieces {
		pieces[i] = strings.TrimSpace(pieces[i])
	}
	pieces[len(pieces)-1] = strings.TrimRight(pieces[len(pieces)-1], " .;")
	var out []string
	for i := 0; i < len(pieces); i++ {
		label := pieces[i]
		for _, k := range vocabulary.Categories {
			if n := strings.Count(k, ","); n > 0 && i+n < len(pieces) && strings.EqualFold(k, strings.Join(pieces[i:i+n+1], ", ")) {
				label, i = k, i+n
			}
		}
		if end := labelEnd(pieces, i); end > i {
			label = strings.Join(pieces[i:end+1], ", ")
			b.notes.tell(l.n, fieldDomains, "%s is als één beleidsdomein gelezen", quoted(label))
			i = end
		}
		switch rest := strings.ToLower(strings.Trim(label, " .…")); rest {
		case "":
		case "etc", "enz", "enzovoort", "e.a", "ea":
			b.notes.tell(l.n, fieldDomains, "%s is weggelaten: het is geen beleidsdomein", quoted(label))
		default:
			out = append(out, known(strings.TrimRight(label, "…"), vocabulary.Domains))
		}
	}
	return out
}

// labelEnd is the index of the piece that ends the label that begins at i.
func labelEnd(pieces []string, i int) int {
	if startsLower(pieces[i]) {
		return i
	}
	for j := i + 1; j < len(pieces) && startsLower(pieces[j]); j++ {
		if strings.Contains(pieces[j], " & ") {
			return j
		}
	}
	return i
}

package pagetext

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"praktijkzoeker/corpus"
)

// nameLength is the longest name of an example, in characters, and nameWords in
// words; what stands before a colon and is longer is a sentence.
const (
	nameLength = 90
	nameWords  = 12
)

// splitExample reads "Naam: uitleg", a name alone, or text alone. waits says that
// the text of the name comes on the next line ("Naam:").
func splitExample(s string) (e corpus.Example, waits bool) {
	if head, ok := strings.CutSuffix(s, ":"); ok && isName(head) && !strings.Contains(head, ": ") {
		return corpus.Example{Name: strings.TrimSpace(head)}, true
	}
	if head, text, found := strings.Cut(s, ": "); found && isName(head) {
		return corpus.Example{Name: strings.TrimSpace(head), Text: strings.TrimSpace(text)}, false
	}
	if isName(s) && !endsSentence(strings.TrimRight(s, ")!?")) && wordCount(s) <= 8 && !strings.Contains(s, "@") {
		return corpus.Example{Name: s}, false
	}
	return corpus.Example{Text: s}, false
}

// isName reports whether s can be the name of an example.
func isName(s string) bool {
	s = strings.TrimSpace(s)
	return s != "" && !startsLower(s) && utf8.RuneCountInString(s) <= nameLength && wordCount(s) <= nameWords && !sentenceBreak.MatchString(s)
}

// contactLabel matches lines that say who to ask, not what is done. They are no
// examples, and their labels no names.
var contactLabel = regexp.MustCompile(`(?i)^(?:contact(?:persoon|gegevens|adres)?|initiatiefnemers?|partners?|website|webpagina|e-?mail(?:adres)?|mail|meer info(?:rmatie)?|info|link|bron|tel(?:efoon)?|gsm|facebook(?:pagina)?|doelgroep|locatie|adres)(?:\s*:|\.?$)`)

// contactName matches "Contact Atlas Antwerpen": a label that lost its colon, or
// its link.
var contactName = regexp.MustCompile(`^Contact \p{Lu}[^.:]{0,60}$|^(?:Contact|Mail|E-mail) \S+@\S+$`)

// bareLabel matches a label with nothing behind it: its link was lost.
var bareLabel = regexp.MustCompile(`(?i)^(?:website|webpagina|link|facebook(?:pagina)?|contact|meer info(?:rmatie)?|e-?mail|mail|info)\s*[:.]?$`)

func isContact(s string) bool { return contactLabel.MatchString(s) || contactName.MatchString(s) }

// contact puts a line about contacts behind the example that it belongs to.
func (r *practiceReader) contact(p *corpus.LocalPractice, l line) {
	if bareLabel.MatchString(l.text) {
		r.notes.tell(l.n, fieldPractices, "%s is weggelaten: de link of het adres erachter is verloren", quoted(l.text))
		return
	}
	if len(p.Examples) == 0 {
		p.Examples = append(p.Examples, corpus.Example{Text: l.text})
		r.last = bullet
		return
	}
	e := &p.Examples[len(p.Examples)-1]
	if e.Text == "" {
		e.Text = l.text
	} else {
		e.Text = ended(e.Text) + " " + l.text
	}
	r.last = bullet
	r.notes.tell(l.n, fieldPractices, "%s staat nu achter de tekst van het voorbeeld erboven", quoted(l.text))
}

// ended is text with a full stop.
func ended(s string) string {
	if endsSentence(s) {
		return s
	}
	return s + "."
}

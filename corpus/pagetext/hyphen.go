package pagetext

import (
	"regexp"
	"strings"
	"unicode"
)

// brokenWord is a word that ends in a hyphen, a space, and a word: the rest of
// the end of a line ("mede- werkers") or an ellipsis ("onthaal- en integratie").
var brokenWord = regexp.MustCompile(`([\p{L}\p{N}]+)- ([\p{L}\p{N}]+)`)

// joiners follow a hyphen that stands for the rest of a word.
var joiners = map[string]bool{
	"en": true, "of": true, "tot": true, "noch": true, "maar": true, "als": true, "naar": true,
	"dan": true, "evenals": true, "versus": true, "resp": true, "respectievelijk": true, "in": true, "op": true,
	"en/of": true, "met": true, "voor": true, "alsook": true, "plus": true, "over": true,
}

// mendHyphens joins the words that the end of a line has broken, where that is
// sure: the page itself holds the whole word elsewhere, or the first part is an
// abbreviation, which always keeps its hyphen. Else the word stays and is told.
func mendHyphens(lines []line, n *notes) {
	words := make(map[string]bool)
	for _, l := range lines {
		for w := range strings.FieldsFuncSeq(strings.ToLower(l.text), func(r rune) bool {
			return r != '-' && !unicode.IsLetter(r) && !unicode.IsNumber(r)
		}) {
			words[w] = true
		}
	}
	for i, l := range lines {
		lines[i].text = brokenWord.ReplaceAllStringFunc(l.text, func(found string) string {
			first, second, _ := strings.Cut(found, "- ")
			if joiners[strings.ToLower(second)] {
				return found
			}
			switch hyphened := first + "-" + second; {
			case words[strings.ToLower(first+second)]:
				return told(n, l.n, found, first+second)
			case words[strings.ToLower(hyphened)], isAbbreviation(first) && startsLower(second):
				return told(n, l.n, found, hyphened)
			}
			n.tell(l.n, fieldText, "%s lijkt een afbreking en is zo gelaten: maak er één woord van als dat klopt", quoted(found))
			return found
		})
	}
}

func told(n *notes, number int, from, to string) string {
	n.tell(number, fieldText, "de afbreking %s is hersteld tot %s", quoted(from), quoted(to))
	return to
}

// isAbbreviation reports whether w is written in capitals and digits: "NT2".
func isAbbreviation(w string) bool {
	letters := 0
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}

// gluedSentences finds a small letter with a capital right behind it, deep in a
// word: two sentences without a stop or a space between.
var gluedSentences = regexp.MustCompile(`[\p{L}’'-]*\p{Ll}{3}\p{Lu}\p{Ll}{2}[\p{L}’'-]*`)

// tellGlued tells where two sentences seem to hang together. Nothing is changed:
// names are written so as well.
func tellGlued(lines []line, n *notes) {
	for _, l := range lines {
		text := mailAddress.ReplaceAllString(l.text, "")
		for _, w := range gluedSentences.FindAllString(text, -1) {
			if !brandNames[strings.ToLower(w)] && !strings.Contains(text, w+".") && !strings.Contains(text, "/"+w) {
				n.tell(l.n, fieldText, "in %s lijken twee zinnen aaneen te hangen: zet er een punt en een spatie tussen als dat klopt", quoted(w))
			}
		}
	}
}

var brandNames = map[string]bool{
	"linkedin": true, "facebook": true, "whatsapp": true, "powerpoint": true, "mijnburgerprofiel": true,
	"uitpas": true, "vluchtelingenwerk": true, "javascript": true, "kansenpas": true,
}

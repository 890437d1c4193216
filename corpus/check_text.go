package corpus

import (
	"regexp"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// checkText looks at every line as it stands in the file.
func (r *reader) checkText(lines []string) {
	for i, l := range lines {
		if strings.HasPrefix(l, "<<<<<<<") && (len(l) == 7 || l[7] == ' ') {
			r.fail(i+1, "bestand", "hier staan twee versies door elkaar (<<<<<<< … ======= … >>>>>>>): kies wat blijft en haal deze drie regels weg")
		}
		if strings.IndexByte(l, '@') >= 0 {
			r.checkMail(i+1, l)
		}
		if !isPlain(l) {
			r.checkMojibake(i+1, l)
		}
	}
}

func (r *reader) checkMail(n int, l string) {
	for _, address := range mailAddress.FindAllString(l, -1) {
		if PersonalMail(address) {
			r.warn(n, "e-mailadres", address+" lijkt het adres van een persoon: gebruik een adres van de dienst, zoals info@…")
		}
	}
}

// mojibake matches UTF-8 that was once read as an 8-bit encoding: "Ã«" for
// "ë", "â€™" for an apostrophe, and the mark of a character that is lost.
var mojibake = regexp.MustCompile(`[\pL\pM]*(?:[ÃÂĆÄĂ][\x{80}-\x{BF}]|â€|ï»¿)[^\s.,;:!?()]*|\x{FFFD}`)

// encodings are those that turn up on Belgian desks, likeliest first.
var encodings = []*charmap.Charmap{charmap.Windows1252, charmap.Windows1257, charmap.Windows1250, charmap.ISO8859_1}

func (r *reader) checkMojibake(n int, l string) {
	for _, word := range mojibake.FindAllString(l, -1) {
		if word == "\uFFFD" {
			r.warn(n, "tekst", "hier is een teken verloren gegaan (\uFFFD): typ het opnieuw")
			continue
		}
		hint := "typ het woord opnieuw"
		if right := unmojibake(word); right != "" {
			hint = "bedoelde je " + quote(right) + "?"
		}
		r.warn(n, "tekst", "de letters in "+quote(oneLine(word))+" zijn verminkt: "+hint)
	}
}

// unmojibake returns the text that s was before it was read in the wrong
// encoding, or "" when that is not to be found.
func unmojibake(s string) string {
	for _, e := range encodings {
		if b, err := e.NewEncoder().String(s); err == nil && validUTF8([]byte(b)) < 0 && b != s {
			return clean(b)
		}
	}
	return ""
}

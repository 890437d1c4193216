package pagetext

import (
	"regexp"
	"strings"

	"praktijkzoeker/corpus"
)

// mailAddress matches a mail address in running text.
var mailAddress = regexp.MustCompile(`(?i)(?:mailto:)?[\p{L}\p{N}._%+'-]*[\p{L}\p{N}_%+-]@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}`)

// gluedLabel is a label that lost the space before the address behind it. The
// capital gives it away: nobody writes it in the middle of an address.
var gluedLabel = regexp.MustCompile(`^(Contact|Mail|E-mail|Email|Info)([\p{Ll}].*)$`)

// emptyLabel is what remains of a line or a sentence when its address is gone.
var emptyLabel = regexp.MustCompile(`(?i)(?:^|[ (.;,])(?:contact(?:persoon|adres)?|e-?mail(?:adres)?|mail(?: naar)?|via)\s*:?\s*[.)]?$`)

// dropPersonalMail leaves the addresses of persons out and tells each, and puts
// the space back between a label and an address.
func dropPersonalMail(text string, number int, n *notes) string {
	if !strings.Contains(text, "@") {
		return text
	}
	dropped := false
	out := mailAddress.ReplaceAllStringFunc(text, func(address string) string {
		label := ""
		if m := gluedLabel.FindStringSubmatch(address); m != nil && isGlued(m[2]) {
			label, address = m[1]+" ", m[2]
			n.tell(number, fieldText, "in %s is een spatie gezet tussen %s en het mailadres", quoted(m[0]), quoted(m[1]))
		}
		if !corpus.PersonalMail(strings.TrimPrefix(address, "mailto:")) {
			return label + strings.TrimPrefix(address, "mailto:")
		}
		dropped = true
		n.tell(number, fieldText, "het persoonlijke mailadres %s is weggelaten: zet er zo nodig het adres van de dienst", quoted(address))
		return label
	})
	if !dropped {
		return out
	}
	out = tidyText(strings.NewReplacer("()", "", "( )", "", "<>", "", "[]", "").Replace(out))
	out = strings.TrimRight(out, " ,;-–|")
	if at := emptyLabel.FindStringIndex(out); at != nil {
		rest := strings.TrimRight(out[:at[0]], " ,;-–|")
		if strings.HasPrefix(out[at[0]:], ".") {
			rest += "."
		}
		n.tell(number, fieldText, "%s stond enkel nog voor dat mailadres en is mee weggelaten", quoted(strings.TrimLeft(out[at[0]:], " (.;,")))
		out = rest
	}
	return out
}

// isGlued reports whether the rest of a glued address can stand alone.
func isGlued(rest string) bool {
	local, _, _ := strings.Cut(rest, "@")
	return local != "" && local != "en" && local != "s" && !strings.HasPrefix(local, "punt")
}

package corpus

import (
	"regexp"
	"strings"
)

var mailAddress = regexp.MustCompile(`[\pL\pN._%+'-]+@[\pL\pN-]+(?:\.[\pL\pN-]+)+`)

// functions are words by which the mail address of a service shows itself.
var functions = strings.Fields(`
	admin adviesraad algemeen atlas balie beleid bib bibliotheek buddy buurt burgerzaken campus cel centrum college
	communicatie contact cultuur dienst diversiteit evenementen gelijkekansen gemeente gezin gezondheid groen hallo hello help
	hrm huis inburgering info inclusie inschrijving integratie jeugd jobs kansen kinderopvang klacht leerpunt lezen
	loket mail meldpunt milieu mobiliteit noordzuid noreply nt2 ocmw onderwijs onthaal ouderen participatie personeel post
	preventie privacy project raad receptie redactie samenleven samenlevingsopbouw school secretariaat seniorenraad sociaal
	sociaalhuis sport stad taal team thuis toerisme toegankelijkheid vluchtelingen vorming vrijetijd vrijwilligers
	vzw webmaster welkom welzijn werk werking wijk wonen zorg`)

// PersonalMail reports whether a mail address looks like one person's, which
// has no place on a public page, and not like a service's (info@, samenleven@).
// In doubt it is a person's.
func PersonalMail(address string) bool {
	local, host, _ := strings.Cut(strings.ToLower(address), "@")
	words := strings.FieldsFunc(local, func(r rune) bool { return strings.ContainsRune("._%+'-0123456789", r) })
	for _, w := range words {
		if len(w) > 2 && strings.HasPrefix(host, w) {
			return false
		}
		for _, f := range functions {
			// A long word may go on ("integratiedienst"); a short one may begin
			// somebody's name ("huisman").
			if w == f || len(words) == 1 && len(w) > len(f)+3 && strings.HasPrefix(w, f) || len(f) >= 6 && strings.Contains(w, f) {
				return false
			}
		}
	}
	return local != "nt2"
}

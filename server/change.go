package server

import (
	"net/url"
	"strings"

	"praktijkzoeker/corpus"
)

// changeLink is the address of a mail that proposes a change to a fiche, with
// what the editor needs to know filled in already; without a mail address to
// write to it is empty. page is the full address of the fiche.
func changeLink(to string, f *corpus.Fiche, page string) string {
	if to == "" || isWebURL(to) {
		return ""
	}
	subject := "Wijziging aan de praktijkfiche: " + clean(f.Title)
	body := strings.Join([]string{
		"Dag", "", "Ik stel een wijziging voor aan deze fiche:", clean(f.Title), page, "",
		"Wat klopt er niet of ontbreekt er?", "", "", "Hoe moet het er staan?", "", "", "Mijn naam en gemeente:", "",
	}, "\r\n")
	return mailto(to) + "?subject=" + mailEscape(subject) + "&body=" + mailEscape(body)
}

// mailto is the address for a browser that writes to a mail address.
func mailto(to string) string { return "mailto:" + strings.ReplaceAll(url.PathEscape(to), "%40", "@") }

// mailEscape escapes for a mailto address, in which a space is %20 and a plus
// sign stands for itself (RFC 6068).
func mailEscape(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }

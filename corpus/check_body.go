package corpus

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// longestName is the number of characters from which the text before a colon
// is more likely a sentence than the name of an example.
const longestName = 80

func (r *reader) hasField(field string) bool {
	for _, p := range r.problems {
		if p.Field == field && !p.Warning {
			return true
		}
	}
	return false
}

func (r *reader) missingTitle(noFront bool, lines []string) {
	const field = "titel"
	for i, l := range lines {
		switch t := strings.TrimSpace(l); {
		case !noFront:
			if isFence(l) {
				r.fail(i+1, field, `titel ontbreekt: zet bovenaan tussen de +++-regels een regel title = "…"`)
				return
			}
		case t == "---":
			r.fail(i+1, field, `titel ontbreekt: het blok bovenaan hoort tussen regels +++ (niet ---), met = in plaats van een dubbelpunt: title = "…"`)
			return
		case t != "":
			r.fail(i+1, field, `titel ontbreekt: begin het bestand met drie regels: +++, dan title = "…", dan weer +++`)
			return
		}
	}
}

// checkRepeated warns for a heading of the template that came before.
func (r *reader) checkRepeated(known string, n int) {
	if first, again := r.seen[known]; again {
		r.warn(n, strings.ToLower(known), fmt.Sprintf("de kop %q staat ook op regel %d; de twee delen zijn samengevoegd: maak er één van", known, first))
		return
	}
	if r.seen == nil {
		r.seen = make(map[string]int)
	}
	r.seen[known] = n
}

func (r *reader) warnEmpty(heading textLine) {
	if heading.text == "" {
		r.warn(heading.n, "kop", "hier staat een kop zonder tekst: vul hem in of haal de regel weg")
		return
	}
	r.warn(heading.n, "kop", fmt.Sprintf("onder %q staat niets: vul het aan of haal de kop weg", oneLine(heading.text)))
}

// checkExtra warns for an extra section that was probably meant as one of the
// template.
func (r *reader) checkExtra(s Section, n int) {
	switch word := strings.ToLower(s.Heading); {
	case word == "":
		if s.Text != "" {
			r.warn(n, "kop", "deze kop heeft geen tekst: schrijf hem achter ##")
		}
	case otherNames[word] == "categories" || otherNames[word] == "domains":
		r.warn(n, "kop", fmt.Sprintf("%q hoort in het blok bovenaan: %s = [\"…\"]", s.Heading, otherNames[word]))
	case templateHeading(s.Heading) == "":
		if near := nearest(s.Heading, templateHeadings); near != "" {
			r.warn(n, "kop", fmt.Sprintf("%q is geen kop van het sjabloon: bedoelde je \"## %s\"?", s.Heading, near))
		}
	}
}

func (r *reader) checkExample(e Example, n int) {
	if utf8.RuneCountInString(e.Name) > longestName {
		r.warn(n, "voorbeeld", `wat voor de dubbelpunt staat, is de naam van het voorbeeld en die is hier erg lang: geef een korte naam, of schrijf \: als het geen naam is`)
	}
}

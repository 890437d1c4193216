package dutch

import "strings"

// closers are what an apostrophe may be followed by without starting a word of
// its own: "sms'en", "65'er", "foto'tje". In "zo'n" it stays.
var closers = map[string]bool{
	"s":  true,
	"en": true, "er": true, "ers": true, "t": true, "te": true, "ten": true, "d": true, "de": true, "den": true,
	"tje": true, "tjes": true, "je": true, "jes": true, "ing": true, "n": true, "m": true,
}

// closeUp drops the possessive 's and makes one piece of those that an
// apostrophe joins to an ending, of the letters of an abbreviation and of a
// number with its thousands or decimals.
func (sc *scanner) closeUp() {
	if term, ok := sc.abbreviation(); ok {
		sc.unite(term)
		return
	}
	if term, ok := sc.number(); ok {
		sc.unite(term)
		return
	}
	out := 0
	for i := 0; i < sc.n; i++ {
		p := sc.pieces[i]
		for p.next == '\'' && i+1 < sc.n {
			q := sc.pieces[i+1]
			ending := sc.term(q)
			if !closers[ending] {
				break
			}
			switch ending {
			case "s":
				p.term = sc.term(p)
			case "n", "m":
				p.term = sc.term(p) + "'" + ending
			default:
				p.term = sc.term(p) + ending
			}
			p.end, p.next, p.plain, p.digits = q.end, q.next, false, false
			i++
		}
		sc.pieces[out] = p
		out++
	}
	sc.n = out
}

// unite makes one piece of all, with the given term.
func (sc *scanner) unite(term string) {
	sc.pieces[0].end, sc.pieces[0].next = sc.pieces[sc.n-1].end, 0
	sc.pieces[0].plain, sc.pieces[0].digits = false, false
	sc.pieces[0].term, sc.n = term, 1
}

// abbreviation closes up single letters with dots between them.
func (sc *scanner) abbreviation() (term string, ok bool) {
	for i, p := range sc.pieces[:sc.n] {
		t := sc.term(p)
		if len([]rune(t)) != 1 || p.digits || p.next != '.' && i < sc.n-1 {
			return "", false
		}
		term += t
	}
	return term, true
}

// number closes up "3.000" to "3000" and leaves "1,5" one word.
func (sc *scanner) number() (term string, ok bool) {
	for i, p := range sc.pieces[:sc.n] {
		if !p.digits || i > 0 && p.end-p.start != 3 && sc.pieces[i-1].next == '.' {
			return "", false
		}
		switch term += sc.text[p.start:p.end]; {
		case p.next == ',' && i == sc.n-2:
			term += ","
		case p.next != '.' && p.next != 0:
			return "", false
		}
	}
	return term, true
}

// whole gives the word that the pieces are when written as one, or "" if they
// are several words: letters and digits without what stands between them, but
// addresses and "K&G" with it.
func (sc *scanner) whole() string {
	dots, signs, letters := false, false, false
	for _, p := range sc.pieces[:sc.n] {
		dots = dots || p.next == '.' || p.next == ','
		signs = signs || p.next == '@' || p.next == '&'
		letters = letters || !p.digits
	}
	last := sc.term(sc.pieces[sc.n-1])
	if dots && !signs && !domains[last] || !letters {
		return ""
	}
	var b strings.Builder
	for _, p := range sc.pieces[:sc.n] {
		b.WriteString(sc.term(p))
		if (dots || signs) && p.next != 0 {
			b.WriteByte(p.next)
		}
	}
	return b.String()
}

// domains end the names of websites. A dot before anything else ends a
// sentence whose space was forgotten.
var domains = map[string]bool{
	"be": true, "eu": true, "nl": true, "com": true, "org": true, "net": true, "brussels": true, "vlaanderen": true,
	"gent": true, "info": true, "fr": true, "uk": true,
}

// conjunction tells whether term joins words that share a part.
func conjunction(term string) bool {
	switch term {
	case "en", "of", "tot", "als", "dan", "noch", "maar", "naar", "evenals":
		return true
	}
	return false
}

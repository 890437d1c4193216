package dutch

import (
	"unicode/utf8"
)

// maxTerm is the length in bytes to which terms are cut. No Dutch word that
// anybody searches for is longer.
const maxTerm = 64

// Tokens appends the words of text to dst, in order of Start, numbered from 0
// by Pos. Stop words are among them. Offsets are bytes of text, at rune
// boundaries if text is UTF-8; bytes that are not separate words.
//
//   - A hyphen, apostrophe, dot, @ or & inside a word separates its pieces; the
//     whole is found too, by a Joined token at the first piece: "buddy-project"
//     gives buddy, buddyproject and project.
//   - The possessive and plural 's falls away: "OCMW's" gives ocmw.
//   - Brackets in a word are read both ways: "deelnemer(s)" gives deelnemers and,
//     Joined, deelnemer.
//   - A plus at the end stays: "65+" gives 65+ and, Joined, 65.
//   - Abbreviations and thousands close up: "S.O.S." gives sos, "3.000" 3000.
//   - Words shared by elision are made whole, as Joined tokens: "hulp- en
//     dienstverlening" gives hulpverlening at "hulp", "taalbeleid en -acties"
//     taalacties at "acties".
//
// Terms are cut to 64 bytes. Safe for concurrent use.
func (a *Analyzer) Tokens(dst []Token, text string) []Token {
	sc := scanner{a: a, text: text, dst: dst, base: len(dst)}
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			switch class[c] {
			case lower, upper, digit:
				i = sc.word(i)
				continue
			case connector:
				if c == '(' {
					if end := sc.bracketFirst(i); end > i {
						i = end
						continue
					}
				}
			}
			i++
			continue
		}
		if end := sc.word(i); end > i {
			i = end
			continue
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
	}
	sc.resolve()
	return sc.dst
}

// A scanner holds the state of one call of Tokens.
type scanner struct {
	a      *Analyzer
	text   string
	dst    []Token
	base   int // tokens of dst that were there before
	pos    int
	elided []elision
	pieces [maxPieces]piece
	n      int // pieces in use
}

// word reads the cluster that starts at i, emits its tokens and gives its end.
func (sc *scanner) word(i int) int {
	p := scanPiece(sc.text, i)
	if p.end == i {
		return i
	}
	// Nearly all words end in a space: no connector to look at.
	if p.end < len(sc.text) && sc.text[p.end] == ' ' && p.plain {
		sc.emit(sc.text[p.start:p.end], p.start, p.end)
		return p.end
	}
	sc.n = 0
	end := p.end
	for {
		sc.pieces[sc.n] = p
		sc.n++
		c, n := connectorAt(sc.text[end:])
		if n == 0 || sc.n == maxPieces || c == ')' || c == '(' || c == ',' && !p.digits {
			break
		}
		q := scanPiece(sc.text, end+n)
		if q.end == q.start || c == ',' && !q.digits {
			break
		}
		sc.pieces[sc.n-1].next = c
		p, end = q, q.end
	}
	sc.pieces[sc.n-1].next = 0
	return sc.cluster(end)
}

// emit appends an ordinary token.
func (sc *scanner) emit(term string, start, end int) {
	sc.dst = append(sc.dst, Token{Term: cut(term), Start: start, End: end, Pos: sc.pos})
	sc.pos++
}

// join appends an extra token at position pos.
func (sc *scanner) join(term string, start, end, pos int) {
	if term = cut(term); term != "" {
		sc.dst = append(sc.dst, Token{Term: term, Start: start, End: end, Pos: pos, Joined: true})
	}
}

// term folds a piece.
func (sc *scanner) term(p piece) string {
	s := sc.text[p.start:p.end]
	if p.term != "" {
		return p.term
	}
	if p.plain {
		return s
	}
	if len(s) > 4*maxTerm { // folding no more than can count
		n := 4 * maxTerm
		for n > 0 && !utf8.RuneStart(s[n]) {
			n--
		}
		s = s[:n]
	}
	return Fold(s)
}

// cut shortens a term to maxTerm bytes, at a rune boundary.
func cut(term string) string {
	if len(term) <= maxTerm {
		return term
	}
	n := maxTerm
	for n > 0 && !utf8.RuneStart(term[n]) {
		n--
	}
	return term[:n]
}

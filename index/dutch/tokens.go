package dutch

import (
	"unicode/utf8"

	"praktijkzoeker/index/dutch/internal/letters"
)

// maxTerm is the length in bytes to which terms are cut. No Dutch word that
// anybody searches for is longer.
const maxTerm = 64

// maxSurface is the length in bytes of what is folded for a term: no more can
// count.
const maxSurface = 4 * maxTerm

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
	// Nearly all words are ASCII and stand alone.
	if end, capitals := scanASCII(sc.text, i); end > i && sc.alone(i, end, capitals) {
		if !capitals {
			sc.emit(sc.text[i:end], i, end)
		} else {
			sc.emitFolded(sc.text[i:end], i, end)
		}
		return end
	}
	return sc.wordOfPieces(i)
}

// wordOfPieces is word for any text, also where a word has several pieces.
func (sc *scanner) wordOfPieces(i int) int {
	p := scanPiece(sc.text, i)
	if p.end == i {
		return i
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

// emit appends an ordinary token for a folded form.
func (sc *scanner) emit(form string, start, end int) {
	sc.append(sc.a.Word(cut(form)), start, end)
}

// emitFolded appends an ordinary token for a surface that is not folded yet.
func (sc *scanner) emitFolded(surface string, start, end int) {
	var buffer [2 * maxTerm]byte
	form := letters.AppendFold(buffer[:0], cutTo(surface, maxSurface))
	if len(form) > maxTerm {
		form = form[:len(cut(string(form)))]
	}
	sc.append(sc.a.wordOf(form), start, end)
}

// emitPiece appends an ordinary token for a piece that ends at end with what
// hangs on to it.
func (sc *scanner) emitPiece(p piece, end int) {
	if p.term != "" || p.plain {
		sc.emit(sc.term(p), p.start, end)
	} else {
		sc.emitFolded(sc.text[p.start:p.end], p.start, end)
	}
}

func (sc *scanner) append(w *Word, start, end int) {
	sc.dst = append(sc.dst, Token{Term: w.Form, Start: start, End: end, Pos: sc.pos, Word: w})
	sc.pos++
}

// join appends an extra token at position pos.
func (sc *scanner) join(form string, start, end, pos int) {
	if form != "" {
		sc.dst = append(sc.dst, sc.joined(form, start, end, pos))
	}
}

// joined makes an extra token.
func (sc *scanner) joined(form string, start, end, pos int) Token {
	w := sc.a.Word(cut(form))
	return Token{Term: w.Form, Start: start, End: end, Pos: pos, Word: w, Joined: true}
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
	return Fold(cutTo(s, maxSurface))
}

// cut shortens a term to maxTerm bytes, at a rune boundary.
func cut(term string) string { return cutTo(term, maxTerm) }

// cutTo shortens s to at most n bytes, at a rune boundary.
func cutTo(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

package dutch

import (
	"strings"
	"unicode/utf8"
)

// cluster emits the tokens of the pieces read and gives where the text goes on.
func (sc *scanner) cluster(end int) int {
	if sc.n > 1 {
		sc.closeUp()
	}
	if sc.n == 1 {
		return sc.single(sc.pieces[0], end)
	}
	if sc.n == 2 && sc.pieces[0].next == '-' && conjunction(sc.term(sc.pieces[1])) {
		// "hulp-of dienstverlening": a space is missing.
		sc.emitPiece(sc.pieces[0], sc.pieces[0].end)
		sc.elided = append(sc.elided, elision{token: len(sc.dst) - 1, trailing: true})
		sc.emitPiece(sc.pieces[1], sc.pieces[1].end)
		return end
	}
	first, pos := sc.pieces[0], sc.pos
	sc.emitPiece(first, first.end)
	if whole := sc.whole(); whole != "" {
		sc.join(whole, first.start, sc.pieces[sc.n-1].end, pos)
	}
	for _, p := range sc.pieces[1 : sc.n-1] {
		sc.emitPiece(p, p.end)
	}
	return sc.single(sc.pieces[sc.n-1], end)
}

// single emits a piece that no connector follows, with what hangs on to it: a
// plus, brackets, a hyphen; and gives where the text goes on.
func (sc *scanner) single(p piece, end int) int {
	rest := sc.text[end:]
	switch {
	case strings.HasPrefix(rest, "+") && !wordAt(rest[1:]):
		pos, term := sc.pos, sc.term(p)
		sc.emit(term+"+", p.start, end+1)
		sc.join(term, p.start, end, pos)
		return end + 1
	case strings.HasPrefix(rest, "("):
		if close := bracket(sc.text, end); close > 0 {
			pos, start, term := sc.pos, p.start, sc.term(p)
			tail := scanPiece(sc.text, close)
			sc.emit(term+foldBracket(sc.text[end:close])+sc.term(tail), start, tail.end)
			if tail.end > close {
				sc.join(term+sc.term(tail), start, tail.end, pos)
			} else {
				sc.join(term, start, p.end, pos)
			}
			return tail.end
		}
	}
	sc.emitPiece(p, end)
	if c, n := connectorAt(rest); c == '-' {
		if next, _ := utf8.DecodeRuneInString(rest[n:]); next != utf8.RuneError && next != '-' {
			sc.elided = append(sc.elided, elision{token: len(sc.dst) - 1, trailing: true})
		}
	} else if p.start > 0 && len(sc.dst)-sc.base > 1 && sc.hangs(p.start) {
		sc.elided = append(sc.elided, elision{token: len(sc.dst) - 1})
	}
	return end
}

// hangs tells whether a hyphen that follows a space stands before i: "en
// -racisme".
func (sc *scanner) hangs(i int) bool {
	for _, h := range []string{"-", "‐", "‑"} {
		if before, ok := strings.CutSuffix(sc.text[:i], h); ok {
			return strings.HasSuffix(before, " ") || strings.HasSuffix(before, "\u00a0")
		}
	}
	return false
}

// bracketFirst reads a word that starts with a bracket at i, such as
// "(semi)professionelen", and gives its end, or i.
func (sc *scanner) bracketFirst(i int) int {
	close := bracket(sc.text, i)
	if close == 0 {
		return i
	}
	p := scanPiece(sc.text, close)
	if p.end == p.start {
		return i
	}
	pos, term := sc.pos, sc.term(p)
	sc.emit(foldBracket(sc.text[i:close])+term, i+1, p.end)
	sc.join(term, p.start, p.end, pos)
	return p.end
}

// bracket gives the end of the bracketed piece of a word that starts at i, or
// 0: "(" letters, at most one hyphen, ")".
func bracket(text string, i int) int {
	p := scanPiece(text, i+1)
	if p.end == p.start || p.end-p.start > 24 || p.digits {
		return 0
	}
	end := p.end
	if strings.HasPrefix(text[end:], "-") {
		end++
	}
	if !strings.HasPrefix(text[end:], ")") {
		return 0
	}
	return end + 1
}

// foldBracket folds "(semi-)" to "semi".
func foldBracket(s string) string { return Fold(strings.Trim(s, "()-")) }

// wordAt tells whether a word starts at the start of s.
func wordAt(s string) bool { return s != "" && scanPiece(s, 0).end > 0 }

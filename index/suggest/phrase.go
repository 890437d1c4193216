package suggest

import (
	"unicode"
	"unicode/utf8"

	"praktijkzoeker/index/dutch"
)

// A piece is a word of a phrase, as bytes of the folded text, with its
// apostrophes left out: "baby's" is "babys".
type piece struct {
	from, to int
	// joined: a hyphen joins it to the piece before it.
	joined bool
	// second is where the letters after an apostrophe begin, if there are two
	// or more ("CHILL'OP"); else 0.
	second int
}

// A phrase is a text cut into words. Its zero value is ready for use.
type phrase struct {
	buf    []byte // the words, one behind the other
	pieces []piece
}

func (p *phrase) word(i int) []byte { return p.buf[p.pieces[i].from:p.pieces[i].to] }

// read cuts text. Words are runs of letters and digits; an apostrophe within a
// word joins its sides.
func (p *phrase) read(text string) {
	p.buf, p.pieces = p.buf[:0], p.pieces[:0]
	folded := text
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			folded = dutch.Fold(text) // ASCII is folded below, without allocating
			break
		}
	}
	in, hyphen := false, false
	var w piece
	begin := func() {
		if !in {
			in = true
			w = piece{from: len(p.buf), joined: hyphen && len(p.pieces) > 0}
		}
		hyphen = false
	}
	end := func() {
		if w.to = len(p.buf); w.to-w.second < 2 {
			w.second = 0
		}
		p.pieces = append(p.pieces, w)
		in = false
	}
	for i := 0; i < len(folded); {
		r, n := rune(folded[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(folded[i:])
		}
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z':
			begin()
			if r < 'a' && r >= 'A' {
				r += 'a' - 'A'
			}
			p.buf = append(p.buf, byte(r))
		case r >= utf8.RuneSelf && (isLetter(r) || in && unicode.IsMark(r)):
			begin()
			p.buf = append(p.buf, folded[i:i+n]...)
		case in && (r == '\'' || r == '`'):
			w.second = len(p.buf)
		default:
			hyphen = in && r == '-'
			if in {
				end()
			}
		}
		i += n
	}
	if in {
		end()
	}
}

func isLetter(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// others calls yield with the other words by which the phrase is found: what
// stands behind an apostrophe, and pieces with hyphens written as one, from
// each piece on ("sintniklaas").
func (p *phrase) others(yield func(word []byte)) {
	for i, w := range p.pieces {
		if w.second > w.from {
			yield(p.buf[w.second:w.to])
		}
		j := i + 1
		for j < len(p.pieces) && p.pieces[j].joined {
			j++
		}
		if j > i+1 {
			yield(p.buf[w.from:p.pieces[j-1].to])
		}
	}
}

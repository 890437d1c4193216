package dutch

import (
	"slices"

	"praktijkzoeker/index/dutch/internal/letters"
)

// An elision is a token whose hyphen stands for a part of another word: after
// it ("onthaal- en integratiegesprek") if trailing, else before it
// ("antidiscriminatie en -racisme"). A trailing hyphen may also be what is left
// of a word that was broken at the end of a line: "mede- werkers".
type elision struct {
	token    int
	trailing bool
}

// resolve adds the whole words behind the elisions as Joined tokens.
func (sc *scanner) resolve() {
	for _, e := range slices.Backward(sc.elided) {
		var whole []Token
		if e.trailing {
			whole = sc.behind(e.token)
		} else {
			whole = sc.before(e.token)
		}
		// After the tokens of the same place, before the next word.
		at := e.token + 1
		for at < len(sc.dst) && sc.dst[at].Joined && sc.dst[at].Pos == sc.dst[e.token].Pos {
			at++
		}
		sc.dst = slices.Insert(sc.dst, at, whole...)
	}
}

// shared is how many words an elision may lie from the word that shares its
// part: "onthaal-, integratie- en inburgeringsbeleid".
const shared = 6

// behind gives the whole words for a token with a hyphen after it.
func (sc *scanner) behind(i int) []Token {
	t := sc.dst[i]
	next := sc.following(i)
	if next < 0 {
		return nil
	}
	if gap := sc.text[t.End:sc.dst[next].Start]; !conjunction(sc.dst[next].Term) && blank(gap[1:]) {
		w := sc.dst[next]
		return []Token{sc.joined(t.Term+w.Term, t.Start, w.End, t.Pos)}
	}
	for n, met := 0, false; next >= 0 && n < shared; n++ {
		w := sc.dst[next]
		if met && !conjunction(w.Term) && !sc.hanging(next) {
			return sc.tails(t, w)
		}
		met = met || conjunction(w.Term)
		next = sc.following(next)
	}
	return nil
}

// tails joins t to the last parts of w.
func (sc *scanner) tails(t, w Token) (whole []Token) {
	parts := w.Word.Parts
	for k := 1; k < len(parts); k++ {
		whole = append(whole, sc.joined(t.Term+w.Term[parts[k].Start:], t.Start, t.End, t.Pos))
	}
	return whole
}

// before gives the whole words for a token with a hyphen before it.
func (sc *scanner) before(i int) (whole []Token) {
	t := sc.dst[i]
	prev := sc.preceding(i)
	if prev < 0 || !conjunction(sc.dst[prev].Term) {
		return nil
	}
	if prev = sc.preceding(prev); prev < 0 {
		return nil
	}
	w := sc.dst[prev]
	if p := prefix(w.Term); p != "" {
		return []Token{sc.joined(p+t.Term, t.Start, t.End, t.Pos)}
	}
	parts := w.Word.Parts
	for k := len(parts) - 1; k > 0; k-- {
		whole = append(whole, sc.joined(w.Term[:parts[k].Start]+t.Term, t.Start, t.End, t.Pos))
	}
	return whole
}

// following gives the index of the next ordinary token, or -1.
func (sc *scanner) following(i int) int {
	for i++; i < len(sc.dst); i++ {
		if !sc.dst[i].Joined {
			return i
		}
	}
	return -1
}

// preceding gives the index of the ordinary token before i, or -1.
func (sc *scanner) preceding(i int) int {
	for i--; i >= sc.base; i-- {
		if !sc.dst[i].Joined {
			return i
		}
	}
	return -1
}

// hanging tells whether a hyphen hangs on token i.
func (sc *scanner) hanging(i int) bool {
	c, _ := connectorAt(sc.text[sc.dst[i].End:])
	return c == '-'
}

// blank tells whether s is white space or nothing.
func blank(s string) bool {
	for _, r := range s {
		if f := letters.Rune(r); f != " " && f != "\n" && f != "\r" && f != "\t" && f != "" {
			return false
		}
	}
	return true
}

// prefixes stand before words without making them compounds.
var prefixes = []string{"anti", "inter", "multi", "super", "mini", "micro", "macro", "extra", "ultra", "post", "semi", "pseudo"}

// prefix gives the prefix that term starts with, if a word may follow it.
func prefix(term string) string {
	for _, p := range prefixes {
		if len(term) >= len(p)+4 && term[:len(p)] == p {
			return p
		}
	}
	return ""
}

package dutch

import (
	"strings"

	"praktijkzoeker/index/dutch/internal/letters"
)

// FoldRange gives the bytes of surface that became the bytes from..to of
// Fold(surface): whole runes, with the combining marks that follow them. Ranges
// outside Fold(surface) are cut to it; an empty range stays empty.
func FoldRange(surface string, from, to int) (start, end int) {
	return foldRange(surface, "", from, to)
}

// Range gives the bytes of text, the text that t was found in, that became the
// bytes from..to of t.Term: the bytes of a compound's part, to mark it. What
// the term leaves out of its surface, such as brackets and apostrophes, is
// passed over. For a Joined token whose term is not all there it is the whole
// token.
func (t Token) Range(text string, from, to int) (start, end int) {
	surface := text[t.Start:t.End]
	if from <= 0 && to >= len(t.Term) || !spells(surface, t.Term) {
		return t.Start, t.End
	}
	start, end = foldRange(surface, t.Term, from, to)
	return t.Start + start, t.Start + end
}

// foldRange walks over the steps of surface. With a term it counts only those
// that spell it.
func foldRange(surface, term string, from, to int) (start, end int) {
	from = max(from, 0)
	if from >= to {
		to = from
	}
	at, start := 0, -1 // at: bytes of the folded text so far
	for i := 0; i < len(surface); {
		n, folded := letters.Step(surface[i:])
		if term != "" && !strings.HasPrefix(term[min(at, len(term)):], folded) {
			folded = ""
			if start < 0 || at >= to {
				i += n
				continue
			}
		}
		if start < 0 && at+len(folded) > from {
			start = i
			if from == to {
				return i, i
			}
		}
		if start >= 0 && folded != "" && at >= to {
			break
		}
		at += len(folded)
		i += n
		if start >= 0 {
			end = i
		}
	}
	if start < 0 {
		return len(surface), len(surface)
	}
	return start, end
}

// spells tells whether the steps of surface, some left out, fold to term.
func spells(surface, term string) bool {
	for i := 0; i < len(surface) && term != ""; {
		n, folded := letters.Step(surface[i:])
		i += n
		if rest, ok := strings.CutPrefix(term, folded); ok {
			term = rest
		}
	}
	return term == ""
}

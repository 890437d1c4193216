package generate

import (
	"strings"

	"praktijkzoeker/index/dutch/compound"
)

// mostKeys is the number of letters after which somebody who types has what he
// looks for.
const mostKeys = 16

// Typed returns the beginning of a title, as it stands after some key: 1 to
// mostKeys letters, without a space at the end.
func (l *Log) Typed() string {
	title := strings.ToLower(l.fiche().Title)
	keys := 1 + l.random.IntN(min(len(title), mostKeys))
	for keys > 1 && title[keys-1] == ' ' {
		keys--
	}
	return title[:keys]
}

// Misspelt returns one or two content words of a fiche, each with one slip: a
// letter left out, doubled, changed or swapped with the next, never the first.
// Words with a slip are not in the lexicon.
func (l *Log) Misspelt() string {
	for {
		f := l.fiche()
		words := l.content(&f)
		l.random.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		var wrong []string
		for _, w := range words {
			if slip := l.slip(w); len(w) >= 5 && !compound.Default().Known(slip) && len(wrong) < 2 {
				wrong = append(wrong, slip)
			}
		}
		if len(wrong) > 0 {
			return strings.Join(wrong[:1+l.random.IntN(len(wrong))], " ")
		}
	}
}

// slip makes one edit to a word of small letters, not at the first one.
func (l *Log) slip(word string) string {
	if len(word) < 3 {
		return word
	}
	i := 1 + l.random.IntN(len(word)-2)
	switch l.random.IntN(4) {
	case 0:
		return word[:i] + word[i+1:]
	case 1:
		return word[:i] + word[i:i+1] + word[i:]
	case 2:
		return word[:i] + string(rune('a'+l.random.IntN(26))) + word[i+1:]
	}
	return word[:i] + word[i+1:i+2] + word[i:i+1] + word[i+2:]
}

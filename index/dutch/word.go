package dutch

import (
	"strings"

	"praktijkzoeker/index/dutch/inflect"
)

// analyze computes the word of a folded form.
func analyze(form string) *Word {
	form = strings.Clone(form) // a term may be a piece of a long text
	return &Word{
		Form:     form,
		Stem:     inflect.Stem(form),
		Stop:     stops[form],
		Question: questions[form],
	}
}

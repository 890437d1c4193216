package dutch

import (
	"strings"

	"praktijkzoeker/index/dutch/compound"
	"praktijkzoeker/index/dutch/inflect"
)

// analyze computes the word of a folded form.
func analyze(form string) *Word {
	form = strings.Clone(form) // a term may be a piece of a long text
	w := &Word{
		Form:     form,
		Stem:     inflect.Stem(form),
		Stop:     stops[form],
		Question: questions[form],
	}
	if w.Stop || strings.ContainsAny(form, ".,@&'+") {
		return w
	}
	splitter := compound.Default()
	var buffer [8]compound.Part
	parts := splitter.Split(buffer[:0], form)
	if len(parts) < 2 {
		return w
	}
	if w.Stem != form && splitter.Known(w.Stem) && len(splitter.Split(nil, w.Stem)) == 0 {
		return w // "inclusiever" and "koppelen" are forms of words that are no compounds
	}
	w.Parts = make([]Part, len(parts))
	for i, p := range parts {
		w.Parts[i] = Part{Start: p.Start, End: p.End, Stem: inflect.Stem(p.Base)}
	}
	if strings.HasPrefix(form, "ge") {
		// A compound is no participle: gezinsvriend keeps its ge-.
		head := w.Parts[len(parts)-1]
		w.Stem = form[:head.Start] + head.Stem
	}
	return w
}

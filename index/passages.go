package index

import (
	"strings"

	"praktijkzoeker/corpus"
)

// A Part says where in a fiche a text stands; the order is that of weight.
type Part uint8

// The parts of a fiche that are searched.
const (
	PartTitle   Part = iota
	PartLabel        // category, domain, target group
	PartPlace        // municipality, as it is called now and as written
	PartExample      // the name of a local example
	PartSummary
	PartBody
	Parts int = iota
)

// A Passage is a piece of plain text of a fiche.
type Passage struct {
	Part Part
	Text string
}

// Passages returns the searchable text of a fiche as plain text, in the order
// of weight and then of the fiche, and a passage that repeats an earlier one of
// the summary or body only once: a summary that is copied into the description
// should not count double.
func Passages(f *corpus.Fiche) []Passage {
	ps := make([]Passage, 0, 32)
	add := func(p Part, text string) {
		if strings.TrimSpace(text) != "" {
			ps = append(ps, Passage{p, text})
		}
	}
	add(PartTitle, f.Title)
	for _, list := range [][]string{f.Categories, f.Domains, f.TargetGroups} {
		for _, v := range list {
			add(PartLabel, v)
		}
	}
	for i := range f.Practices {
		p := &f.Practices[i]
		written := p.AsWritten
		for _, m := range p.Municipalities {
			if m.Name != written {
				add(PartPlace, m.Name)
			}
		}
		add(PartPlace, written)
		for _, e := range p.Examples {
			add(PartExample, e.Name)
		}
	}
	summary := Plain(f.Summary)
	add(PartSummary, summary)
	add(PartBody, Plain(f.Audience))
	add(PartBody, withoutRepeats(Plain(f.Description), summary))
	for _, list := range [][]string{f.Goals, f.SuccessFactors, f.Challenges} {
		for _, v := range list {
			add(PartBody, Plain(v))
		}
	}
	for i := range f.Practices {
		for _, e := range f.Practices[i].Examples {
			add(PartBody, Plain(e.Text))
		}
	}
	for _, s := range f.Extra {
		add(PartBody, s.Heading)
		add(PartBody, Plain(s.Text))
	}
	return ps
}

// withoutRepeats returns text without the sentences that stand in before.
func withoutRepeats(text, before string) string {
	if before == "" || text == "" {
		return text
	}
	seen := map[string]bool{}
	for _, s := range Sentences(before) {
		seen[strings.TrimSpace(s)] = true
	}
	var b strings.Builder
	for _, s := range Sentences(text) {
		if !seen[strings.TrimSpace(s)] {
			b.WriteString(s)
		}
	}
	return b.String()
}

// Sentences cuts text into sentences, which put together give text. A sentence
// ends at a line break, or at . ! ? or … followed by a space and no lower-case
// letter (so that "o.a. dit" stays whole).
func Sentences(text string) []string {
	var out []string
	start := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\n':
		case (c == '.' || c == '!' || c == '?') && i+2 < len(text) && text[i+1] == ' ' && !(text[i+2] >= 'a' && text[i+2] <= 'z'):
			i++
		default:
			continue
		}
		out = append(out, text[start:i+1])
		start = i + 1
	}
	if start < len(text) {
		out = append(out, text[start:])
	}
	return out
}

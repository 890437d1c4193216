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
	n := 4 + len(f.Categories) + len(f.Domains) + len(f.TargetGroups) +
		len(f.Goals) + len(f.SuccessFactors) + len(f.Challenges) + 2*len(f.Extra)
	for i := range f.Practices {
		n += 1 + len(f.Practices[i].Municipalities) + 2*len(f.Practices[i].Examples)
	}
	ps := make([]Passage, 0, n)
	add := func(p Part, text string) {
		if strings.TrimSpace(text) != "" {
			ps = append(ps, Passage{p, text})
		}
	}
	add(PartTitle, f.Title)
	for _, list := range [...][]string{f.Categories, f.Domains, f.TargetGroups} {
		for _, v := range list {
			add(PartLabel, v)
		}
	}
	for i := range f.Practices {
		p := &f.Practices[i]
		written := p.AsWritten
		for k := range p.Municipalities {
			if name := p.Municipalities[k].Name; name != written {
				add(PartPlace, name)
			}
		}
		add(PartPlace, written)
		for _, e := range p.Examples {
			add(PartExample, e.Name)
		}
	}
	texts(f, func(p Part, text string) bool {
		add(p, text)
		return true
	})
	return ps
}

// texts yields the passages of the summary and body of f, blank ones too, until
// yield returns false: who stops early saves making the rest.
func texts(f *corpus.Fiche, yield func(Part, string) bool) {
	summary := Plain(f.Summary)
	if !yield(PartSummary, summary) || !yield(PartBody, Plain(f.Audience)) ||
		!yield(PartBody, withoutRepeats(Plain(f.Description), summary)) {
		return
	}
	for _, list := range [...][]string{f.Goals, f.SuccessFactors, f.Challenges} {
		for _, v := range list {
			if !yield(PartBody, Plain(v)) {
				return
			}
		}
	}
	for i := range f.Practices {
		for _, e := range f.Practices[i].Examples {
			if !yield(PartBody, Plain(e.Text)) {
				return
			}
		}
	}
	for _, s := range f.Extra {
		if !yield(PartBody, s.Heading) || !yield(PartBody, Plain(s.Text)) {
			return
		}
	}
}

// withoutRepeats returns text without the sentences that stand in before.
func withoutRepeats(text, before string) string {
	if before == "" || text == "" {
		return text
	}
	seen := make(map[string]bool, 8)
	for before != "" {
		end := sentenceEnd(before)
		seen[strings.TrimSpace(before[:end])] = true
		before = before[end:]
	}
	var b strings.Builder
	kept := 0 // up to here text is in b or left out
	for at := 0; at < len(text); {
		end := at + sentenceEnd(text[at:])
		if seen[strings.TrimSpace(text[at:end])] {
			b.WriteString(text[kept:at])
			kept = end
		}
		at = end
	}
	if kept == 0 {
		return text
	}
	b.WriteString(text[kept:])
	return b.String()
}

// Sentences cuts text into sentences, which put together give text. A sentence
// ends at a line break, or at . ! ? or … followed by a space and no lower-case
// letter (so that "o.a. dit" stays whole).
func Sentences(text string) []string {
	var out []string
	for text != "" {
		end := sentenceEnd(text)
		out = append(out, text[:end])
		text = text[end:]
	}
	return out
}

// stops are the bytes with which a sentence may end.
var stops = [256]bool{'\n': true, '.': true, '!': true, '?': true}

// sentenceEnd returns the length of the first sentence of text, more than 0
// unless text is empty.
func sentenceEnd(text string) int {
	for i := 0; i < len(text); i++ {
		c := text[i]
		if !stops[c] {
			continue
		}
		if c == '\n' {
			return i + 1
		}
		if i+2 < len(text) && text[i+1] == ' ' && !(text[i+2] >= 'a' && text[i+2] <= 'z') {
			return i + 2
		}
	}
	return len(text)
}

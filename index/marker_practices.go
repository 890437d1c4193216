package index

import "praktijkzoeker/corpus"

// PracticesOf returns the local examples of f that hold a word of the query,
// or lie in a place that wanted accepts (official names), best first, at most
// limit.
func (m *Marker) PracticesOf(f *corpus.Fiche, wanted func(name string) bool, limit int) []PracticeHit {
	var buffer [16]scoredExample
	hits := buffer[:0]
	for i := range f.Practices {
		p := &f.Practices[i]
		here := ""
		for k := range p.Municipalities {
			if wanted(p.Municipalities[k].Name) {
				here = p.Municipalities[k].Name
				break
			}
		}
		for k := range p.Examples {
			e := &p.Examples[k]
			score := 3 * m.count(e.Name)
			text := Plain(e.Text)
			score += 2 * m.count(text)
			if here != "" {
				score += 4
			}
			if score > 0 {
				hits = append(hits, scoredExample{p, here, e.Name, text, score})
			}
		}
	}
	out := make([]PracticeHit, 0, max(min(limit, len(hits)), 0))
	for len(out) < cap(out) {
		best := &hits[0]
		for i := range hits {
			if hits[i].score > best.score {
				best = &hits[i]
			}
		}
		out = append(out, best.hit(m))
		best.score = 0
	}
	return out
}

// A scoredExample is a local example that may be shown.
type scoredExample struct {
	practice   *corpus.LocalPractice
	here       string // the place that was asked for, if it is one of those
	name, text string
	score      int
}

// hit marks what is shown; that of most examples is not.
func (e *scoredExample) hit(m *Marker) PracticeHit {
	place := e.here
	if place == "" {
		place = e.practice.AsWritten
		for k, pl := range e.practice.Municipalities {
			if k == 0 {
				place = pl.Name
			} else {
				place += ", " + pl.Name
			}
		}
	}
	name, _ := m.Mark(e.name)
	text, _ := m.Mark(e.text)
	return PracticeHit{place, name, text}
}

// count returns how many different words of the query occur in text.
func (m *Marker) count(text string) int {
	m.find(text)
	return m.distinct(m.ranges)
}

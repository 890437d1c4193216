package index

import (
	"strings"
	"unicode/utf8"

	"praktijkzoeker/corpus"
)

// Lengths of an excerpt in bytes. A line of a result list on a desk holds
// about 80 letters; three lines are read at a glance.
const (
	excerptWant = 240 // sentences are added up to this
	excerptMax  = 320 // a longer sentence is cut at words
)

// Excerpt returns the piece of the summary and body of f that shows most
// different words of the query, as whole sentences where they fit; nothing
// when no word occurs there.
func (m *Marker) Excerpt(f *corpus.Fiche) []Span {
	if m.Empty() {
		return nil
	}
	var best struct {
		words, hits int
		spans       []Span
	}
	for _, p := range Passages(f) {
		if p.Part < PartSummary {
			continue
		}
		m.find(p.Text)
		if len(m.ranges) == 0 {
			continue
		}
		spans, words, hits := m.window(p.Text)
		if words > best.words || words == best.words && hits > best.hits {
			best.words, best.hits, best.spans = words, hits, spans
		}
		if words >= m.words { // no later passage shows more
			break
		}
	}
	return best.spans
}

// window picks the best run of sentences of a passage whose matches are in
// m.ranges.
func (m *Marker) window(text string) (spans []Span, words, hits int) {
	type sentence struct{ start, end, from, to int } // from, to: of m.ranges
	var ss []sentence
	at, r := 0, 0
	for _, s := range Sentences(text) {
		x := sentence{start: at, end: at + len(s), from: r}
		for r < len(m.ranges) && m.ranges[r].start < x.end {
			r++
		}
		x.to = r
		at = x.end
		ss = append(ss, x)
	}
	bestScore, bi, bj := -1, 0, 0
	for i := range ss {
		for j := i; j < len(ss) && (j == i || ss[j].end-ss[i].start <= excerptWant); j++ {
			rs := m.ranges[ss[i].from:ss[j].to]
			score := 100*m.distinct(rs) + min(len(rs), 50)
			if score > bestScore {
				bestScore, bi, bj = score, i, j
			}
		}
	}
	// What still fits is context: first what follows, then what comes before.
	for bj+1 < len(ss) && ss[bj+1].end-ss[bi].start <= excerptWant {
		bj++
	}
	for bi > 0 && ss[bj].end-ss[bi-1].start <= excerptWant {
		bi--
	}
	start, end := ss[bi].start, ss[bj].end
	rs := m.ranges[ss[bi].from:ss[bj].to]
	words, hits = m.distinct(rs), len(rs)
	before, after := "", ""
	if end-start > excerptMax {
		start, end, before, after = clip(text, start, end, rs)
	}
	for start < end && isSpace(rune(text[start])) {
		start++
	}
	for end > start && isSpace(rune(text[end-1])) && text[end-1] < utf8.RuneSelf {
		end--
	}
	kept := make([]markRange, 0, len(rs))
	for _, r := range rs {
		if r.start >= start && r.end <= end {
			kept = append(kept, markRange{r.start - start, r.end - start, r.word})
		}
	}
	spans = cut(strings.ReplaceAll(text[start:end], "\n", " "), kept)
	if before != "" {
		spans = append([]Span{{Text: before}}, spans...)
	}
	if after != "" {
		spans = append(spans, Span{Text: after})
	}
	return spans, words, hits
}

// clip narrows a sentence that is too long to a stretch of whole words around
// its first match, and says where an ellipsis belongs.
func clip(text string, start, end int, rs []markRange) (s, e int, before, after string) {
	first := start
	if len(rs) > 0 {
		first = rs[0].start
	}
	s, e = start, end
	if first-excerptMax/3 > start {
		s = first - excerptMax/3
		if i := strings.IndexByte(text[s:first], ' '); i >= 0 {
			s += i + 1
		} else {
			s = first
		}
		before = "… "
	}
	if s+excerptMax < end {
		e = s + excerptMax
		if i := strings.LastIndexByte(text[s:e], ' '); i > 0 {
			e = s + i
		}
		for e > s && !utf8.RuneStart(text[e]) {
			e--
		}
		after = " …"
	}
	return s, e, before, after
}

// PracticesOf returns the local examples of f that hold a word of the query,
// or lie in a place that wanted accepts (official names), best first, at most
// limit.
func (m *Marker) PracticesOf(f *corpus.Fiche, wanted func(name string) bool, limit int) []PracticeHit {
	type scored struct {
		PracticeHit
		score int
	}
	var hits []scored
	for i := range f.Practices {
		p := &f.Practices[i]
		place, here := p.AsWritten, false
		for _, pl := range p.Municipalities {
			if wanted(pl.Name) {
				place, here = pl.Name, true
				break
			}
		}
		if !here && len(p.Municipalities) > 0 {
			place = p.Municipalities[0].Name
			for _, pl := range p.Municipalities[1:] {
				place += ", " + pl.Name
			}
		}
		for _, e := range p.Examples {
			name, n := m.Mark(e.Name)
			text, t := m.Mark(Plain(e.Text))
			score := 3*n + 2*t
			if here {
				score += 4
			}
			if score == 0 {
				continue
			}
			hits = append(hits, scored{PracticeHit{place, name, text}, score})
		}
	}
	out := make([]PracticeHit, 0, min(limit, len(hits)))
	for len(out) < limit {
		best := -1
		for i := range hits {
			if hits[i].score > 0 && (best < 0 || hits[i].score > hits[best].score) {
				best = i
			}
		}
		if best < 0 {
			break
		}
		out = append(out, hits[best].PracticeHit)
		hits[best].score = 0
	}
	return out
}

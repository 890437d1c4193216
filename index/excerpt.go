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
	var best window
	m.best = m.best[:0]
	texts(f, func(_ Part, text string) bool {
		m.find(text)
		if len(m.ranges) == 0 {
			return true
		}
		w := m.window(text)
		if w.words > best.words || w.words == best.words && w.hits > best.hits {
			best = w
			m.ranges, m.best = m.best, m.ranges
		}
		return w.words < m.words // else no later passage shows more
	})
	if best.words == 0 {
		return nil
	}
	return best.spans(m.best)
}

// A sentence is a piece of a text with its matches.
type sentence struct {
	start, end int
	from, to   int // of the matches of the text
}

// A window is a run of sentences.
type window struct {
	text string // of the passage
	sentence
	words, hits int // that it shows
}

// window picks the best run of sentences of a passage whose matches are in
// m.ranges.
func (m *Marker) window(text string) window {
	ss := m.sentences[:0]
	for at, r := 0, 0; at < len(text); {
		x := sentence{start: at, end: at + sentenceEnd(text[at:]), from: r}
		for r < len(m.ranges) && m.ranges[r].start < x.end {
			r++
		}
		x.to = r
		at = x.end
		ss = append(ss, x)
	}
	m.sentences = ss
	bestScore, bi, bj := -1, 0, 0
	for i := range ss {
		for j := i; j < len(ss) && (j == i || ss[j].end-ss[i].start <= excerptWant); j++ {
			if j > i && ss[j].from == ss[j].to {
				continue // no more than without it
			}
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
	w := window{text: text, sentence: sentence{ss[bi].start, ss[bj].end, ss[bi].from, ss[bj].to}}
	rs := m.ranges[w.from:w.to]
	w.words, w.hits = m.distinct(rs), len(rs)
	return w
}

// spans cuts a window out of its passage, whose matches are given.
func (w *window) spans(ranges []markRange) []Span {
	text, start, end := w.text, w.start, w.end
	rs := ranges[w.from:w.to]
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
	spans := cut(strings.ReplaceAll(text[start:end], "\n", " "), kept)
	if before != "" {
		spans = append([]Span{{Text: before}}, spans...)
	}
	if after != "" {
		spans = append(spans, Span{Text: after})
	}
	return spans
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

package index

import (
	"strings"
	"sync"

	"praktijkzoeker/index/dutch"
)

// A Marker knows what the words of one query look like in a text, and cuts
// texts into spans accordingly. It is built by an engine from the same
// variants by which it matches, so that what is marked is what matched. A
// Marker is for one query and one goroutine.
type Marker struct {
	analyzer *dutch.Analyzer
	forms    map[string]int // folded form → number of the query word
	stems    map[string]int
	parts    map[string]int // stems that may match a part of a compound
	prefix   string         // folded; "" for none
	prefixOf int
	words    int
	keys     outlines // of all keys of the maps

	ranges    []markRange // of the text at hand
	best      []markRange // of the best passage so far
	sentences []sentence  // of the text at hand
}

// A markRange is a piece of a text that matches.
type markRange struct{ start, end, word int }

// NewMarker returns a Marker for a query of so many words that marks nothing yet.
func NewMarker(a *dutch.Analyzer, words int) *Marker {
	return &Marker{
		analyzer: a, words: words,
		forms: map[string]int{}, stems: map[string]int{}, parts: map[string]int{},
	}
}

// Form lets a folded form stand for a word of the query.
func (m *Marker) Form(form string, word int) { m.put(m.forms, form, word) }

// Stem lets every form with this stem stand for a word of the query, also as a
// part of a compound.
func (m *Marker) Stem(stem string, word int) {
	m.put(m.stems, stem, word)
	m.put(m.parts, stem, word)
}

// WholeStem lets every form with this stem stand for a word of the query, but
// not where it is part of a compound.
func (m *Marker) WholeStem(stem string, word int) { m.put(m.stems, stem, word) }

// Prefix lets every form that begins with prefix stand for a word of the query.
func (m *Marker) Prefix(prefix string, word int) { m.prefix, m.prefixOf = prefix, word }

func (m *Marker) put(to map[string]int, key string, word int) {
	if _, ok := to[key]; !ok && key != "" {
		to[key] = word
		m.keys.add(key)
	}
}

// Empty reports whether m marks nothing, whatever the text.
func (m *Marker) Empty() bool {
	return len(m.forms) == 0 && len(m.stems) == 0 && m.prefix == ""
}

// Mark cuts text into spans that match and spans that do not; put together
// they are text. It also returns how many different words of the query occur.
func (m *Marker) Mark(text string) (spans []Span, words int) {
	m.find(text)
	return cut(text, m.ranges), m.distinct(m.ranges)
}

// find fills m.ranges with the matches in text, in order, not overlapping.
func (m *Marker) find(text string) {
	m.ranges = m.ranges[:0]
	if m.Empty() {
		return
	}
	buffer := tokenBuffers.Get().(*[]dutch.Token)
	tokens := m.analyzer.Tokens((*buffer)[:0], text)
	for i := range tokens {
		m.token(text, &tokens[i])
	}
	*buffer = tokens
	tokenBuffers.Put(buffer)
}

// tokenBuffers outlive a Marker: one grows to some tens of kB.
var tokenBuffers = sync.Pool{New: func() any { return new([]dutch.Token) }}

// mark adds a match to m.ranges, unless it is empty or overlaps an earlier one.
func (m *Marker) mark(start, end, word int) {
	if n := len(m.ranges); end > start && (n == 0 || start >= m.ranges[n-1].end) {
		m.ranges = append(m.ranges, markRange{start, end, word})
	}
}

// token marks what of one token matches: the whole, or parts of a compound.
func (m *Marker) token(text string, t *dutch.Token) {
	word := t.Word
	if m.keys.has(word.Form) {
		if w, ok := m.forms[word.Form]; ok {
			m.mark(t.Start, t.End, w)
			return
		}
	}
	if m.keys.has(word.Stem) {
		if w, ok := m.stems[word.Stem]; ok {
			m.mark(t.Start, t.End, w)
			return
		}
	}
	if m.prefix != "" && strings.HasPrefix(word.Form, m.prefix) {
		m.mark(t.Start, t.End, m.prefixOf)
		return
	}
	for i := range word.Parts {
		p := &word.Parts[i]
		if !m.keys.has(p.Stem) {
			continue
		}
		w, ok := m.parts[p.Stem]
		if !ok {
			continue
		}
		if t.Joined { // its letters stand elsewhere in the text
			m.mark(t.Start, t.End, w)
			return
		}
		s, e := dutch.FoldRange(text[t.Start:t.End], p.Start, p.End)
		m.mark(t.Start+s, t.Start+e, w)
	}
}

func (m *Marker) distinct(rs []markRange) int {
	var seen uint64
	n := 0
	for _, r := range rs {
		if bit := uint64(1) << (r.word & 63); seen&bit == 0 {
			seen |= bit
			n++
		}
	}
	return n
}

// cut turns matches into spans; matches that touch become one.
func cut(text string, rs []markRange) []Span {
	if len(rs) == 0 {
		if text == "" {
			return nil
		}
		return []Span{{Text: text}}
	}
	spans := make([]Span, 0, 2*len(rs)+1)
	at := 0
	for i := 0; i < len(rs); {
		start, end := rs[i].start, rs[i].end
		for i++; i < len(rs) && rs[i].start == end; i++ {
			end = rs[i].end
		}
		if start > at {
			spans = append(spans, Span{Text: text[at:start]})
		}
		spans = append(spans, Span{Text: text[start:end], Match: true})
		at = end
	}
	if at < len(text) {
		spans = append(spans, Span{Text: text[at:]})
	}
	return spans
}

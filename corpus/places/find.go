package places

import (
	"sync"
	"unicode"
	"unicode/utf8"
)

// scans keeps buffers between calls, so that Find allocates only its result.
var scans = sync.Pool{New: func() any { return new(scan) }}

// free gives s back, unless an uncommonly long text made it large.
func (s *scan) free() {
	if s.text = ""; cap(s.buf) <= 1<<16 {
		scans.Put(s)
	}
}

// prepositions before a name tell that a place is meant: "in Mol".
var prepositions = map[string]bool{
	"in": true, "te": true, "van": true, "uit": true, "voor": true, "naar": true, "rond": true,
}

// Find returns the names of municipalities in running text or in a query,
// where a place is not expected: exact names of any kind, with spaces or
// hyphens ("sint niklaas"), whatever their case and accents, the longest name
// first, none overlapping. Misspelled names are not found.
//
// The caller decides what to make of a match with Ambiguous set. A name that
// several municipalities share gives a match for each, at the same bytes.
func Find(text string) []Match {
	t := tables()
	s := scans.Get().(*scan)
	defer s.free()
	s.read(text)
	var ms []Match
	for i := 0; i < len(s.words); {
		names, n := t.longestName(s, i)
		if n == 0 {
			i++
			continue
		}
		m := Match{Start: s.words[i].start, End: s.words[i+n-1].end}
		m.Written = text[m.Start:m.End]
		r, _ := utf8.DecodeRuneInString(m.Written)
		m.Capital = unicode.IsUpper(r)
		m.Preposition = i > 0 && s.words[i].gap == gapSpace && prepositions[string(s.key(i-1, i))]
		names = strongest(names)
		m.Ambiguous = len(names) > 1 || t.ambiguous[string(s.key(i, i+n))]
		for _, c := range names {
			ms = append(ms, t.match(m, c))
		}
		i += n
	}
	return ms
}

// longestName returns the municipalities of the longest name that begins at
// word i, and its number of words; none and 0 where no name begins.
func (t *gazetteer) longestName(s *scan, i int) ([]name, int) {
	n := min(t.longest[string(s.key(i, i+1))], len(s.words)-i)
	for j := i + 1; j < i+n; j++ {
		if s.words[j].gap == gapOther {
			n = j - i
		}
	}
	for ; n > 0; n-- {
		if names := t.byKey[string(s.key(i, i+n))]; names != nil {
			return names, n
		}
	}
	return nil, 0
}

// strongest returns those of the names of one key that have the strongest kind.
func strongest(names []name) []name {
	n := 1
	for n < len(names) && names[n].how == names[0].how {
		n++
	}
	return names[:n]
}

// match completes m, which holds the place in the text, with name c.
func (t *gazetteer) match(m Match, c name) Match {
	m.Place, m.How, m.Name, m.Since = t.towns[c.town].Place, c.how, c.text, c.since
	return m
}

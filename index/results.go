package index

import (
	"time"

	"praktijkzoeker/corpus"
)

// Results answer a Query. All parts come from one snapshot of the contents.
type Results struct {
	Total int   // fiches that match, exact
	Hits  []Hit // those asked for by Offset and Limit, in order
	// Facets holds for every facet the values and the number of matching
	// fiches, as if that facet had no filter of its own; highest count first,
	// then Dutch collation. Values without a match are left out, but chosen
	// values are always there, if need be with 0.
	Facets map[Facet][]Count
	// Corrected is the text that was searched instead, when Query.Text has a
	// word that no fiche knows and a near one that some do; else empty.
	Corrected string
	// Relaxed tells, when Total is 0, what to drop and what that gives. Each
	// gives at least one fiche.
	Relaxed []Relaxation
}

// A Hit is one fiche found.
type Hit struct {
	Fiche corpus.Fiche
	Score float64 // only for comparing within one answer; 0 without words
	// Partial tells that the fiche lacks a word of the query. Hits that lack
	// none stand before all that do, unless they are sorted by something else.
	Partial bool
	// Title and Excerpt are plain text, cut where a word of the query matches;
	// whoever shows them escapes them and marks the matches. Excerpt is empty
	// without words, or when only the title or a label matched.
	Title, Excerpt []Span
	// Practices are the local examples that match a word of the query or lie
	// in a chosen or named municipality, best first.
	Practices []PracticeHit
	Why       []Reason // with Query.Explain: most important first
}

// A Span is a piece of text that matches or does not.
type Span struct {
	Text  string `json:"text"`
	Match bool   `json:"match,omitempty"`
}

// A PracticeHit is a local example of a fiche.
type PracticeHit struct {
	Municipality string // official name; or as written, where it names none
	Name, Text   []Span
}

// A Reason says in plain Dutch why a fiche was found.
type Reason struct {
	Word string `json:"word"` // as typed
	Text string `json:"text"` // "staat in de titel"
}

// A Count is a facet value with the number of fiches that have it.
type Count struct {
	Value    string
	N        int
	Selected bool // a chosen value of the query
}

// A Relaxation is one thing to drop from a query that found nothing: either a
// filter value (Facet and Value) or a word (Word).
type Relaxation struct {
	Facet Facet
	Value string
	Word  string
	Query Query // the query without it
	Total int   // what that finds, ≥ 1
}

// A Kind says what a Suggestion stands for.
type Kind string

// The kinds of suggestions.
const (
	KindFiche        Kind = "fiche"
	KindPractice     Kind = "practice" // a local example
	KindCategory     Kind = "category"
	KindDomain       Kind = "domain"
	KindMunicipality Kind = "municipality"
	KindTargetGroup  Kind = "target_group"
	KindTerm         Kind = "term" // a word of the fiches
)

// A Suggestion completes what somebody is typing.
type Suggestion struct {
	Kind  Kind
	Text  string // as shown: a title, the name of an example, a label, a word
	ID    string // of the fiche, for KindFiche and KindPractice
	Place string // municipality of a KindPractice, official name or as written
	Count int    // fiches behind a label or word; 0 for a fiche and an example
}

// Stats describe what an index holds.
type Stats struct {
	Fiches    int   // number of fiches
	Terms     int   // different words, upper bound
	Segments  int   // parts of the index
	DiskBytes int64 // 0 for an index in memory
	HeapBytes int64 // tables kept for speed, estimate
	// Generation numbers the rebuilds of an index on disk; 0 in memory.
	Generation int
	// Since is when the contents came to be what they are, to the second, also
	// if another process wrote them; zero when that is not known.
	Since time.Time
	// Snapshot changes whenever the contents do, or what a search makes of
	// them, and never otherwise while the index is open. It serves as a cache
	// key.
	Snapshot uint64
}

// MarkedText returns the text of spans without marks.
func MarkedText(spans []Span) string {
	n := 0
	for _, s := range spans {
		n += len(s.Text)
	}
	b := make([]byte, 0, n)
	for _, s := range spans {
		b = append(b, s.Text...)
	}
	return string(b)
}

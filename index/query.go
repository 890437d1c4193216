package index

// A Facet is one way to narrow a search. Its text is the name used in URLs and
// in JSON.
type Facet string

// The facets. A fiche may have several values of each.
const (
	Category     Facet = "category"
	Domain       Facet = "domain"
	Municipality Facet = "municipality"
	TargetGroup  Facet = "target_group"
)

// Facets lists all facets in the order in which a page shows them.
var Facets = []Facet{Category, Domain, Municipality, TargetGroup}

// A Sort is an order of hits.
type Sort string

// The orders. Every order is total: equal hits are ordered by title, then ID.
const (
	Relevance Sort = ""        // best first; without words: by title
	Title     Sort = "title"   // Dutch collation
	Updated   Sort = "updated" // newest first, unknown last
)

// A Query asks for fiches. Every Query is valid: text is never syntax that can
// be wrong, unknown filter values give nothing, and numbers out of range are
// taken as the nearest that is in range.
type Query struct {
	// Text holds words, "phrases" and -excluded words. Anything else is a
	// word or nothing. Words past MaxTerms are ignored.
	Text string
	// Filters hold the chosen values. Values of one facet are alternatives;
	// facets narrow one another. Empty lists and repeated values mean nothing.
	Filters map[Facet][]string
	Sort    Sort
	// Prefix lets the last word stand for every word that begins with it, as
	// while typing.
	Prefix bool
	// Any makes a fiche with one of the words a hit, as for finding what
	// resembles a text. More words and rarer words still come first.
	Any    bool
	Offset int // hits to skip, ≥ 0
	Limit  int // hits to return, 0–MaxLimit; 0 counts only
	// Explain fills Hit.Why.
	Explain bool
	// Bare leaves everything of a Hit empty but Fiche.ID and Score, and
	// Results.Relaxed empty: for who wants to know which fiches, and no more.
	Bare bool
	// Uncounted leaves Results.Facets nil: for who does not show them.
	Uncounted bool
}

// Bounds of a query, so that no request can cost without limit.
const (
	MaxTerms = 16   // words of Query.Text that count
	MaxLimit = 1000 // hits in one answer
)

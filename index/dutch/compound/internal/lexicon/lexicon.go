// Package lexicon holds the words of the compound splitter: an acyclic
// automaton over folded forms, what each form may be in a compound, and the
// search for the cheapest way to tile a form with parts.
package lexicon

// Never is the cost of a form that cannot stand in a place.
const Never = 255

// An Entry says what a form may be in a compound. Costs are negative log
// probabilities in half nats: a form that begins many words of the lexicon is
// a cheap left part, one that ends many a cheap right part.
type Entry struct {
	Left  uint8 // cost as a first or middle part, or Never
	Right uint8 // cost as the last part, or Never
	Word  bool  // a word of its own; else it lives only inside compounds ("stads")
	Atom  bool  // never divided
	Base  uint8 // how to get the dictionary form: BaseSame, 1–3 bytes off the end, or BaseListed
}

// Values of Entry.Base beside the number of bytes to drop.
const (
	BaseSame   = 0
	BaseListed = 255 // in Lexicon.Bases
)

// A Lexicon is immutable after its making and safe for concurrent use.
type Lexicon struct {
	edges   []uint32 // see step
	root    uint32
	entries []Entry
	// Bases are dictionary forms that do not follow by dropping an ending:
	// "scholen" → "school".
	Bases map[string]string
	// Splits are the cuts of words that the costs would cut wrongly, as byte
	// offsets.
	Splits map[string][]int
}

// The automaton is one slice of edges. A node is a run of edges, the last of
// them marked; a node that ends a form begins with an edge for the byte 0,
// which holds the number of its Entry instead of a node. The edges of a node
// are in the order of their bytes.
const (
	lastEdge    = 1 << 8
	targetShift = 9
)

// step follows the edge for c, and returns 0, which is no node, without one.
func (l *Lexicon) step(node uint32, c byte) uint32 {
	for _, e := range l.edges[node:] {
		if b := byte(e); b >= c {
			if b == c {
				return e >> targetShift
			}
			return 0
		}
		if e&lastEdge != 0 {
			return 0
		}
	}
	return 0
}

// entry returns the entry of the form that ends in a node, or nil.
func (l *Lexicon) entry(node uint32) *Entry {
	if e := l.edges[node]; byte(e) == 0 {
		return &l.entries[e>>targetShift]
	}
	return nil
}

// Find returns the entry of a form, or nil. The entry is shared: do not write.
func (l *Lexicon) Find(form string) *Entry {
	node := l.root
	for i := range len(form) {
		if form[i] == 0 {
			return nil
		}
		if node = l.step(node, form[i]); node == 0 {
			return nil
		}
	}
	return l.entry(node)
}

// Words yields every word (not the forms that live only inside compounds) in
// byte order.
func (l *Lexicon) Words(yield func(string) bool) {
	l.walk(l.root, make([]byte, 0, MaxForm), yield)
}

func (l *Lexicon) walk(node uint32, prefix []byte, yield func(string) bool) bool {
	for i := node; ; i++ {
		e := l.edges[i]
		if c := byte(e); c == 0 {
			if l.entries[e>>targetShift].Word && !yield(string(prefix)) {
				return false
			}
		} else if !l.walk(e>>targetShift, append(prefix, c), yield) {
			return false
		}
		if e&lastEdge != 0 {
			return true
		}
	}
}

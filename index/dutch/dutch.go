// Package dutch turns Dutch text into the terms by which it is found. Every
// engine uses it, at indexing and at query time alike.
package dutch

// A Token is one word of a text.
type Token struct {
	Term       string // folded: lower case, no diacritics, no possessive 's
	Start, End int    // bytes of the text that it stands for
	Pos        int    // 0-based; words next to each other differ by one
	Word       *Word  // what is known about Term; never nil
	// Joined is true for an extra token at the place of another: the whole word
	// behind an elision ("antiracisme" in "antidiscriminatie en -racisme") or of
	// pieces with a hyphen ("buddyproject" in "buddy-project"), or another way to
	// read it ("deelnemer" in "deelnemer(s)"). It has the Pos of its first piece.
	Joined bool
}

// A Word is what is known about a folded form. It is immutable and shared.
type Word struct {
	Form string // the folded form itself
	// Hash spreads forms evenly over tables of a caller's own. It differs from one
	// run of the program to the next.
	Hash uint64
	Stem string // the same for all inflected forms of a word; never empty
	// Parts are the parts of a compound, in order; the last is the head. A
	// word that is no compound has none; else there are at least two and they
	// tile Form.
	Parts []Part
	Stop  bool // a word that carries no content: "de", "hoe", "wij"
	// Question is true for words that in a question only ask: "hoe", "waar", "vind".
	// They may be left out of a query that has other words; those that are no stop
	// words carry content in a text.
	Question bool
}

// A Part is a part of a compound, its linking letters included.
type Part struct {
	Start, End int    // bytes of Word.Form
	Stem       string // as Word.Stem, of the part without its linking letters
}

// Package dutch turns Dutch text into the terms by which it is found. Every
// engine uses it, at indexing and at query time alike.
package dutch

// A Token is one word of a text.
type Token struct {
	Term       string // folded: lower case, no diacritics, no possessive 's
	Start, End int    // bytes of the text that it stands for
	Pos        int    // 0-based; words next to each other differ by one
	// Joined is true for the whole word behind an elision, an extra token at
	// the place of the elided one: "antiracisme" in "antidiscriminatie en
	// -racisme".
	Joined bool
}

// A Word is what is known about a folded form. It is immutable and shared.
type Word struct {
	Form string // the folded form itself
	Stem string // the same for all inflected forms of a word; never empty
	// Parts are the parts of a compound, in order; the last is the head. A
	// word that is no compound has none; else there are at least two and they
	// tile Form.
	Parts []Part
	Stop  bool // a word that carries no content: "de", "hoe", "wij"
}

// A Part is a part of a compound, its linking letters included.
type Part struct {
	Start, End int    // bytes of Word.Form
	Stem       string // as Word.Stem, of the part without its linking letters
}

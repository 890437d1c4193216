// Package index is the contract between those who search and an engine.
//
// The fiche files are the truth; an index is a disposable copy that always
// equals them. Every engine keeps the promises below; package indextest checks
// each by its number, and an engine that passes can take another's place.
//
// # Contents
//
//  1. After Replace returns nil, every later call sees exactly its fiches.
//  2. After Replace returns an error, every call sees the contents of before.
//  3. One call sees one snapshot: hits, totals, facets and fiches of an answer
//     never mix two contents, also while Replace runs.
//  4. Before the first Replace, calls return ErrNotReady; Stats is zero. An
//     index may be replaced by no fiches at all: then it is ready and empty.
//  5. A fiche comes back as it was put in, every field.
//
// # Matching
//
//  6. Any text is a valid query. Nothing in it but quotes around a phrase and
//     a hyphen before a word is syntax. Text without a letter or digit asks
//     for everything.
//  7. A hit has all the words of the query, question words and stop words
//     aside, each in any of its forms. Where that gives nothing, or next to
//     nothing for a question or another long text, hits with most of them
//     follow; with Any, one word is enough. Upper case, accents and the form of a word (children,
//     child) never keep a fiche from being found.
//  8. A phrase in quotes asks for these words, as written, next to each other;
//     -word asks for fiches without that word in any of its forms.
//  9. With Prefix the last word also stands for words that begin with it.
//
// # Filters and facets
//
// 10. Values of one facet are alternatives; facets narrow one another. Filters
// never change the score.
// 11. Each facet is counted as if it had no filter of its own. Counts are
// exact.
// 12. Chosen values are always among a facet's counts, also with 0, and
// marked as selected. An unknown facet or value finds nothing and is no error.
//
// # Order
//
// 13. Total is exact, whatever Offset and Limit. Pages put together give every
// hit once, in one order.
// 14. Title sorts by Dutch collation (case and accents do not separate words),
// Updated newest first with unknown dates last. Equal hits are ordered by
// title, then ID.
// 15. A fiche whose title is the query comes first. Title beats body; exact
// words beat other forms.
//
// # The rest
//
// 16. Spans put together give the text they mark, and never hold HTML.
// 17. Suggestions are words, labels, titles and local examples in which each
// typed word begins a word; none twice; at most the limit.
// 18. A call whose context ends returns the context's error soon.
// 19. Related never holds the fiche itself, nor one twice.
// 20. Calls after Close return an error, never a panic.
package index

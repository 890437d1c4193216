// Package bleveindex is the embedded engine: Bleve's scorch as inverted index
// and store, searched by an executor of our own.
//
// A fiche becomes one scorch document (document.go, terms.go). Its postings
// carry, instead of a word count, the finished BM25F weight of the word in that
// fiche, so that a search needs no field lengths and no division. Documents become
// a segment in zap's format without zap's own builder (plugin.go, build.go,
// zapwriter); the fiches themselves stand in it compressed (stored.go). Replace
// (replace.go) writes the difference between the old contents and the new in
// batches, and then publishes one view (view.go): a scorch snapshot with, per
// segment, the tables that make facets and sorting cheap (segment.go). A search
// takes the current view, turns the text into clauses (planner.go), intersects
// their postings (searcher.go, matcher.go, cursor.go), counts facets and keeps the
// best (collector.go; for large results, which stay sets of bits, wide.go), and
// dresses only the hits it returns (search.go).
//
// What is on disk is a cache, and is compared with its checksums before scorch
// opens it (generation.go, manifest.go, rootbolt.go, folder.go). Faults of scorch
// are heard in faults.go; calls are guarded in call.go.
//
// Views are counted: a search that began on one keeps it until it ends, and
// what a view holds is freed when nobody uses it any more.
package bleveindex

package index

import (
	"context"
	"errors"
	"iter"

	"praktijkzoeker/corpus"
)

// Errors that callers decide by. Other errors mean that the engine failed.
var (
	// ErrNotFound: no fiche has that ID.
	ErrNotFound = errors.New("fiche not found")
	// ErrNotReady: the index has never been given contents. Try again later.
	ErrNotReady = errors.New("index not ready")
	// ErrDamaged: what the index keeps cannot be read. It asked for its contents
	// again (Asker). Try again later.
	ErrDamaged = errors.New("index damaged")
)

// A Searcher answers questions about the fiches. It is safe for concurrent
// use. Each call sees one snapshot of the contents. A call whose context ends
// returns its error soon.
type Searcher interface {
	// Search returns the fiches that match q. It fails with ErrNotReady or a
	// context error, never because of what q says.
	Search(ctx context.Context, q Query) (*Results, error)
	// Suggest returns at most limit completions of text, best first, none
	// twice. Text without a letter or digit gives none.
	Suggest(ctx context.Context, text string, limit int) ([]Suggestion, error)
	// Fiche returns the fiche with this ID, or ErrNotFound.
	Fiche(ctx context.Context, id string) (corpus.Fiche, error)
	// Related returns at most limit other fiches that resemble this one, best
	// first, or ErrNotFound.
	Related(ctx context.Context, id string, limit int) ([]Hit, error)
	// Stats describes the contents; the zero Stats before the first Replace.
	Stats() Stats
}

// An Index is a Searcher whose contents can be replaced.
type Index interface {
	Searcher
	// Replace makes these fiches the whole contents. When it returns nil every
	// later call sees exactly them; when it returns an error every call sees
	// the old ones. Calls under way keep the contents they began with.
	//
	// An error from the sequence stops it and is returned. Two fiches with one
	// ID are an error. Replace runs while searches run; two Replaces run one
	// after the other. An engine may apply only the difference, and may run
	// the sequence more than once.
	Replace(ctx context.Context, fiches iter.Seq2[corpus.Fiche, error]) error
	// Close waits for calls under way and frees what the index holds. Later
	// calls return an error. Closing twice is no error.
	Close() error
}

// An Asker is an Index that can want its contents again: because it found what
// it keeps damaged, or to try once more to keep it where it should be.
type Asker interface {
	// Asks receives when Replace should be called with all fiches. It holds one
	// signal, and is never closed.
	Asks() <-chan struct{}
}

// Package compound divides Dutch compounds into their parts: buurt|huis,
// vrijwilligers|werk, bodem|sanerings|norm.
//
// A form is divided in the way that costs least: every part costs something,
// so the fewest parts win, and among those the parts that begin and end most
// words of the lexicon. A word of the lexicon that is no compound (beleid,
// voorzitter, verhoogde) is never divided.
//
// The lexicon is derived from the word list and spelling dictionary of
// OpenTaal, see NOTICE; gen makes it.
package compound

import (
	"bytes"
	_ "embed"
	"iter"
	"sync"

	"praktijkzoeker/index/dutch/compound/internal/lexicon"
)

//go:generate go run ./gen

//go:embed lexicon.bin
var embedded []byte

// A Splitter divides compounds. It is immutable and safe for concurrent use.
type Splitter struct {
	lexicon *lexicon.Lexicon
}

// A Part is a part of a compound, its linking letters included.
type Part struct {
	Start, End int // bytes of the form; the parts of a form tile it
	// Base is the part without linking letters and, where the lexicon knows
	// it, as dictionary form: "vrijwilligers" → "vrijwilliger", "scholen" →
	// "school". The last part, the head, keeps its inflection.
	Base string
}

// Load reads the embedded lexicon, in well under 0.1 s. It fails only if the
// program was built with a damaged file.
func Load() (*Splitter, error) {
	l, err := lexicon.Decode(bytes.NewReader(embedded))
	if err != nil {
		return nil, err
	}
	return &Splitter{l}, nil
}

var defaultSplitter = sync.OnceValue(func() *Splitter {
	s, err := Load()
	if err != nil {
		panic("compound: " + err.Error()) // a test holds that the file is sound
	}
	return s
})

// Default returns the splitter with the embedded lexicon, which the first
// call loads.
func Default() *Splitter { return defaultSplitter() }

// Known reports whether a folded form is a word of the lexicon, names
// included.
func (s *Splitter) Known(form string) bool {
	e := s.lexicon.Find(form)
	return e != nil && e.Word
}

// Words yields the words of the lexicon in byte order.
func (s *Splitter) Words() iter.Seq[string] { return s.lexicon.Words }

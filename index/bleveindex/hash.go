package bleveindex

import (
	"time"

	"praktijkzoeker/corpus"
)

// hashBytes is the length of a content hash: 128 bits make an accidental
// collision, which would hide a change, practically impossible.
const hashBytes = 16

// contentHash returns a hash of everything in a fiche.
func contentHash(f *corpus.Fiche) string {
	h := f.Hash()
	return string(h[:])
}

// dateTerm returns a day as a term; later days are greater.
func dateTerm(t time.Time) string { return t.UTC().Format("2006-01-02") }

package bleveindex

import (
	"encoding/base64"
	"time"

	"praktijkzoeker/corpus"
)

// hashBytes is the length of a hash as a text: 64 bits, six of them a byte. A
// fiche is only compared with what it was before, so that an accidental collision,
// which would hide a change, is practically impossible.
const hashBytes = 11

// contentHash returns a hash of everything in a fiche.
func contentHash(f *corpus.Fiche) string {
	h := f.Hash()
	return shortHash(h[:])
}

// shortHash returns the first 64 bits of a hash, in letters, of which a dictionary
// stores more in a byte than of others.
func shortHash(h []byte) string {
	return base64.RawURLEncoding.EncodeToString(h[:8])
}

// dateTerm returns a day as a term; later days are greater.
func dateTerm(t time.Time) string { return t.UTC().Format("2006-01-02") }

// Package inflect brings the inflected forms of a Dutch word to one stem:
// plurals and diminutives to the noun, conjugated forms and participles to the
// root of the verb, inflected and compared adjectives to the adjective.
//
// The knowledge comes from the word list and spelling dictionary of OpenTaal
// (see NOTICE), of which gen makes a tree of word endings: a known form has its
// own entry where its ending does not tell, an unknown one follows the known
// forms that end alike. Compounds so follow their head.
package inflect

import (
	"bytes"
	_ "embed"
	"strings"
	"sync"

	"praktijkzoeker/index/dutch/inflect/internal/suffix"
)

//go:generate go run ./gen -o inflect.bin

//go:embed inflect.bin
var embedded []byte

var tree = sync.OnceValue(func() *suffix.Tree {
	t, err := suffix.Decode(bytes.NewReader(embedded))
	if err != nil {
		panic("inflect: " + err.Error()) // a test holds that the file is sound
	}
	return t
})

// Stem gives the stem of form, a folded word: the same for all its inflected
// forms. It is mostly the noun or adjective itself or the first person of the
// verb. It is never empty for a form that is not. A possessive 's falls away; of
// words with a hyphen the last is inflected. Safe for concurrent use; the first
// call loads the data.
func Stem(form string) string {
	if base, ok := strings.CutSuffix(form, "'s"); ok && base != "" {
		form = base
	}
	head := 0 // start of the letters at the end
	for i := len(form) - 1; i >= 0; i-- {
		if c := form[i]; c < 'a' || c > 'z' {
			head = i + 1
			break
		}
	}
	switch {
	case len(form)-head < 3 || head > 0 && form[head-1] != '-':
		return form
	case head > 0:
		return form[:head] + tree().Apply(form[head:])
	}
	return tree().Apply(form)
}

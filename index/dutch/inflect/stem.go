// Package inflect brings the inflected forms of a Dutch word to one stem.
package inflect

import (
	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/dutch"
)

// Stem gives the stem of form, a folded word: the same for all its inflected
// forms. It is not a word itself. Stem is never empty for a form that is not,
// and safe for concurrent use.
func Stem(form string) string {
	env := snowballstem.NewEnv(form)
	dutch.Stem(env)
	if env.Current() == "" {
		return form
	}
	return env.Current()
}

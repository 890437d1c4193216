package main

import (
	"maps"

	"praktijkzoeker/index/dutch/inflect/internal/suffix"
)

// train makes the tree of the roots. Words of the list that begin like a
// participle but are none, such as gemeentehuis and gezinsbond, are trained too,
// by what a first tree makes of them without ge-: else compounds that are in no
// list would lose it.
func train(lex *lexicon, roots map[string]string) *suffix.Tree {
	first := suffix.Train(roots)
	all := maps.Clone(roots)
	for form := range lex.words {
		if roots[form] == "" && suffix.Ge(form) >= 0 {
			all[form] = first.Plain(form)
		}
	}
	return suffix.Train(all)
}

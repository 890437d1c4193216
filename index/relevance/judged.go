package relevance

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed judged.tsv
var judged string

// Judged returns the judged queries over the shipped fiches.
var Judged = sync.OnceValue(func() []Query {
	qs, err := Parse(strings.NewReader(judged))
	if err != nil {
		panic("judged.tsv: " + err.Error()) // a test holds that it can be read
	}
	return qs
})

package dutch

import (
	"sync"
)

// An Analyzer finds the words of Dutch texts and what is known about them. It
// remembers the words it met last. Its methods are safe for concurrent use.
type Analyzer struct {
	words cache
}

// NewAnalyzer returns an Analyzer with a memory of its own. The word lists
// behind it are loaded once, when they are first needed.
func NewAnalyzer() *Analyzer { return &Analyzer{words: newCache()} }

// Default returns the Analyzer that the whole program shares.
func Default() *Analyzer { return defaultAnalyzer() }

var defaultAnalyzer = sync.OnceValue(NewAnalyzer)

// Word tells what is known about form, a folded form such as Token.Term. The
// same word may be given for several calls: it must not be changed. An empty
// form gives an empty word.
func (a *Analyzer) Word(form string) *Word {
	h := hash(form)
	if w := a.words.get(h, form); w != nil {
		return w
	}
	w := analyze(form)
	a.words.put(h, w)
	return w
}

// Question tells whether the folded form only asks in a question: "hoe", "waar",
// "vind". See Word.Question.
func (a *Analyzer) Question(form string) bool { return questions[form] }

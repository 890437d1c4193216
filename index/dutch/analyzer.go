package dutch

import (
	"strings"
	"sync"
)

// An Analyzer finds the words of Dutch texts and what is known about them. It
// remembers the words it met last. Its methods are safe for concurrent use.
type Analyzer struct {
	words cache
	names map[string]bool
}

// NewAnalyzer returns an Analyzer with a memory of its own. The word lists
// behind it are loaded once, when they are first needed. Names are proper names
// as folded forms, which are neither inflected nor taken apart: Brugge is no
// brug, and Oudenaarde no kind of aarde.
func NewAnalyzer(names ...string) *Analyzer {
	a := &Analyzer{words: newCache(), names: make(map[string]bool, len(names))}
	for _, n := range names {
		a.names[n] = true
	}
	return a
}

// Default returns an Analyzer without names that the whole program shares.
func Default() *Analyzer { return defaultAnalyzer() }

var defaultAnalyzer = sync.OnceValue(func() *Analyzer { return NewAnalyzer() })

// Word tells what is known about form, a folded form such as Token.Term. The
// same word may be given for several calls: it must not be changed. An empty
// form gives an empty word.
func (a *Analyzer) Word(form string) *Word {
	h := hash(form)
	if w := a.words.get(h, form); w != nil {
		return w
	}
	return a.learn(h, form)
}

// wordOf is Word for a form in a buffer of the caller's.
func (a *Analyzer) wordOf(form []byte) *Word {
	h := hashBytes(form)
	if w := find(a.words, h, form); w != nil {
		return w
	}
	return a.learn(h, string(form))
}

// learn finds out about a form that is not remembered, and remembers it.
func (a *Analyzer) learn(h uint64, form string) *Word {
	var w *Word
	if a.names[form] {
		form = strings.Clone(form)
		w = &Word{Form: form, Stem: form}
	} else {
		w = analyze(form)
	}
	w.Hash = h
	a.words.put(h, w)
	return w
}

// Question tells whether the folded form only asks in a question: "hoe", "waar",
// "vind". See Word.Question.
func (a *Analyzer) Question(form string) bool { return questions[form] }

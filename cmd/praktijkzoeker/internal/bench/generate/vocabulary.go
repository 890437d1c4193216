package generate

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch"
	"praktijkzoeker/index/dutch/compound"
)

// vocabularySize is the number of different content words, about what
// 100,000 texts of this kind have.
const vocabularySize = 120_000

// A kind is the place that a word can take in a sentence, told by its ending.
type kind int8

const (
	noun kind = iota
	plural
	adjective
	verb
	kinds int = iota
)

// kindOf guesses from the ending of a folded word.
func kindOf(word string) kind {
	for _, end := range []string{"ige", "lijke", "ische", "ende", "bare", "zame", "loze", "ele", "ieve"} {
		if strings.HasSuffix(word, end) {
			return adjective
		}
	}
	switch {
	case strings.HasSuffix(word, "eren"), strings.HasPrefix(word, "ver") && strings.HasSuffix(word, "en"),
		strings.HasPrefix(word, "be") && strings.HasSuffix(word, "en"), strings.HasPrefix(word, "uit") && strings.HasSuffix(word, "en"):
		return verb
	case strings.HasSuffix(word, "en"), strings.HasSuffix(word, "ers"), strings.HasSuffix(word, "jes"), strings.HasSuffix(word, "ies"):
		return plural
	}
	return noun
}

// A vocabulary holds words by kind, frequent ones first, and their law.
type vocabulary struct {
	words [kinds][]string
	law   [kinds]skewed
}

// newVocabulary takes the words of the shipped fiches by their frequency there,
// and after them words of the lexicon of compounds in an order of its own.
func newVocabulary() (*vocabulary, error) {
	loaded, err := corpus.Load(corpus.Shipped())
	if err != nil {
		return nil, fmt.Errorf("read shipped fiches: %w", err)
	}
	d, lexicon := dutch.Default(), compound.Default()
	frequency := map[string]int{}
	var tokens []dutch.Token
	for i := range loaded.Fiches {
		for _, p := range index.Passages(&loaded.Fiches[i]) {
			tokens = d.Tokens(tokens[:0], p.Text)
			for _, t := range tokens {
				if usable(t.Term) && lexicon.Known(t.Term) && !d.Word(t.Term).Stop {
					frequency[t.Term]++
				}
			}
		}
	}
	all := slices.SortedFunc(maps.Keys(frequency), func(a, b string) int {
		return cmp.Or(frequency[b]-frequency[a], strings.Compare(a, b))
	})
	rest := make([]string, 0, 1<<19)
	for w := range lexicon.Words() {
		if usable(w) && frequency[w] == 0 {
			rest = append(rest, w)
		}
	}
	rnd := rand.New(rand.NewPCG(19, 48))
	for i := range min(len(rest), max(vocabularySize-len(all), 0)) {
		j := i + rnd.IntN(len(rest)-i)
		rest[i], rest[j] = rest[j], rest[i]
		if !d.Word(rest[i]).Stop {
			all = append(all, rest[i])
		}
	}
	v := &vocabulary{}
	for _, w := range all {
		k := kindOf(w)
		v.words[k] = append(v.words[k], w)
	}
	for k, words := range v.words {
		if len(words) == 0 {
			return nil, fmt.Errorf("no word of kind %d: kindOf no longer suits the lexicon", k)
		}
		v.law[k] = newSkewed(len(words), wordExponent, wordOffset)
		v.words[k] = together(words)
	}
	return v, nil
}

// usable holds for words of small letters that can stand in a sentence.
func usable(word string) bool {
	return len(word) >= 4 && len(word) <= 24 && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == "" &&
		strings.ContainsAny(word, "aeiouy") && strings.Trim(word, "mdclxvi") != ""
}

// together copies words into one piece of memory, so that drawing them is
// kind to the cache.
func together(words []string) []string {
	all := strings.Join(words, "")
	out := make([]string, len(words))
	for i, w := range words {
		out[i], all = all[:len(w)], all[len(w):]
	}
	return out
}

package spelling_test

import (
	"math/rand/v2"
	"testing"

	"praktijkzoeker/index/dutch/compound"
	"praktijkzoeker/index/dutch/spelling"
)

// large is a vocabulary of n words: those of the compound lexicon, and
// compounds of them up to n.
func large(n int) func(yield func(string, int) bool) {
	return func(yield func(string, int) bool) {
		r := rand.New(rand.NewPCG(1, 2))
		var words []string
		for w := range compound.Default().Words() {
			if n--; n < 0 || !yield(w, 1+r.IntN(100)) {
				return
			}
			if len(w) < 9 {
				words = append(words, w)
			}
		}
		for ; n > 0; n-- {
			if !yield(words[r.IntN(len(words))]+words[r.IntN(len(words))], 1) {
				return
			}
		}
	}
}

func BenchmarkBuild100k(b *testing.B) {
	compound.Default()
	b.ReportAllocs()
	for b.Loop() {
		spelling.Build(large(100_000))
	}
}

func BenchmarkCorrect500k(b *testing.B) {
	v := spelling.Build(large(500_000))
	for name, form := range map[string]string{
		"4letters":  "huiz",
		"8letters":  "taalbeld",
		"common":    "verwelkomimg", // the commonest beginning
		"long":      "inburgeringstrajekt",
		"twosounds": "toegejuigdt",
		"hopeless":  "qqqqxqqqq",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				v.Correct(form)
			}
		})
	}
}

func BenchmarkKnown500k(b *testing.B) {
	v := spelling.Build(large(500_000))
	b.ReportAllocs()
	for b.Loop() {
		v.Known("vrijwilligerswerk")
	}
}

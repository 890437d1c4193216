package spelling_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

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

func BenchmarkBuildSorted100k(b *testing.B) {
	forms := slices.Sorted(maps.Keys(maps.Collect(large(100_000))))
	b.ReportAllocs()
	for b.Loop() {
		spelling.Build(func(yield func(string, int) bool) {
			for _, form := range forms {
				if !yield(form, 1) {
					return
				}
			}
		})
	}
}

// One fiche has some 300 forms.
func BenchmarkWith100k(b *testing.B) {
	start := spelling.Build(large(100_000))
	forms := slices.Collect(maps.Keys(maps.Collect(large(100_000))))
	r := rand.New(rand.NewPCG(1, 3))
	v := start
	b.ReportAllocs()
	for b.Loop() {
		changes := map[string]int{}
		for range 300 {
			changes[forms[r.IntN(len(forms))]] = 1
		}
		v = v.With(changes)
	}
}

// Queries of one and two words, one of them with an error.
func BenchmarkMend100k(b *testing.B) {
	v := spelling.Build(large(100_000))
	r := rand.New(rand.NewPCG(1, 4))
	forms := slices.Sorted(maps.Keys(maps.Collect(large(20_000))))
	wrong := misspelled(r, forms, 5000)
	for name, n := range map[string]int{"1word": 1, "2words": 2} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			var took []time.Duration
			for i := 0; b.Loop(); i++ {
				words := []string{wrong[i%len(wrong)], forms[i*7%len(forms)]}[:n]
				start := time.Now()
				v.Mend(words, nil)
				took = append(took, time.Since(start))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Nanoseconds())/1e3, "p50-µs")
			b.ReportMetric(float64(took[len(took)*99/100].Nanoseconds())/1e3, "p99-µs")
		})
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

package index_test

import (
	"slices"
	"testing"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch"
)

// benchFiches returns fiches of 3 to 4 kB: of the shipped ones, which are
// shorter, each with the text of the next two added to its own.
func benchFiches(b *testing.B) []corpus.Fiche {
	b.Helper()
	loaded, err := corpus.Load(corpus.Shipped())
	if err != nil {
		b.Fatal(err)
	}
	fs := loaded.Fiches
	out := make([]corpus.Fiche, 0, len(fs))
	for i := range fs {
		f := fs[i]
		for _, n := range []int{1, 2} {
			g := &fs[(i+n)%len(fs)]
			f.Description += "\n\n" + g.Summary + "\n\n" + g.Description
			f.Goals = slices.Concat(f.Goals, g.Goals)
			f.SuccessFactors = slices.Concat(f.SuccessFactors, g.SuccessFactors)
			f.Challenges = slices.Concat(f.Challenges, g.Challenges)
			f.Practices = slices.Concat(f.Practices, g.Practices)
			f.Extra = slices.Concat(f.Extra, g.Extra)
		}
		out = append(out, f)
	}
	return out
}

func BenchmarkPassages(b *testing.B) {
	fs := benchFiches(b)
	bytes := 0
	for i := range fs {
		for _, p := range index.Passages(&fs[i]) {
			bytes += len(p.Text)
		}
	}
	b.SetBytes(int64(bytes / len(fs)))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		index.Passages(&fs[i%len(fs)])
	}
}

// BenchmarkReadFiche measures what an engine does first with a fiche: its
// passages, their words, and what is known about each.
func BenchmarkReadFiche(b *testing.B) {
	fs := benchFiches(b)
	a := dutch.NewAnalyzer()
	var tokens []dutch.Token
	words := 0
	read := func(f *corpus.Fiche) {
		for _, p := range index.Passages(f) {
			tokens = a.Tokens(tokens[:0], p.Text)
			for i := range tokens {
				a.Word(tokens[i].Term)
			}
			words += len(tokens)
		}
	}
	for i := range fs {
		read(&fs[i])
	}
	b.ReportMetric(float64(words)/float64(len(fs)), "words/fiche")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		read(&fs[i%len(fs)])
	}
}

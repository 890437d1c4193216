package index_test

import (
	"strings"
	"testing"

	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch"
)

// BenchmarkDress measures what a page of ten hits costs: the title marked, the
// excerpt cut and the local examples chosen.
func BenchmarkDress(b *testing.B) {
	fs := benchFiches(b)
	d := dutch.NewAnalyzer()
	for _, c := range []struct{ name, words string }{
		{"one word", "taal"},
		{"two words", "buddy vrijwilligers"},
		{"four words", "nieuwkomers vrije tijd jeugd"},
		{"words that are rare", "fiets gebedshuis praktijktest"},
		{"a word that is nowhere", "zeppelin"},
	} {
		words := strings.Fields(c.words)
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i += 10 {
				m := index.NewMarker(d, len(words))
				for n, w := range words {
					m.Form(w, n)
					m.Stem(d.Word(w).Stem, n)
				}
				for k := range 10 {
					f := &fs[(i+k)%len(fs)]
					m.Mark(f.Title)
					m.Excerpt(f)
					m.PracticesOf(f, func(name string) bool { return name == "Gent" }, 5)
				}
			}
		})
	}
}

package bleveindex

import (
	"testing"

	"praktijkzoeker/index"
)

// benchFiches is the size of the index of the benchmarks.
const benchFiches = 5000

func BenchmarkSearch(b *testing.B) {
	x := openWith(b, Options{}, manyFiches(benchFiches)...)
	for _, c := range []struct {
		name string
		q    index.Query
	}{
		{"landing", index.Query{}},
		{"one word", index.Query{Text: "gemeente"}},
		{"one rare word", index.Query{Text: "begrip900"}},
		{"two words and filters", index.Query{Text: "taal gezin", Filters: map[index.Facet][]string{
			index.Category: {"soort 1", "soort 2"}, index.Domain: {"domein 3"},
		}}},
		{"filters alone", index.Query{Filters: map[index.Facet][]string{index.Category: {"soort 1"}}}},
		{"question", index.Query{Text: "hoe begin ik met een taalbeleid voor een gezin met kinderen"}},
		{"typo", index.Query{Text: "vrijwilleger buddywerkign"}},
		{"phrase", index.Query{Text: `"taal beleid" gemeente`}},
		{"unfinished word", index.Query{Text: "taal bel", Prefix: true}},
		{"nothing found", index.Query{Text: "xqzwvk taal", Filters: map[index.Facet][]string{index.Category: {"geen"}}}},
	} {
		b.Run(c.name, func(b *testing.B) {
			c.q.Limit = 10
			b.ReportAllocs()
			for b.Loop() {
				searchFor(b, x, c.q)
			}
		})
	}
}

func BenchmarkSuggest(b *testing.B) {
	x := openWith(b, Options{}, manyFiches(benchFiches)...)
	for _, typed := range []string{"t", "taalb", "gezin vrij"} {
		b.Run(typed, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				suggestionsFor(b, x, typed)
			}
		})
	}
}

func BenchmarkRelated(b *testing.B) {
	x := openWith(b, Options{}, manyFiches(benchFiches)...)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := x.Related(b.Context(), "fiche-00100", 5); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkReplace measures contents that are new, contents of which one fiche
// changed, and contents that stayed, 1,000 fiches on disk.
func BenchmarkReplace(b *testing.B) {
	fs := manyFiches(1000)
	b.Run("new", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			x, err := Open(b.TempDir(), Options{})
			if err != nil {
				b.Fatal(err)
			}
			replaceWith(b, x, fs...)
			if err := x.Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("one changed", func(b *testing.B) {
		x := openIn(b, b.TempDir(), Options{}, fs...)
		b.ReportAllocs()
		for b.Loop() {
			fs[0].Title += "."
			if len(fs[0].Title) > 100 {
				fs[0].Title = "Opnieuw"
			}
			replaceWith(b, x, fs...)
		}
	})
	b.Run("the same", func(b *testing.B) {
		x := openIn(b, b.TempDir(), Options{}, fs...)
		b.ReportAllocs()
		for b.Loop() {
			replaceWith(b, x, fs...)
		}
	})
}

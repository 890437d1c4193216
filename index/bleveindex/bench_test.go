package bleveindex

import (
	"flag"
	"fmt"
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

// benchMost bounds the sizes of the benchmarks over several sizes.
var benchMost = flag.Int("fiches", 10_000, "largest index of BenchmarkOpen and BenchmarkReplaceOne")

// eachSize runs a benchmark on an index on disk of several sizes.
func eachSize(b *testing.B, run func(b *testing.B, dir string, n int)) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		if n > *benchMost {
			continue
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := b.TempDir()
			x := openIn(b, dir, Options{}, manyFiches(n)...)
			if err := x.Close(); err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			b.ResetTimer()
			run(b, dir, n)
		})
	}
}

// BenchmarkOpen measures opening after a clean stop.
func BenchmarkOpen(b *testing.B) {
	eachSize(b, func(b *testing.B, dir string, n int) {
		for b.Loop() {
			x, err := Open(dir, Options{})
			if err != nil {
				b.Fatal(err)
			}
			if got := x.Stats().Fiches; got != n {
				b.Fatalf("%d fiches, want %d", got, n)
			}
			b.StopTimer()
			if err := x.Close(); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
		}
	})
}

// BenchmarkReplaceOne measures how long it takes until one changed fiche is seen.
// Of this, hashing the others is what "the same" of BenchmarkReplace measures.
func BenchmarkReplaceOne(b *testing.B) {
	eachSize(b, func(b *testing.B, dir string, n int) {
		x, err := Open(dir, Options{})
		if err != nil {
			b.Fatal(err)
		}
		defer x.Close()
		fs := manyFiches(n)
		replaceWith(b, x, fs...) // reads what is there
		i := 0
		for b.Loop() {
			f := &fs[i*7919%n]
			f.Title = fmt.Sprintf("%.60s anders %d", f.Title, i)
			i++
			replaceWith(b, x, fs...)
		}
	})
}

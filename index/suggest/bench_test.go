package suggest

import (
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"
	"time"
)

const titles = 100_000

func benchTable(b *testing.B) (t *Table, typed, mixed []string) {
	b.Helper()
	fiches, words := generated(1, titles)
	t, err := Build(all(fiches), counted(words), partsOf)
	if err != nil {
		b.Fatal(err)
	}
	return t, typing(1, fiches, 20_000), keystrokes(1, fiches, 5000)
}

// percentiles runs each text and reports the p50 and p99 of one call.
func percentiles(b *testing.B, t *Table, texts []string) {
	b.ReportAllocs()
	var took []time.Duration
	i := 0
	for b.Loop() {
		start := time.Now()
		t.Suggest(texts[i%len(texts)], 10)
		took = append(took, time.Since(start))
		i++
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Nanoseconds())/1e3, "p50-µs")
	b.ReportMetric(float64(took[len(took)*99/100].Nanoseconds())/1e3, "p99-µs")
	b.ReportMetric(float64(took[len(took)-1].Nanoseconds())/1e3, "max-µs")
}

func BenchmarkSuggest(b *testing.B) {
	t, typed, mixed := benchTable(b)
	b.Run("typing", func(b *testing.B) { percentiles(b, t, typed) })
	b.Run("mixed", func(b *testing.B) { percentiles(b, t, mixed) })
	var typos []string
	for _, text := range mixed {
		if rs := []rune(text); len(rs) > 5 {
			rs[2], rs[3] = rs[3], rs[2]
			typos = append(typos, string(rs))
		}
	}
	b.Run("typos", func(b *testing.B) { percentiles(b, t, typos) })
	for _, text := range []string{"t", "ta", "taal", "taalbeleid", "be wi", "t b", "a b c d e", "taalbelied", "vrijwiligers taal", "gent", "qqqq"} {
		b.Run(text, func(b *testing.B) { percentiles(b, t, []string{text}) })
	}
}

func BenchmarkBuild(b *testing.B) {
	fiches, words := generated(1, titles)
	heap := func() uint64 {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := heap()
	var t *Table
	for b.Loop() {
		var err error
		if t, err = Build(all(fiches), counted(words), partsOf); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(heap()-before)/(1<<20), "MB")
	b.ReportMetric(float64(t.HeapBytes())/(1<<20), "MB-told")
	items := 0
	for k := range kinds {
		items += len(t.pair[0].shelves[k].items)
	}
	b.ReportMetric(float64(items), "items")
	runtime.KeepAlive(fiches)
	runtime.KeepAlive(words)
	runtime.KeepAlive(t)
}

// BenchmarkNew counts the terms too: 25 words of each fiche.
func BenchmarkNew(b *testing.B) {
	fiches := benchFiches()
	b.ReportAllocs()
	for b.Loop() {
		tableOf(b, fiches)
	}
}

func benchFiches() []Fiche {
	contents, words := generated(1, titles)
	fiches := fichesOf(contents)
	r := rand.New(rand.NewPCG(1, 5))
	zipf := rand.NewZipf(r, 1.1, 8, uint64(len(words)-1))
	for i := range fiches {
		for len(fiches[i].Terms) < 25 {
			fiches[i].Terms = append(fiches[i].Terms, words[zipf.Uint64()])
		}
	}
	return fiches
}

// BenchmarkWith changes one fiche after another; a new base is part of it.
func BenchmarkWith(b *testing.B) {
	fiches := benchFiches()
	t := tableOf(b, fiches)
	i := 0
	var took []time.Duration
	for b.Loop() {
		f := fiches[i*7919%len(fiches)]
		f.Title = fiches[i*104729%len(fiches)].Title
		start := time.Now()
		t = t.With(nil, []Fiche{f})
		took = append(took, time.Since(start))
		i++
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1e3, "p50-ms")
	b.ReportMetric(float64(took[len(took)-1].Microseconds())/1e3, "max-ms")
}

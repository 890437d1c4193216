package index_test

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/index/bleveindex"
	"praktijkzoeker/index/indextest"
)

// A cachedIndex is a real index behind a cache.
type cachedIndex struct {
	index.Index
	cache *index.Cache
}

func (c cachedIndex) Search(ctx context.Context, q index.Query) (*index.Results, error) {
	return c.cache.Search(ctx, q)
}

func openCached(t *testing.T, bytes int64) cachedIndex {
	t.Helper()
	x, err := bleveindex.Open("", bleveindex.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return cachedIndex{x, index.NewCache(x, bytes)}
}

// A cache in between breaks no promise, whatever its size.
func TestConformanceOfCache(t *testing.T) {
	for _, bytes := range []int64{0, 4 << 10, 64 << 20} {
		t.Run(fmt.Sprint(bytes), func(t *testing.T) {
			indextest.Run(t, func(t *testing.T) index.Index { return openCached(t, bytes) })
		})
	}
}

func some(n int) []corpus.Fiche {
	var fs []corpus.Fiche
	for i := range n {
		fs = append(fs, corpus.Fiche{ID: fmt.Sprintf("id-%d", i), Title: fmt.Sprintf("Titel %d", i), Description: "Samen fietsen."})
	}
	return fs
}

func TestCacheRemembersAndForgets(t *testing.T) {
	x := openCached(t, 1<<20)
	defer x.Close()
	put := func(fs []corpus.Fiche) {
		t.Helper()
		if err := x.Replace(t.Context(), indextest.Fiches(fs...)); err != nil {
			t.Fatal(err)
		}
	}
	ask := func(q index.Query) *index.Results {
		t.Helper()
		r, err := x.Search(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	want := func(what string, hits, misses uint64, answers int) {
		t.Helper()
		if s := x.cache.CacheStats(); s.Hits != hits || s.Misses != misses || s.Answers != answers || (answers == 0) != (s.Bytes == 0) {
			t.Errorf("%s: %+v, want %d hits, %d misses, %d answers", what, s, hits, misses, answers)
		}
	}
	put(some(3))
	first := ask(index.Query{Text: "fietsen", Limit: 10})
	want("the first time", 0, 1, 1)
	if again := ask(index.Query{Text: "fietsen", Limit: 10}); again != first {
		t.Error("the same question made another answer")
	}
	want("the second time", 1, 1, 1)
	for _, q := range []index.Query{
		{Text: "fietsen", Limit: 5}, {Text: "fietsen", Limit: 10, Offset: 1}, {Text: "fietsen", Limit: 10, Explain: true},
		{Text: "fietsen", Limit: 10, Sort: index.Title}, {Text: "fietsen", Limit: 10, Prefix: true},
		{Text: "fietsen", Limit: 10, Filters: map[index.Facet][]string{index.Domain: {"a", "b"}}},
		{Text: "fietsen", Limit: 10, Filters: map[index.Facet][]string{index.Domain: {"a b"}}},
		{Text: "fietsen", Limit: 10, Filters: map[index.Facet][]string{index.Category: {"a", "b"}}},
	} {
		ask(q)
	}
	want("other questions", 1, 9, 9)
	put(some(4))
	if got := ask(index.Query{Text: "fietsen", Limit: 10}).Total; got != 4 {
		t.Errorf("an answer of before: total %d", got)
	}
	want("other contents", 1, 10, 1)
}

func TestCacheIsBounded(t *testing.T) {
	const room = 32 << 10
	x := openCached(t, room)
	defer x.Close()
	if err := x.Replace(t.Context(), indextest.Fiches(some(20)...)); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for i := range 200 {
				if _, err := x.Search(t.Context(), index.Query{Text: fmt.Sprintf("titel %d", (i*7+g)%90), Limit: 3}); err != nil {
					t.Error(err)
				}
				if s := x.cache.CacheStats(); s.Bytes > room {
					t.Errorf("%d bytes, room for %d", s.Bytes, room)
				}
			}
		})
	}
	wg.Wait()
	s := x.cache.CacheStats()
	if s.Answers == 0 || s.Hits+s.Misses != 800 {
		t.Errorf("%+v", s)
	}
}

func BenchmarkCachedSearch(b *testing.B) {
	x, err := bleveindex.Open("", bleveindex.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer x.Close()
	if err := x.Replace(b.Context(), indextest.Fiches(some(100)...)); err != nil {
		b.Fatal(err)
	}
	c := index.NewCache(x, 1<<20)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Search(b.Context(), index.Query{Text: "fietsen", Limit: 10}); err != nil {
			b.Fatal(err)
		}
	}
}

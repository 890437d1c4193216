package index

import (
	"container/list"
	"context"
	"encoding/binary"
	"slices"
	"sync"
	"sync/atomic"

	"praktijkzoeker/corpus"
)

// A Cache is a Searcher that remembers whole answers of another. An answer is
// kept for as long as the contents are the same (Stats.Snapshot) and there is
// room; then those that were asked for longest ago go first. Answers are shared:
// who gets one must not change it. A Cache is safe for concurrent use.
type Cache struct {
	Searcher
	room int64 // bytes

	hits, misses atomic.Uint64

	mu       sync.Mutex
	snapshot uint64
	used     int64
	byKey    map[string]*list.Element
	recent   *list.List // of *cached, the last asked for in front
}

// A cached answer.
type cached struct {
	key     string
	results *Results
	bytes   int64
}

// NewCache returns a Cache of at most so many bytes, by estimate, before in.
func NewCache(in Searcher, bytes int64) *Cache {
	return &Cache{Searcher: in, room: bytes, byKey: map[string]*list.Element{}, recent: list.New()}
}

// Search implements Searcher. An answer comes from the cache only when the
// contents are still those that it was made of, so that promise 1 holds.
func (c *Cache) Search(ctx context.Context, q Query) (*Results, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	snapshot := c.Searcher.Stats().Snapshot
	if snapshot == 0 { // not ready
		return c.Searcher.Search(ctx, q)
	}
	key := cacheKey(&q)
	if r := c.get(snapshot, key); r != nil {
		c.hits.Add(1)
		return r, nil
	}
	c.misses.Add(1)
	r, err := c.Searcher.Search(ctx, q)
	// Contents that changed meanwhile may or may not be in the answer.
	if err == nil && c.Searcher.Stats().Snapshot == snapshot {
		c.put(snapshot, key, r)
	}
	return r, err
}

// CacheStats describe a Cache.
type CacheStats struct {
	Hits, Misses uint64 // since the start
	Answers      int    // kept now
	Bytes        int64  // of them, estimate
}

// CacheStats tells how well the cache does.
func (c *Cache) CacheStats() CacheStats {
	c.mu.Lock()
	defer c.mu.Unlock()
	return CacheStats{Hits: c.hits.Load(), Misses: c.misses.Load(), Answers: len(c.byKey), Bytes: c.used}
}

func (c *Cache) get(snapshot uint64, key string) *Results {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.drop(snapshot)
	e := c.byKey[key]
	if e == nil || c.snapshot != snapshot {
		return nil
	}
	c.recent.MoveToFront(e)
	return e.Value.(*cached).results
}

func (c *Cache) put(snapshot uint64, key string, r *Results) {
	a := &cached{key, r, int64(len(key)) + sizeOf(r)}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.drop(snapshot)
	if c.snapshot != snapshot || a.bytes > c.room/8 || c.byKey[key] != nil {
		return
	}
	c.byKey[key] = c.recent.PushFront(a)
	c.used += a.bytes
	for c.used > c.room {
		c.remove(c.recent.Back())
	}
}

// drop forgets everything when the contents are newer than what is kept.
func (c *Cache) drop(snapshot uint64) {
	if snapshot > c.snapshot {
		c.snapshot, c.used = snapshot, 0
		clear(c.byKey)
		c.recent.Init()
	}
}

func (c *Cache) remove(e *list.Element) {
	a := c.recent.Remove(e).(*cached)
	delete(c.byKey, a.key)
	c.used -= a.bytes
}

// cacheKey writes a query so that two that ask the same have one key.
func cacheKey(q *Query) string {
	b := make([]byte, 0, 64+len(q.Text))
	for _, n := range []int{q.Offset, q.Limit} {
		b = binary.AppendVarint(b, int64(n))
	}
	for _, flag := range []bool{q.Prefix, q.Any, q.Explain, q.Bare, q.Uncounted} {
		if flag {
			b = append(b, 1)
		} else {
			b = append(b, 0)
		}
	}
	text := func(s string) { b = append(binary.AppendUvarint(b, uint64(len(s))), s...) }
	text(string(q.Sort))
	text(q.Text)
	facets := make([]string, 0, len(q.Filters))
	for f := range q.Filters {
		facets = append(facets, string(f))
	}
	slices.Sort(facets)
	for _, f := range facets {
		text(f)
		values := q.Filters[Facet(f)]
		b = binary.AppendUvarint(b, uint64(len(values)))
		for _, v := range values {
			text(v)
		}
	}
	return string(b)
}

// sizeOf estimates the memory of an answer in bytes.
func sizeOf(r *Results) int64 {
	n := int64(256)
	for _, counts := range r.Facets {
		n += 64 + 48*int64(len(counts))
	}
	for i := range r.Hits {
		h := &r.Hits[i]
		n += 512 + ficheSize(&h.Fiche) + spanSize(h.Title) + spanSize(h.Excerpt) + 64*int64(len(h.Why))
		for _, p := range h.Practices {
			n += 64 + spanSize(p.Name) + spanSize(p.Text)
		}
	}
	return n + 256*int64(len(r.Relaxed))
}

func spanSize(spans []Span) int64 {
	n := 24 * int64(len(spans))
	for _, s := range spans {
		n += int64(len(s.Text))
	}
	return n
}

func ficheSize(f *corpus.Fiche) int64 {
	n := len(f.ID) + len(f.Title) + len(f.Summary) + len(f.Audience) + len(f.Description) + len(f.Source)
	for _, list := range [][]string{f.Categories, f.Domains, f.TargetGroups, f.Goals, f.SuccessFactors, f.Challenges} {
		for _, s := range list {
			n += 16 + len(s)
		}
	}
	for _, p := range f.Practices {
		n += 64 + 96*len(p.Municipalities)
		for _, e := range p.Examples {
			n += 32 + len(e.Name) + len(e.Text)
		}
	}
	for _, s := range f.Extra {
		n += 32 + len(s.Heading) + len(s.Text)
	}
	return int64(n)
}

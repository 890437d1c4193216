package server

import (
	"sync"
	"sync/atomic"
)

// keptShare is the part of the memory that one answer may take.
const keptShare = 16

// An answerKey is all of a request that an answer follows from. The rest is the
// configuration, which a server never changes, and the contents of the index.
type answerKey struct {
	host, uri string
	secure    bool
	encoding  string // what the client accepts, as it says it
	referer   string // only where a page leads back to where the reader was
}

// A kept answer is ready to be sent, compressed and all. Nobody changes it.
type kept struct {
	header map[string][]string
	body   []byte
	tag    string
	route  string // template, for the log and the metrics
	empty  bool   // a search that found nothing
}

func (a *kept) size(k answerKey) int {
	n := len(a.body) + len(k.host) + len(k.uri) + len(k.encoding) + len(k.referer) + 512
	for name, values := range a.header {
		n += len(name)
		for _, v := range values {
			n += len(v)
		}
	}
	return n
}

// A keeper remembers answers for one snapshot of the index, those asked for of
// late. It holds them in two generations: when the young one is full it becomes
// the old one, and what was old and is not asked for again goes. It is safe for
// concurrent use.
type keeper struct {
	limit        int // bytes, of both generations
	hits, misses atomic.Uint64

	mu         sync.Mutex
	snapshot   uint64
	young, old map[answerKey]*kept
	youngBytes int
	oldBytes   int
}

// get returns the answer to k given the contents of snapshot, or nil. Other
// contents than before end everything that is kept.
func (c *keeper) get(snapshot uint64, k answerKey) *kept {
	c.mu.Lock()
	defer c.mu.Unlock()
	if snapshot != c.snapshot || c.young == nil {
		c.snapshot, c.young, c.old, c.youngBytes, c.oldBytes = snapshot, map[answerKey]*kept{}, nil, 0, 0
	}
	a := c.young[k]
	if a == nil {
		if a = c.old[k]; a != nil {
			delete(c.old, k)
			c.oldBytes -= a.size(k)
			c.add(k, a)
		}
	}
	if a == nil {
		c.misses.Add(1)
	} else {
		c.hits.Add(1)
	}
	return a
}

// put keeps the answer to k, which was made while the contents were those of
// snapshot.
func (c *keeper) put(snapshot uint64, k answerKey, a *kept) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if snapshot == c.snapshot && c.young != nil && c.young[k] == nil && a.size(k) <= c.limit/keptShare {
		c.add(k, a)
	}
}

func (c *keeper) add(k answerKey, a *kept) {
	if c.youngBytes+a.size(k) > c.limit/2 {
		c.old, c.oldBytes = c.young, c.youngBytes
		c.young, c.youngBytes = map[answerKey]*kept{}, 0
	}
	c.young[k] = a
	c.youngBytes += a.size(k)
}

// bytes is the memory of what is kept, about.
func (c *keeper) bytes() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.youngBytes + c.oldBytes
}

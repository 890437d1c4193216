package suggest

import (
	"math"

	"praktijkzoeker/index"
)

// A choice takes suggestions from the lists of the kinds, of each the best
// first.
type choice struct {
	lists  *[len(kinds)][]key
	weight func(kind int, k key) float32
	taken  [len(kinds)]int
	// next orders the next of each list: by fit, then by weight.
	next [len(kinds)]uint64
}

// ended is the next of a list that has no more to give.
const ended = math.MaxUint64

// start begins to take from the lists anew, of each no more than most.
func (c *choice) start(most func(kind int) int) {
	for k := range c.lists {
		c.see(k, most(k))
	}
}

// see looks at the next of list k, of which most may be taken.
func (c *choice) see(k, most int) {
	n := c.taken[k]
	if n >= len(c.lists[k]) || n >= most {
		c.next[k] = ended
		return
	}
	it := c.lists[k][n]
	// The bits of positive numbers are in order of the numbers.
	c.next[k] = uint64(it.fit())<<32 | uint64(^math.Float32bits(c.weight(k, it)))
}

// take takes the best of the lists, and returns its kind, or false when there
// is none. Of equals, the first kind goes first.
func (c *choice) take(most func(kind int) int) (int, bool) {
	best := 0
	for k := 1; k < len(c.next); k++ {
		if c.next[k] < c.next[best] {
			best = k
		}
	}
	if c.next[best] == ended {
		return 0, false
	}
	c.taken[best]++
	c.see(best, most(best))
	return best, true
}

// choose says how many to take of each list so that there are limit, or all:
// the best of each kind, then the others, but of no kind more than its share
// while others are left.
func (c *choice) choose(limit int) [len(kinds)]int {
	all := 0
	for k := range c.lists {
		all += len(c.lists[k])
		c.taken[k] = len(c.lists[k])
	}
	if all <= limit {
		return c.taken
	}
	c.taken = [len(kinds)]int{}
	left := limit
	for _, most := range [...]func(kind int) int{
		func(int) int { return 1 },
		func(kind int) int { return share(kinds[kind], limit) },
		func(int) int { return limit },
	} {
		for c.start(most); left > 0; left-- {
			if _, ok := c.take(most); !ok {
				break
			}
		}
	}
	return c.taken
}

// share is how many of limit suggestions may be of this kind.
func share(k index.Kind, limit int) int {
	if k == index.KindTerm {
		return (limit + 3) / 4
	}
	return max(limit/2, 1)
}

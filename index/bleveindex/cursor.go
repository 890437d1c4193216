package bleveindex

import (
	"math/bits"
	"slices"
)

// A cursor gives the documents of a segment that meet one clause in one way,
// with the weight of the clause there, idf aside. It stands on a hot term, on a
// list read for this search, or on parts, all of which a document must meet.
// Hot terms know of deleted documents, lists hold none.
type cursor struct {
	hot   *hotTerm // nil: list or parts
	list  *list
	parts []cursor // the lowest weight counts
	scale scale    // of a hot term
	at    int      // where the next document is sought
}

// len returns the number of documents; with parts, what it is at most.
func (c *cursor) len() int {
	switch {
	case c.parts != nil:
		return c.parts[c.rarest()].len()
	case c.hot == nil:
		return c.list.len()
	case c.scale.only != 0: // of one form
		return c.hot.classes[bits.TrailingZeros8(c.scale.only)+1]
	}
	return c.hot.n
}

// rarest returns the number of the part with the fewest documents.
func (c *cursor) rarest() int {
	rarest := 0
	for n := range c.parts {
		if c.parts[n].len() < c.parts[rarest].len() {
			rarest = n
		}
	}
	return rarest
}

// live returns the number of documents without the deleted ones.
func (c *cursor) live(deleted bitset) int {
	if c.parts == nil && (c.hot == nil || deleted == nil) {
		return c.len()
	}
	n := 0
	c.eachMet(func(d uint32, _ float32) {
		if !deleted.has(d) {
			n++
		}
	})
	return n
}

func (c *cursor) isDense() bool { return c.hot != nil && c.hot.dense != nil }

// isWhole reports whether the documents are all those of a hot term.
func (c *cursor) isWhole() bool { return c.hot != nil && c.scale.only == 0 }

// rewind lets weight be asked from the first document again.
func (c *cursor) rewind() {
	c.at = 0
	for n := range c.parts {
		c.parts[n].rewind()
	}
}

// weight returns the weight at document d, 0 when the clause is not met there.
// Documents must be asked for in rising order, from rewind on.
func (c *cursor) weight(d uint32) float32 {
	switch {
	case c.isDense():
		payload := c.hot.dense[d]
		return c.scale.weight(uint8(payload), uint8(payload>>8))
	case c.hot != nil:
		if c.at = seek(c.hot.docs, c.at, d); c.at < len(c.hot.docs) && c.hot.docs[c.at] == d {
			return c.scale.weight(c.hot.impacts[c.at], c.hot.forms[c.at])
		}
	case c.parts != nil:
		least := c.parts[0].weight(d)
		for n := 1; n < len(c.parts) && least != 0; n++ {
			least = min(least, c.parts[n].weight(d))
		}
		return least
	default:
		if c.at = seek(c.list.docs, c.at, d); c.at < c.list.len() && c.list.docs[c.at] == d {
			return c.list.weights[c.at]
		}
	}
	return 0
}

// most returns what no weight exceeds.
func (c *cursor) most() float32 {
	switch {
	case c.hot != nil:
		return max(c.scale.any, c.scale.typed) * float32(c.hot.top)
	case c.parts != nil:
		most := c.parts[0].most()
		for n := range c.parts[1:] {
			most = min(most, c.parts[1+n].most())
		}
		return most
	}
	var most float32
	for _, w := range c.list.weights {
		most = max(most, w)
	}
	return most
}

// appendTo appends all documents and weights to dst, weights times factor.
func (c *cursor) appendTo(dst *list, factor float32) {
	switch {
	case c.hot != nil && c.hot.dense == nil && c.scale.only == 0:
		dst.docs = append(dst.docs, c.hot.docs...)
		n := len(dst.weights)
		dst.weights = slices.Grow(dst.weights, c.hot.n)[:n+c.hot.n]
		out := dst.weights[n:]
		impacts, forms := c.hot.impacts[:len(out)], c.hot.forms[:len(out)]
		for i := range out {
			out[i] = factor * c.scale.weight(impacts[i], forms[i])
		}
	case c.list != nil:
		dst.docs = append(dst.docs, c.list.docs...)
		for _, w := range c.list.weights {
			dst.weights = append(dst.weights, factor*w)
		}
	default:
		c.eachMet(func(d uint32, w float32) {
			dst.docs, dst.weights = append(dst.docs, d), append(dst.weights, factor*w)
		})
	}
}

// eachMet calls f for every document, ascending, with its weight. It rewinds the
// cursor before and after.
func (c *cursor) eachMet(f func(d uint32, weight float32)) {
	c.rewind()
	c.each(func(d uint32) {
		if w := c.weight(d); w != 0 {
			f(d, w)
		}
	})
	c.rewind()
}

// each calls f for every document, ascending, and perhaps for some that lack a
// part or the form.
func (c *cursor) each(f func(d uint32)) {
	switch {
	case c.hot != nil:
		c.hot.each(f)
	case c.parts != nil:
		c.parts[c.rarest()].each(f)
	default:
		for _, d := range c.list.docs {
			f(d)
		}
	}
}

// filter leaves in l the documents of c, with their weights times factor added.
func (c *cursor) filter(l *list, factor float32) {
	n := 0
	for i, d := range l.docs {
		if w := c.weight(d); w != 0 {
			l.docs[n], l.weights[n] = d, l.weights[i]+factor*w
			n++
		}
	}
	l.docs, l.weights = l.docs[:n], l.weights[:n]
}

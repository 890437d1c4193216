package bleveindex

import (
	"math/bits"
	"slices"
)

// A cursor gives the documents of a segment that meet one clause, with the
// weight of the clause there, idf aside. It stands on a hot term, or on a list
// read for this search.
type cursor struct {
	hot   *hotTerm // nil: list
	list  *list
	scale scale // of a hot term
	at    int   // where the next document is sought
}

func (c *cursor) len() int {
	switch {
	case c.hot == nil:
		return c.list.len()
	case c.scale.only != 0: // of one form
		return c.hot.classes[bits.TrailingZeros8(c.scale.only)+1]
	}
	return c.hot.n
}

// live returns the number of documents without the deleted ones. Lists have
// none of them.
func (c *cursor) live(deleted bitset) int {
	n := c.len()
	if c.hot == nil || deleted == nil {
		return n
	}
	probe := cursor{hot: c.hot, scale: c.scale}
	deleted.each(func(d uint32) {
		if probe.weight(d) != 0 {
			n--
		}
	})
	return n
}

func (c *cursor) isDense() bool { return c.hot != nil && c.hot.dense != nil }

// weight returns the weight at document d, 0 when the clause is not met there.
// Documents must be asked for in rising order.
func (c *cursor) weight(d uint32) float32 {
	switch {
	case c.isDense():
		payload := c.hot.dense[d]
		return c.scale.weight(uint8(payload), uint8(payload>>8))
	case c.hot != nil:
		if c.at = seek(c.hot.docs, c.at, d); c.at < len(c.hot.docs) && c.hot.docs[c.at] == d {
			return c.scale.weight(c.hot.impacts[c.at], c.hot.forms[c.at])
		}
	default:
		if c.at = seek(c.list.docs, c.at, d); c.at < c.list.len() && c.list.docs[c.at] == d {
			return c.list.weights[c.at]
		}
	}
	return 0
}

// appendTo appends all documents and weights to dst, weights times factor.
func (c *cursor) appendTo(dst *list, factor float32) {
	switch {
	case c.isDense():
		c.appendBits(dst, c.hot.bits, factor)
	case c.hot != nil && c.scale.only != 0:
		for i, d := range c.hot.docs {
			if w := c.scale.weight(c.hot.impacts[i], c.hot.forms[i]); w != 0 {
				dst.docs, dst.weights = append(dst.docs, d), append(dst.weights, factor*w)
			}
		}
	case c.hot != nil:
		dst.docs = append(dst.docs, c.hot.docs...)
		n := len(dst.weights)
		dst.weights = slices.Grow(dst.weights, c.hot.n)[:n+c.hot.n]
		out := dst.weights[n:]
		impacts, forms := c.hot.impacts[:len(out)], c.hot.forms[:len(out)]
		for i := range out {
			out[i] = factor * c.scale.weight(impacts[i], forms[i])
		}
	default:
		dst.docs = append(dst.docs, c.list.docs...)
		for _, w := range c.list.weights {
			dst.weights = append(dst.weights, factor*w)
		}
	}
}

// appendBits appends the documents of b, all of them of the dense term of c.
func (c *cursor) appendBits(dst *list, b bitset, factor float32) {
	for i, w := range b {
		for w != 0 {
			d := uint32(i<<6 | bits.TrailingZeros64(w))
			w &= w - 1
			payload := c.hot.dense[d]
			if w := c.scale.weight(uint8(payload), uint8(payload>>8)); w != 0 {
				dst.docs, dst.weights = append(dst.docs, d), append(dst.weights, factor*w)
			}
		}
	}
}

// filter leaves in l the documents of c, with their weights times factor added.
func (c *cursor) filter(l *list, factor float32) {
	n := 0
	switch {
	case c.isDense():
		dense := c.hot.dense
		for i, d := range l.docs {
			p := dense[d]
			if w := c.scale.weight(uint8(p), uint8(p>>8)); w != 0 {
				l.docs[n], l.weights[n] = d, l.weights[i]+factor*w
				n++
			}
		}
	case c.hot != nil:
		docs, at := c.hot.docs, 0
		for i, d := range l.docs {
			if at = seek(docs, at, d); at == len(docs) {
				break
			}
			if docs[at] != d {
				continue
			}
			if w := c.scale.weight(c.hot.impacts[at], c.hot.forms[at]); w != 0 {
				l.docs[n], l.weights[n] = d, l.weights[i]+factor*w
				n++
			}
		}
	default:
		docs, at := c.list.docs, 0
		for i, d := range l.docs {
			if at = seek(docs, at, d); at == len(docs) {
				break
			}
			if docs[at] == d {
				l.docs[n], l.weights[n] = d, l.weights[i]+factor*c.list.weights[at]
				n++
			}
		}
	}
	l.docs, l.weights = l.docs[:n], l.weights[:n]
}

// most returns what no weight exceeds.
func (c *cursor) most() float32 {
	if c.hot != nil {
		return max(c.scale.any, c.scale.typed) * float32(c.hot.top)
	}
	var most float32
	for _, w := range c.list.weights {
		most = max(most, w)
	}
	return most
}

// addTo adds the documents to a set.
func (c *cursor) addTo(b bitset) {
	switch {
	case c.hot == nil:
		for _, d := range c.list.docs {
			b.set(d)
		}
	case c.isDense() && c.scale.only == 0:
		for i, w := range c.hot.bits {
			b[i] |= w
		}
	case c.isDense():
		c.hot.bits.each(func(d uint32) {
			if uint8(c.hot.dense[d]>>8)&c.scale.only != 0 {
				b.set(d)
			}
		})
	default:
		for i, d := range c.hot.docs {
			if c.scale.only == 0 || c.hot.forms[i]&c.scale.only != 0 {
				b.set(d)
			}
		}
	}
}

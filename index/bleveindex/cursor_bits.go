package bleveindex

import "math/bits"

// addTo adds the documents to a set. The scratch is a set as large.
func (c *cursor) addTo(b, scratch bitset) {
	switch {
	case c.parts != nil && c.isDenseParts():
		c.addDenseParts(b, scratch, func(h *hotTerm) bitset { return h.bits })
	case c.parts != nil:
		c.addParts(b, scratch)
	case c.hot == nil:
		for _, d := range c.list.docs {
			b.set(d)
		}
	case c.isDense() && c.scale.only == 0:
		b.add(c.hot.bits)
	case c.isDense():
		copy(scratch, c.hot.bits)
		c.restrict(scratch)
		b.add(scratch)
	case c.scale.only == 0:
		for _, d := range c.hot.docs {
			b.set(d)
		}
	default:
		c.eachMet(func(d uint32, _ float32) { b.set(d) })
	}
}

// restrict takes out of a set what is not in a dense term.
func (c *cursor) restrict(b bitset) {
	b.meet(c.hot.bits)
	if c.scale.only == 0 {
		return
	}
	dense, only := c.hot.dense, uint16(c.scale.only)<<8
	for i, w := range b {
		for left := w; left != 0; left &= left - 1 {
			if bit := left & -left; dense[i<<6|bits.TrailingZeros64(left)]&only == 0 {
				w &^= bit
			}
		}
		b[i] = w
	}
}

// isDenseParts reports whether every part is dense, in any form.
func (c *cursor) isDenseParts() bool {
	for n := range c.parts {
		if p := &c.parts[n]; !p.isDense() || !p.isWhole() {
			return false
		}
	}
	return c.parts != nil
}

// addParts adds the documents that have every part: those of the rarest, less
// those that lack another.
func (c *cursor) addParts(b, scratch bitset) {
	clear(scratch)
	rarest := c.rarest()
	c.parts[rarest].each(scratch.set)
	for n := range c.parts {
		p := &c.parts[n]
		switch {
		case n == rarest && p.isWhole():
		case p.isDense():
			p.restrict(scratch)
		default:
			p.rewind()
			scratch.each(func(d uint32) {
				if p.weight(d) == 0 {
					scratch.unset(d)
				}
			})
			p.rewind()
		}
	}
	b.add(scratch)
}

// addDenseParts adds the documents that are in a set of every part.
func (c *cursor) addDenseParts(b, scratch bitset, of func(*hotTerm) bitset) {
	copy(scratch, of(c.parts[0].hot))
	for n := range c.parts {
		scratch.meet(of(c.parts[n].hot))
	}
	b.add(scratch)
}

// addHigh adds to a set, of the documents of c, all those that may weigh more
// than low, and perhaps others.
func (c *cursor) addHigh(b, scratch bitset) {
	switch {
	case c.parts != nil && !c.isDenseParts(): // as good as all: they are few
		c.parts[c.rarest()].each(b.set)
	case c.low() == 0:
		c.addTo(b, scratch)
	case c.parts != nil:
		c.addDenseParts(b, scratch, (*hotTerm).highest)
	case c.isDense():
		b.add(c.hot.highBits)
	default:
		for _, d := range c.hot.high {
			b.set(d)
		}
	}
}

// low returns what the documents that addHigh leaves out weigh at most; 0 when
// it leaves out none.
func (c *cursor) low() float32 {
	switch {
	case c.hot != nil:
		return max(c.scale.any, c.scale.typed) * float32(c.hot.lower)
	case c.isDenseParts():
		var low float32
		for n := range c.parts {
			low = max(low, c.parts[n].low())
		}
		return low
	}
	return 0
}

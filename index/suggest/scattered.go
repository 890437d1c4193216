package suggest

// scattered offers the items in which each typed word begins some word. The
// typed word that begins the fewest leads; the others are looked for in the
// items that it gives.
func (l *layer) scattered(b *best, k int, r *reading, typos uint8) {
	lead, second := 0, 0
	sizes := b.sizes[:0]
	for _, spans := range r.spans {
		sizes = append(sizes, l.size(k, spans))
	}
	b.sizes = sizes
	for i, n := range sizes {
		if n < sizes[lead] {
			lead = i
		}
	}
	if sizes[lead] == 0 {
		return
	}
	for i, n := range sizes {
		if i != lead && (second == lead || n < sizes[second]) {
			second = i
		}
	}
	sh := &l.shelves[k]
	left := sizes[second]/costOfItem + 1 // items that do not fit, before the second word is looked up
	b.filter = b.filter[:0]
	filter := l.filter(b, k, r.spans[second])
	for _, sp := range r.spans[lead] {
		for list := range lists {
			fit := scattered + typos
			if list == others {
				fit = beside + typos
			}
			st := &sh.lists[list]
			lo, hi := l.within(sp, k, list)
			for i := lo; i < hi; {
				if i%block == 0 && !b.wants(newKey(fit, st.least[i/block])) {
					i += block
					continue
				}
				item := st.item[i]
				i++
				if !b.wants(newKey(fit, item)) || filter != nil && !filter.has(item) {
					continue
				}
				if f, ok := sh.fits(r.spans, item, lead); ok {
					b.offer(newKey(max(f+typos, fit), item))
				} else if left--; left == 0 && filter == nil {
					l.fillFilter(b, k, r.spans[second])
					filter = b.filter
				}
			}
		}
	}
}

// costOfItem is the number of starts that are put in a filter in the time that
// it takes to look at the words of an item. When as much time has gone to items
// that do not fit as the filter takes, it is made: often the best are found
// before.
const costOfItem = 16

// size is the number of starts of shelf k with the words of spans.
func (l *layer) size(k int, spans []span) int {
	n := uint32(0)
	for _, sp := range spans {
		from, to := &l.bounds[sp.from][k], &l.bounds[sp.to][k]
		n += to[heads] - from[heads] + to[inners] - from[inners] + to[others] - from[others]
	}
	return int(n)
}

// fillFilter makes the set of the items of shelf k that have a word of spans.
func (l *layer) fillFilter(b *best, k int, spans []span) {
	n := (len(l.shelves[k].items) + 63) / 64
	if cap(b.filter) < n {
		b.filter = make(bitset, n)
	}
	b.filter = b.filter[:n]
	clear(b.filter)
	for _, sp := range spans {
		for list := range lists {
			lo, hi := l.within(sp, k, list)
			for _, item := range l.shelves[k].lists[list].item[lo:hi] {
				b.filter.set(item)
			}
		}
	}
}

// fits reports whether all typed words but the leading one begin a word of
// item i, and how well.
func (sh *shelf) fits(spans [][]span, i uint32, lead int) (uint8, bool) {
	own, all := sh.words[sh.begin[i]:sh.beside[i]], sh.words[sh.begin[i]:sh.begin[i+1]]
	fit := scattered
	for j := range spans {
		if j == lead {
			continue
		}
		switch at := begun(all, spans[j]); {
		case at < 0:
			return 0, false
		case at >= len(own):
			fit = beside
		}
	}
	return fit, true
}

// begun returns the index of the first word that lies in the spans, or -1.
func begun(words []uint32, spans []span) int {
	if len(spans) == 1 {
		sp := spans[0]
		for i, w := range words {
			if w-sp.from < sp.to-sp.from {
				return i
			}
		}
		return -1
	}
	for i, w := range words {
		if holds(spans, w) {
			return i
		}
	}
	return -1
}

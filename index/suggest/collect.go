package suggest

// oneWord offers the items of shelf k with a word of sp. Last is the word that
// is typed whole, or none.
func (l *layer) oneWord(b *best, k int, sp span, last uint32, typos uint8) {
	sh := &l.shelves[k]
	if len(sh.items) == 0 {
		return
	}
	lo, hi := l.within(sp, k, heads)
	if typos == 0 && last != none {
		sh.whole(b, lo, hi, 1, last)
	}
	sh.lists[heads].each(lo, hi, head+typos, b)
	lo, hi = l.within(sp, k, inners)
	sh.lists[inners].each(lo, hi, inner+typos, b)
	lo, hi = l.within(sp, k, others)
	sh.lists[others].each(lo, hi, beside+typos, b)
}

// whole offers those of heads lo to hi that are the n typed words and nothing
// more; last is the last of them. They stand in front.
func (sh *shelf) whole(b *best, lo, hi, n int, last uint32) {
	for ; lo < hi; lo++ {
		i := sh.lists[heads].item[lo]
		ws := sh.words[sh.begin[i]:sh.beside[i]]
		if len(ws) != n || ws[n-1] != last || !b.wants(newKey(whole, i)) {
			return
		}
		b.offer(newKey(whole, i))
	}
}

// each offers the items of starts lo to hi (excluded).
func (st *starts) each(lo, hi int, fit uint8, b *best) {
	for i := lo; i < hi; {
		if i%block == 0 && !b.wants(newKey(fit, st.least[i/block])) {
			i += block
			continue
		}
		if k := newKey(fit, st.item[i]); b.wants(k) {
			b.offer(k)
		}
		i++
	}
}

// collect offers the items of shelf k that fit the words of r.
func (l *layer) collect(b *best, k int, r *reading, typos uint8) {
	sh := &l.shelves[k]
	if len(sh.items) == 0 {
		return
	}
	if len(r.spans) == 1 {
		for _, sp := range r.spans[0] {
			l.oneWord(b, k, sp, r.last, typos)
		}
		return
	}
	if typos == 0 && r.numbered {
		l.run(b, k, r)
	}
	if b.wants(newKey(scattered+typos, 0)) {
		l.scattered(b, k, r, typos)
	}
}

// run offers the items in which the typed words follow each other.
func (l *layer) run(b *best, k int, r *reading) {
	sh := &l.shelves[k]
	first := span{r.exact[0], r.exact[0] + 1}
	last := r.spans[len(r.exact)][0]
	for n, fit := range [...]uint8{head, inner} {
		lo, hi := l.within(first, k, n)
		if lo == hi || !b.wants(newKey(whole, 0)) {
			continue
		}
		lo, hi = sh.lists[n].find(sh, lo, hi, r.exact, last)
		if n == heads {
			sh.whole(b, lo, hi, len(r.spans), r.last)
		}
		sh.lists[n].each(lo, hi, fit, b)
	}
}

// scattered offers the items in which each typed word begins some word. The
// typed word that begins the fewest leads; the others are looked for in the
// items that it gives.
func (l *layer) scattered(b *best, k int, r *reading, typos uint8) {
	sh := &l.shelves[k]
	lead, least := 0, -1
	for i, spans := range r.spans {
		n := 0
		for _, sp := range spans {
			for list := range lists {
				lo, hi := l.within(sp, k, list)
				n += hi - lo
			}
		}
		if least < 0 || n < least {
			lead, least = i, n
		}
	}
	if least == 0 {
		return
	}
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
				if b.wants(newKey(fit, st.item[i])) {
					if f, ok := sh.fits(r.spans, st.item[i], lead); ok {
						b.offer(newKey(max(f+typos, fit), st.item[i]))
					}
				}
				i++
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

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

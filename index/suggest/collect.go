package suggest

// collect offers the items of the shelf that fit the typed words to s.best.
func (sh *shelf) collect(s *scratch, r round) {
	if len(sh.items) == 0 {
		return
	}
	var typos uint8
	if r != exact {
		typos = misspelled
	}
	last := len(s.typed) - 1
	switch {
	case last == 0:
		for _, sp := range s.typed[0].spans {
			sh.run(s, nil, sp, typos)
			sh.offer(s, &sh.others, sp, beside+typos)
		}
	default:
		if r == exact && s.numbered {
			sh.run(s, s.exact, s.typed[last].spans[0], 0)
		}
		sh.scattered(s, typos)
	}
}

// run offers the items in which the typed words follow each other.
func (sh *shelf) run(s *scratch, exact []uint32, last span, typos uint8) {
	lo, hi := sh.heads.find(sh, exact, last)
	if typos == 0 {
		sh.whole(s, lo, hi)
	}
	sh.heads.each(lo, hi, head+typos, &s.best, func(i uint32) { s.best.offer(newKey(head+typos, i)) })
	lo, hi = sh.inners.find(sh, exact, last)
	sh.inners.each(lo, hi, inner+typos, &s.best, func(i uint32) { s.best.offer(newKey(inner+typos, i)) })
}

// whole offers those of heads lo to hi that are the typed text and nothing
// more. They stand in front.
func (sh *shelf) whole(s *scratch, lo, hi int) {
	for ; lo < hi; lo++ {
		i := sh.heads.item[lo]
		ws := sh.words[sh.begin[i]:sh.beside[i]]
		if len(ws) != len(s.typed) || ws[len(ws)-1] != s.last {
			return
		}
		s.best.offer(newKey(whole, i))
	}
}

// offer offers the items of the starts in sp.
func (sh *shelf) offer(s *scratch, st *starts, sp span, fit uint8) {
	lo, hi := st.find(sh, nil, sp)
	st.each(lo, hi, fit, &s.best, func(i uint32) { s.best.offer(newKey(fit, i)) })
}

// scattered offers the items in which each typed word begins some word. The
// typed word that begins the fewest leads; the others are looked for in the
// items that it gives.
func (sh *shelf) scattered(s *scratch, typos uint8) {
	lead, least := 0, -1
	for i, w := range s.typed {
		n := 0
		for _, sp := range w.spans {
			for _, st := range []*starts{&sh.heads, &sh.inners, &sh.others} {
				lo, hi := st.find(sh, nil, sp)
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
	for _, sp := range s.typed[lead].spans {
		for _, st := range []*starts{&sh.heads, &sh.inners, &sh.others} {
			fit := scattered + typos
			if st == &sh.others {
				fit = beside + typos
			}
			lo, hi := st.find(sh, nil, sp)
			st.each(lo, hi, fit, &s.best, func(i uint32) {
				if f, ok := sh.fits(s, i, lead); ok {
					s.best.offer(newKey(max(f+typos, fit), i))
				}
			})
		}
	}
}

// fits reports whether all typed words but the leading one begin a word of
// item i, and how well.
func (sh *shelf) fits(s *scratch, i uint32, lead int) (uint8, bool) {
	own, all := sh.words[sh.begin[i]:sh.beside[i]], sh.words[sh.begin[i]:sh.begin[i+1]]
	fit := scattered
	for j := range s.typed {
		if j == lead {
			continue
		}
		spans := s.typed[j].spans
		switch at := begun(all, spans); {
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
	for i, w := range words {
		if holds(spans, w) {
			return i
		}
	}
	return -1
}

package suggest

import "cmp"

// bestOf returns the best items of a kind, of both layers.
func (t *Table) bestOf(s *scratch, k int, round round, limit int) []key {
	lower := t.bestOfLayer(s, 0, k, round, limit)
	if t.pair[1] == nil {
		return lower
	}
	s.lower = append(s.lower[:0], lower...)
	return t.merged(s, k, s.lower, t.bestOfLayer(s, 1, k, round, limit), limit)
}

// bestOfLayer returns the best items of a kind in a layer.
func (t *Table) bestOfLayer(s *scratch, i, k int, round round, limit int) []key {
	r, l := &s.readings[i], t.pair[i]
	if !r.fits {
		return nil
	}
	var dead bitset
	if i == 0 {
		dead = t.dead[k]
	}
	if r.answer != nil {
		if keys, ok := l.ready.of(r.answer, k, limit, dead); ok {
			return keys
		}
	}
	s.best.reset(limit, dead)
	typos := uint8(0)
	if round != exact {
		typos = misspelled
	}
	l.collect(&s.best, k, r, typos)
	n := len(s.found)
	s.found = append(s.found, s.best.keys...)
	return s.found[n:]
}

// merged gives the best of two layers, those of the upper one marked.
func (t *Table) merged(s *scratch, k int, lower, upper []key, limit int) []key {
	n := len(s.found)
	base, over := &t.pair[0].shelves[k], &t.pair[1].shelves[k]
	for len(s.found)-n < limit && len(lower)+len(upper) > 0 {
		up := len(lower) == 0
		if !up && len(upper) > 0 {
			a, b := lower[0], upper[0]
			c := cmp.Compare(b.fit(), a.fit())
			if c == 0 {
				c = compareItems(t.pair[1], &over.items[b.item()], t.pair[0], &base.items[a.item()])
			}
			up = c < 0
		}
		if up {
			s.found, upper = append(s.found, upper[0]|above), upper[1:]
		} else {
			s.found, lower = append(s.found, lower[0]), lower[1:]
		}
	}
	return s.found[n:]
}

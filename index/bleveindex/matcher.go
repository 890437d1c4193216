package bleveindex

import "math/bits"

// A matcher gives the documents of a segment that meet one clause. Each way to
// meet it is a cursor; the best way counts.
type matcher struct {
	ways []cursor
}

// size returns how many documents meet the clause, at most.
func (m *matcher) size() int {
	n := 0
	for i := range m.ways {
		n += m.ways[i].len()
	}
	return n
}

// most returns what no weight exceeds.
func (m *matcher) most() float32 {
	var most float32
	for i := range m.ways {
		most = max(most, m.ways[i].most())
	}
	return most
}

// weight returns the weight at document d, 0 when the clause is not met there.
// Documents must be asked for in rising order, from rewind on.
func (m *matcher) weight(d uint32) float32 {
	var w float32
	for i := range m.ways {
		w = max(w, m.ways[i].weight(d))
	}
	return w
}

// rewind lets weight be asked from the first document again.
func (m *matcher) rewind() {
	for i := range m.ways {
		m.ways[i].at = 0
	}
}

// addTo adds the documents to a set.
func (m *matcher) addTo(b bitset) {
	for i := range m.ways {
		m.ways[i].addTo(b)
	}
}

// matchAll fills dst with the documents that meet every matcher, each with the
// sum of its weights times idf. The rarest drives, the others are asked about
// its documents; where even the rarest is common or has several ways, sets of
// bits are intersected first. The two sets are scratch.
func matchAll(dst *list, ms []matcher, idf []float32, result, scratch bitset) {
	dst.reset()
	order := make([]int, 0, 16)
	for k := range ms {
		order = append(order, k)
		for i := k; i > 0 && ms[order[i]].size() < ms[order[i-1]].size(); i-- {
			order[i], order[i-1] = order[i-1], order[i]
		}
	}
	first := &ms[order[0]]
	if len(first.ways) == 1 && !(first.ways[0].isDense() && len(ms) > 1) {
		first.ways[0].appendTo(dst, idf[order[0]])
		order = order[1:]
	} else {
		clear(result)
		first.addTo(result)
		for _, k := range order[1:] {
			ms[k].restrict(result, scratch)
		}
		for i, w := range result {
			for w != 0 {
				dst.docs = append(dst.docs, uint32(i<<6|bits.TrailingZeros64(w)))
				dst.weights = append(dst.weights, 0)
				w &= w - 1
			}
		}
	}
	for _, k := range order {
		m := &ms[k]
		m.rewind()
		if len(m.ways) == 1 {
			m.ways[0].filter(dst, idf[k])
			continue
		}
		n := 0
		for i, d := range dst.docs {
			if w := m.weight(d); w != 0 {
				dst.docs[n], dst.weights[n] = d, dst.weights[i]+idf[k]*w
				n++
			}
		}
		dst.docs, dst.weights = dst.docs[:n], dst.weights[:n]
	}
}

// restrict takes out of b what does not meet m, or leaves it as it is where that
// is cheaper to find out by weight.
func (m *matcher) restrict(b, scratch bitset) {
	if len(m.ways) == 1 && m.ways[0].isDense() {
		for i, w := range m.ways[0].hot.bits {
			b[i] &= w
		}
		return
	}
	clear(scratch)
	m.addTo(scratch)
	for i, w := range scratch[:len(b)] {
		b[i] &= w
	}
}

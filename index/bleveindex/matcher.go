package bleveindex

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

// live returns how many documents meet the clause in its most frequent way,
// without the deleted ones. The parts of a compound count only where fiches do
// not speak of it otherwise: how rare the parts are says little of it.
func (m *matcher) live(deleted bitset) int {
	most := 0
	for i := range m.ways {
		if m.ways[i].parts == nil {
			most = max(most, m.ways[i].live(deleted))
		}
	}
	for i := range m.ways {
		if most == 0 {
			most = m.ways[i].live(deleted)
		}
	}
	return most
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
		m.ways[i].rewind()
	}
}

// addTo adds the documents to a set. The scratch is a set as large.
func (m *matcher) addTo(b, scratch bitset) {
	for i := range m.ways {
		m.ways[i].addTo(b, scratch)
	}
}

// addHigh adds to a set, of the documents, all those that may weigh more than
// low, and perhaps others.
func (m *matcher) addHigh(b, scratch bitset) {
	for i := range m.ways {
		m.ways[i].addHigh(b, scratch)
	}
}

// low returns what the documents that addHigh leaves out weigh at most; 0 when
// it leaves out none.
func (m *matcher) low() float32 {
	var low float32
	for i := range m.ways {
		low = max(low, m.ways[i].low())
	}
	return low
}

// filter leaves in l the documents, with their weights times factor added.
func (m *matcher) filter(l *list, factor float32) {
	m.rewind()
	if len(m.ways) == 1 {
		m.ways[0].filter(l, factor)
		return
	}
	n := 0
	for i, d := range l.docs {
		if w := m.weight(d); w != 0 {
			l.docs[n], l.weights[n] = d, l.weights[i]+factor*w
			n++
		}
	}
	l.docs, l.weights = l.docs[:n], l.weights[:n]
}

// bySize returns the numbers of the matchers, the rarest first.
func bySize(order []int, ms []matcher) []int {
	for k := range ms {
		order = append(order, k)
		for i := k; i > 0 && ms[order[i]].size() < ms[order[i-1]].size(); i-- {
			order[i], order[i-1] = order[i-1], order[i]
		}
	}
	return order
}

// driven fills dst with the documents that meet every matcher, each with the sum
// of its weights times idf. The first of order drives, the others are asked
// about its documents, so it should be rare.
func driven(dst *list, ms []matcher, order []int, idf []float32, set, scratch bitset) {
	dst.reset()
	first := &ms[order[0]]
	if len(first.ways) == 1 {
		first.ways[0].appendTo(dst, idf[order[0]])
		order = order[1:]
	} else {
		clear(set)
		first.addTo(set, scratch)
		set.each(func(d uint32) {
			dst.docs, dst.weights = append(dst.docs, d), append(dst.weights, 0)
		})
	}
	for _, k := range order {
		ms[k].filter(dst, idf[k])
	}
}

// intersect makes set those documents that meet every matcher. The two others
// are scratch.
func intersect(set bitset, ms []matcher, order []int, other, scratch bitset) {
	clear(set)
	ms[order[0]].addTo(set, scratch)
	for _, k := range order[1:] {
		if m := &ms[k]; len(m.ways) == 1 && m.ways[0].isDense() {
			m.ways[0].restrict(set)
			continue
		}
		clear(other)
		ms[k].addTo(other, scratch)
		set.meet(other)
	}
}

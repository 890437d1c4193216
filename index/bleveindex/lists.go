package bleveindex

import "sort"

// seek returns the first place at or after from whose document is not below d,
// by galloping: documents sought in order cost little.
func seek(docs []uint32, from int, d uint32) int {
	if from >= len(docs) || docs[from] >= d {
		return from
	}
	step := 1
	for from+step < len(docs) && docs[from+step] < d {
		from += step
		step *= 2
	}
	lo, hi := from+1, min(from+step, len(docs))
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if docs[m] < d {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// keep leaves in l the documents for which ok holds; ok gets their place.
func (l *list) keep(ok func(i int) bool) {
	n := 0
	for i := range l.docs {
		if ok(i) {
			l.docs[n], l.weights[n] = l.docs[i], l.weights[i]
			n++
		}
	}
	l.docs, l.weights = l.docs[:n], l.weights[:n]
}

// sortUnique orders l by document, each once with its highest weight.
func (l *list) sortUnique() {
	sort.Sort(byDocument{l})
	n := 0
	for i, d := range l.docs {
		if n > 0 && l.docs[n-1] == d {
			l.weights[n-1] = max(l.weights[n-1], l.weights[i])
			continue
		}
		l.docs[n], l.weights[n] = d, l.weights[i]
		n++
	}
	l.docs, l.weights = l.docs[:n], l.weights[:n]
}

type byDocument struct{ *list }

func (l byDocument) Len() int           { return len(l.docs) }
func (l byDocument) Less(i, j int) bool { return l.docs[i] < l.docs[j] }
func (l byDocument) Swap(i, j int) {
	l.docs[i], l.docs[j] = l.docs[j], l.docs[i]
	l.weights[i], l.weights[j] = l.weights[j], l.weights[i]
}

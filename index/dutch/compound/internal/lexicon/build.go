package lexicon

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"sort"
)

// Build makes a lexicon of at least one form and its entry. A form must not be
// empty or hold a zero byte.
func Build(forms map[string]Entry, bases map[string]string, splits map[string][]int) (*Lexicon, error) {
	b := builder{register: map[string]uint32{}, classes: map[Entry]uint32{}}
	l := &Lexicon{Bases: bases, Splits: splits}
	if len(forms) == 0 {
		return nil, errors.New("building the lexicon: there are no forms")
	}
	words := make([]string, 0, len(forms))
	for w := range forms {
		if w == "" || slices.Contains([]byte(w), 0) {
			return nil, fmt.Errorf("building the lexicon: %q cannot be a form", w)
		}
		words = append(words, w)
	}
	slices.Sort(words)
	// Classes are numbered by frequency so that the commonest entries have small numbers.
	count := map[Entry]int{}
	for _, e := range forms {
		count[e]++
	}
	for e := range count {
		l.entries = append(l.entries, e)
	}
	sort.Slice(l.entries, func(i, j int) bool {
		a, b := l.entries[i], l.entries[j]
		if count[a] != count[b] {
			return count[a] > count[b]
		}
		return fmt.Sprint(a) < fmt.Sprint(b)
	})
	for i, e := range l.entries {
		b.classes[e] = uint32(i)
	}
	b.edges = []uint32{lastEdge} // so that 0 is no node
	l.root = b.node(words, forms, 0)
	l.edges = b.edges
	if len(b.edges) >= 1<<(32-targetShift) {
		return nil, fmt.Errorf("building the lexicon: %d edges are too many", len(b.edges))
	}
	return l, nil
}

type builder struct {
	edges    []uint32
	register map[string]uint32 // the edges of a node, as bytes → where it stands
	classes  map[Entry]uint32
}

// node adds the node for words that share their first depth bytes, its
// children first, or finds one that is the same.
func (b *builder) node(words []string, forms map[string]Entry, depth int) uint32 {
	var edges []uint32
	if len(words[0]) == depth {
		edges = append(edges, b.classes[forms[words[0]]]<<targetShift)
		words = words[1:]
	}
	for len(words) > 0 {
		c := words[0][depth]
		n := sort.Search(len(words), func(i int) bool { return words[i][depth] > c })
		edges = append(edges, b.node(words[:n], forms, depth+1)<<targetShift|uint32(c))
		words = words[n:]
	}
	edges[len(edges)-1] |= lastEdge
	key := make([]byte, 0, 4*len(edges))
	for _, e := range edges {
		key = binary.LittleEndian.AppendUint32(key, e)
	}
	if at, ok := b.register[string(key)]; ok {
		return at
	}
	at := uint32(len(b.edges))
	b.edges = append(b.edges, edges...)
	b.register[string(key)] = at
	return at
}

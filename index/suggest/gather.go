package suggest

import (
	"slices"
	"strings"
)

// A gatherer collects items while Build reads. Words are numbered as they come.
type gatherer struct {
	parts   func(form string) []int
	phrase  phrase
	words   numbers
	tails   [][]uint32 // by number: what begins at the parts of a compound
	split   []bool     // by number: parts have been looked for
	texts   strings.Builder
	shelves [len(kinds)]gathered
	ids     []string
	places  numbers
	source  *source
	valueOf [len(kinds)]valueNumbers
	seen    []uint32 // by value: the last fiche that had it, plus one
}

// A gathered is the items of a kind as they came.
type gathered struct {
	items  []item
	words  []uint32
	begin  []uint32
	beside []uint32
}

// valueNumbers number the labels or terms of a kind, and give those their
// numbers among all.
type valueNumbers struct {
	numbers
	all []uint32
}

func newGatherer(parts func(form string) []int) *gatherer {
	return &gatherer{parts: parts, source: new(source)}
}

// fiche adds the title and the local examples of a fiche.
func (g *gatherer) fiche(f *Fiche) {
	id := uint32(len(g.ids))
	g.ids = append(g.ids, strings.Clone(f.ID))
	src := g.source
	r := record{title: none, practices: uint32(len(src.practices)), has: uint32(len(src.has))}
	if i, ok := g.add(ofFiche, f.Title, "", item{id: id, place: none, used: distinct(f.Municipalities)}); ok {
		r.title = i
	}
	for i, p := range f.Practices {
		twice := slices.ContainsFunc(f.Practices[:i], func(q Practice) bool { return q.Name == p.Name && q.Place == p.Place })
		if twice {
			continue
		}
		if n, ok := g.add(ofPractice, p.Name, p.By, item{id: id, place: g.place(p.Place)}); ok {
			src.practices = append(src.practices, practice{n, g.place(p.By)})
		}
	}
	src.fiches = append(src.fiches, r)
}

// distinct is the number of different values.
func distinct(values []string) uint32 {
	n := uint32(0)
	for i, v := range values {
		if !slices.Contains(values[:i], v) {
			n++
		}
	}
	return n
}

// count counts the labels and terms of the fiche that was added last.
func (g *gatherer) count(f *Fiche) {
	f.eachValue(func(kind int, text string) {
		n := g.value(kind, text)
		if g.seen[n] == uint32(len(g.ids)) {
			return
		}
		g.seen[n] = uint32(len(g.ids))
		g.source.values[n].count++
		g.source.has = append(g.source.has, n)
	})
}

// value gives a label or a term its number.
func (g *gatherer) value(kind int, text string) uint32 {
	of := &g.valueOf[kind]
	n, fresh := of.of(text)
	if fresh {
		of.texts[n] = strings.Clone(text)
		of.all = append(of.all, uint32(len(g.source.values)))
		from, to := g.write(text)
		g.source.values = append(g.source.values, value{from: from, to: to, item: none, kind: uint8(kind)})
		g.seen = append(g.seen, 0)
	}
	return of.all[n]
}

// show adds the items of the labels and terms that enough fiches have.
func (g *gatherer) show(leastTerm uint32) {
	for n := range g.source.values {
		v := &g.source.values[n]
		kind := int(v.kind)
		if v.count < 1 || kind == ofTerm && v.count < leastTerm {
			continue
		}
		text := g.texts.String()[v.from:v.to]
		if i, ok := g.addAt(kind, text, "", item{from: v.from, to: v.to, id: none, place: none, used: v.count}); ok {
			v.item = i
		}
	}
}

func (g *gatherer) place(name string) uint32 {
	if name == "" {
		return none
	}
	n, fresh := g.places.of(name)
	if fresh {
		g.places.texts[n] = strings.Clone(name)
	}
	return n
}

func (g *gatherer) write(text string) (from, to uint32) {
	from = uint32(g.texts.Len())
	g.texts.WriteString(text)
	return from, uint32(g.texts.Len())
}

// add adds one item, found by the words of text and beside these by those of
// by. It returns its number among those of its kind, or false for a text
// without words.
func (g *gatherer) add(kind int, text, by string, it item) (uint32, bool) {
	it.from = none
	return g.addAt(kind, text, by, it)
}

// addAt adds an item whose text is written already, unless from is none.
func (g *gatherer) addAt(kind int, text, by string, it item) (uint32, bool) {
	g.phrase.read(text)
	if len(g.phrase.pieces) == 0 {
		return 0, false
	}
	if it.from == none {
		it.from, it.to = g.write(text)
	}
	s := &g.shelves[kind]
	s.items = append(s.items, it)
	begin := len(s.words)
	s.begin = append(s.begin, uint32(begin))
	for i := range g.phrase.pieces {
		s.words = append(s.words, g.number(g.phrase.word(i)))
	}
	beside := len(s.words)
	s.beside = append(s.beside, uint32(beside))
	for _, n := range s.words[begin:beside] {
		s.words = append(s.words, g.tailsOf(n)...)
	}
	g.phrase.others(func(word []byte) { s.words = append(s.words, g.number(word)) })
	if by != "" {
		g.phrase.read(by)
		for i := range g.phrase.pieces {
			s.words = append(s.words, g.number(g.phrase.word(i)))
		}
		g.phrase.others(func(word []byte) { s.words = append(s.words, g.number(word)) })
	}
	return uint32(len(s.items) - 1), true
}

// number gives a word its number.
func (g *gatherer) number(word []byte) uint32 {
	n, fresh := g.words.ofBytes(word)
	if fresh {
		g.tails, g.split = append(g.tails, nil), append(g.split, false)
	}
	return n
}

// tailsOf gives the numbers of what begins at the parts of word n.
func (g *gatherer) tailsOf(n uint32) []uint32 {
	if g.split[n] || g.parts == nil {
		return g.tails[n]
	}
	g.split[n] = true
	form := g.words.texts[n]
	var tails []uint32
	for _, at := range g.parts(form) {
		if 0 < at && at < len(form) {
			tails = append(tails, g.number([]byte(form[at:])))
		}
	}
	g.tails[n] = tails
	return tails
}

// end is the end of the words of item i.
func (s *gathered) end(i int) int {
	if i+1 < len(s.begin) {
		return int(s.begin[i+1])
	}
	return len(s.words)
}

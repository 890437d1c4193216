package suggest

import (
	"math"
	"slices"
	"strings"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

// base is the weight of a kind. What it is used adds at most 1, so that kinds
// mix: a label that many fiches have comes before a title, a rare one behind.
var base = [len(kinds)]float32{
	1.2, 1.1, 1.1, 1.1, // labels
	1.5, // titles
	0.9, // local examples
	0.3, // words
}

// A gatherer collects items while Build reads. Words are numbered as they come.
type gatherer struct {
	parts   func(form string) []int
	phrase  phrase
	numbers map[string]uint32
	split   []bool              // by number: parts have been looked for
	tails   map[uint32][]uint32 // compound → what begins at its parts
	texts   strings.Builder
	shelves [len(kinds)]gathered
	ids     []string
	places  []string
	placeOf map[string]uint32
	seen    map[index.Suggestion]bool // of the fiche at hand
	counts  map[label]int
	labeled []label // in order of appearance
}

// A gathered is the items of a kind as they came.
type gathered struct {
	items  []item
	words  []uint32
	begin  []uint32
	beside []uint32
	most   uint32 // highest count, or use
	used   []uint32
}

type label struct {
	kind  int
	value string
}

func newGatherer(parts func(form string) []int) *gatherer {
	return &gatherer{
		parts: parts, numbers: map[string]uint32{}, tails: map[uint32][]uint32{}, placeOf: map[string]uint32{},
		seen: map[index.Suggestion]bool{}, counts: map[label]int{},
	}
}

// kindOf is the number of the shelf of a kind.
func kindOf(k index.Kind) int {
	for i := range kinds {
		if kinds[i] == k {
			return i
		}
	}
	panic("suggest: no shelf for " + string(k))
}

var (
	ofFiche    = kindOf(index.KindFiche)
	ofPractice = kindOf(index.KindPractice)
	ofTerm     = kindOf(index.KindTerm)
	ofFacets   = [...]int{kindOf(index.KindCategory), kindOf(index.KindDomain), kindOf(index.KindMunicipality), kindOf(index.KindTargetGroup)}
)

// fiche adds a title, its local examples, and counts its labels.
func (g *gatherer) fiche(f *corpus.Fiche) {
	id := uint32(len(g.ids))
	g.ids = append(g.ids, strings.Clone(f.ID))
	places := f.MunicipalityNames()
	g.add(ofFiche, f.Title, "", item{id: id, place: none}, len(places))
	for i, values := range [...][]string{f.Categories, f.Domains, places, f.TargetGroups} {
		for j, v := range values {
			if !slices.Contains(values[:j], v) {
				g.label(label{ofFacets[i], v})
			}
		}
	}
	clear(g.seen)
	for _, p := range f.Practices {
		place, by := p.AsWritten, p.AsWritten
		if len(p.Municipalities) == 1 {
			place = p.Municipalities[0].Name
		}
		for _, m := range p.Municipalities {
			by += " / " + m.Name
		}
		for _, e := range p.Examples {
			s := index.Suggestion{Text: e.Name, Place: place}
			if e.Name != "" && !g.seen[s] {
				g.seen[s] = true
				g.add(ofPractice, e.Name, by, item{id: id, place: g.place(place)}, 0)
			}
		}
	}
}

func (g *gatherer) place(name string) uint32 {
	if name == "" {
		return none
	}
	i, ok := g.placeOf[name]
	if !ok {
		i = uint32(len(g.places))
		name = strings.Clone(name)
		g.places = append(g.places, name)
		g.placeOf[name] = i
	}
	return i
}

func (g *gatherer) label(l label) {
	if g.counts[l] == 0 {
		l.value = strings.Clone(l.value)
		g.labeled = append(g.labeled, l)
	}
	g.counts[l]++
}

// labels adds the labels that were counted.
func (g *gatherer) labels() {
	for _, l := range g.labeled {
		n := g.counts[l]
		g.add(l.kind, l.value, "", item{id: none, place: none, count: uint32(n)}, n)
	}
}

// term adds a word. One that came before is left out.
func (g *gatherer) term(text string, count int) {
	l := label{ofTerm, text}
	if g.counts[l] > 0 {
		return
	}
	g.counts[l] = 1
	g.add(ofTerm, text, "", item{id: none, place: none, count: uint32(max(count, 0))}, count)
}

// add adds one item, found by the words of text and beside these by those of
// by. Used says how much it is used, compared with others of its kind.
func (g *gatherer) add(kind int, text, by string, it item, used int) {
	g.phrase.read(text)
	if len(g.phrase.pieces) == 0 {
		return
	}
	s := &g.shelves[kind]
	it.from = uint32(g.texts.Len())
	g.texts.WriteString(text)
	it.to = uint32(g.texts.Len())
	s.items = append(s.items, it)
	s.used = append(s.used, uint32(max(used, 0)))
	s.most = max(s.most, uint32(max(used, 0)))

	begin := len(s.words)
	s.begin = append(s.begin, uint32(begin))
	for i := range g.phrase.pieces {
		s.words = append(s.words, g.number(g.phrase.word(i)))
	}
	beside := len(s.words)
	s.beside = append(s.beside, uint32(beside))
	for _, n := range s.words[begin:beside] {
		s.words = append(s.words, g.tails[n]...)
	}
	g.phrase.others(func(word []byte) { s.words = append(s.words, g.number(word)) })
	if by != "" {
		g.phrase.read(by)
		for i := range g.phrase.pieces {
			s.words = append(s.words, g.number(g.phrase.word(i)))
		}
		g.phrase.others(func(word []byte) { s.words = append(s.words, g.number(word)) })
	}
}

// number gives a word of a phrase its number, and its parts theirs.
func (g *gatherer) number(word []byte) uint32 {
	if n, ok := g.numbers[string(word)]; ok && g.split[n] {
		return n
	}
	form := string(word)
	n := g.numbered(form)
	g.split[n] = true
	if g.parts == nil {
		return n
	}
	var tails []uint32
	for _, at := range g.parts(form) {
		if 0 < at && at < len(form) {
			tails = append(tails, g.numbered(form[at:]))
		}
	}
	if tails != nil {
		g.tails[n] = tails
	}
	return n
}

// numbered gives the number of a word or of what begins at a part of one.
func (g *gatherer) numbered(form string) uint32 {
	n, ok := g.numbers[form]
	if !ok {
		n = uint32(len(g.numbers))
		g.numbers[form] = n
		g.split = append(g.split, false)
	}
	return n
}

// score is the weight of an item: its kind, and its use on a logarithmic scale.
func (s *gathered) score(kind, i int) float32 {
	if s.most == 0 {
		return base[kind]
	}
	return base[kind] + float32(math.Log1p(float64(s.used[i]))/math.Log1p(float64(s.most)))
}

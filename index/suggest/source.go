package suggest

import (
	"slices"
	"sync"
)

// A source is what the fiches of a layer have, so that a fiche can be taken out
// of the counts, and all be read again.
type source struct {
	fiches    []record // one more than there are fiches, for where its lists end
	practices []practice
	has       []uint32 // values of the fiches, one behind the other
	values    []value

	once    sync.Once
	byID    map[string]uint32
	byValue [len(kinds)]map[string]uint32
}

// A record is a fiche: its title and where its lists begin.
type record struct{ title, practices, has uint32 }

// A practice is a local example: its item, and where By stands in places.
type practice struct{ item, by uint32 }

// A value is a label or a word that fiches have.
type value struct {
	from, to uint32 // bytes of texts
	count    uint32
	given    uint32 // of count, what came without fiches
	item     uint32 // of its shelf, or none
	kind     uint8
}

// fiche reads fiche i back.
func (l *layer) fiche(i int) Fiche {
	r, end := l.source.fiches[i], l.source.fiches[i+1]
	f := Fiche{ID: l.ids[i]}
	if r.title != none {
		it := &l.shelves[ofFiche].items[r.title]
		f.Title = l.text(it.from, it.to)
	}
	for _, p := range l.source.practices[r.practices:end.practices] {
		it := &l.shelves[ofPractice].items[p.item]
		read := Practice{Name: l.text(it.from, it.to)}
		if it.place != none {
			read.Place = l.places[it.place]
		}
		if p.by != none {
			read.By = l.places[p.by]
		}
		f.Practices = append(f.Practices, read)
	}
	for _, n := range l.source.has[r.has:end.has] {
		v := &l.source.values[n]
		text := l.text(v.from, v.to)
		switch int(v.kind) {
		case ofFacets[0]:
			f.Categories = append(f.Categories, text)
		case ofFacets[1]:
			f.Domains = append(f.Domains, text)
		case ofFacets[2]:
			f.Municipalities = append(f.Municipalities, text)
		case ofFacets[3]:
			f.TargetGroups = append(f.TargetGroups, text)
		default:
			f.Terms = append(f.Terms, text)
		}
	}
	return f
}

// find makes the ways to find a fiche by its ID and a value by its text. They
// are made when they are first asked for: a table that never changes needs none.
func (l *layer) find() *source {
	s := &l.source
	s.once.Do(func() {
		s.byID = make(map[string]uint32, len(l.ids))
		for i, id := range l.ids {
			s.byID[id] = uint32(i)
		}
		for k := range s.byValue {
			s.byValue[k] = map[string]uint32{}
		}
		for i, v := range s.values {
			s.byValue[v.kind][l.text(v.from, v.to)] = uint32(i)
		}
	})
	return s
}

// eachValue calls yield with the labels and terms of f, each once.
func (f *Fiche) eachValue(yield func(kind int, text string)) {
	for i, labels := range f.labels() {
		for j, v := range labels {
			if !slices.Contains(labels[:j], v) {
				yield(ofFacets[i], v)
			}
		}
	}
	for _, t := range f.Terms {
		yield(ofTerm, t)
	}
}

package suggest

import (
	"bufio"
	"encoding/binary"
	"io"
)

// encodedVersion begins the bytes of a table. It changes with their form and with
// what a table holds of the same fiches.
const encodedVersion = 1

// Encode writes the table to w, for Decode. What is cheap to make again is left
// out; the rest, about 300 bytes a fiche, compresses to half. It returns the
// first error of w.
func (t *Table) Encode(w io.Writer) error {
	e := &encoder{w: bufio.NewWriterSize(w, 1<<16)}
	e.number(encodedVersion)
	e.number(t.leastTerm)
	e.layer(t.pair[0])
	var gone []uint32
	for i := range uint32(len(t.pair[0].ids)) {
		if t.gone.has(i) {
			gone = append(gone, i)
		}
	}
	e.numbers(gone)
	e.number(uint32(len(t.above)))
	for i := range t.above {
		e.fiche(&t.above[i])
	}
	return e.w.Flush()
}

// An encoder writes numbers, as four bytes, the lowest first, and texts, all with
// their length before them. The writer remembers its first error.
type encoder struct {
	w      *bufio.Writer
	column []uint32
}

func (e *encoder) number(n uint32) {
	var b [4]byte
	binary.LittleEndian.PutUint32(b[:], n)
	_, _ = e.w.Write(b[:])
}

func (e *encoder) numbers(all []uint32) {
	e.number(uint32(len(all)))
	for _, n := range all {
		e.number(n)
	}
}

func (e *encoder) text(s string) {
	e.number(uint32(len(s)))
	_, _ = e.w.WriteString(s)
}

func (e *encoder) texts(all []string) {
	e.column = e.column[:0]
	size := 0
	for _, s := range all {
		e.column = append(e.column, uint32(len(s)))
		size += len(s)
	}
	e.numbers(e.column)
	e.number(uint32(size))
	for _, s := range all {
		_, _ = e.w.WriteString(s)
	}
}

// columnOf writes one number of each of n things.
func (e *encoder) columnOf(n int, number func(i int) uint32) {
	e.number(uint32(n))
	for i := range n {
		e.number(number(i))
	}
}

func (e *encoder) layer(l *layer) {
	e.texts(l.words)
	e.text(l.texts)
	e.texts(l.ids)
	e.texts(l.places)
	for k := range l.shelves {
		sh := &l.shelves[k]
		n := len(sh.items)
		e.columnOf(n, func(i int) uint32 { return sh.items[i].from })
		e.columnOf(n, func(i int) uint32 { return sh.items[i].to })
		e.columnOf(n, func(i int) uint32 { return sh.items[i].id })
		e.columnOf(n, func(i int) uint32 { return sh.items[i].place })
		e.columnOf(n, func(i int) uint32 { return sh.items[i].used })
		e.numbers(sh.words)
		e.numbers(sh.begin)
		e.numbers(sh.beside)
		for i := range sh.lists {
			e.numbers(sh.lists[i].at)
		}
	}
	s := &l.source
	e.columnOf(len(s.fiches), func(i int) uint32 { return s.fiches[i].title })
	e.columnOf(len(s.fiches), func(i int) uint32 { return s.fiches[i].practices })
	e.columnOf(len(s.fiches), func(i int) uint32 { return s.fiches[i].has })
	e.columnOf(len(s.practices), func(i int) uint32 { return s.practices[i].item })
	e.columnOf(len(s.practices), func(i int) uint32 { return s.practices[i].by })
	e.numbers(s.has)
	e.columnOf(len(s.values), func(i int) uint32 { return s.values[i].from })
	e.columnOf(len(s.values), func(i int) uint32 { return s.values[i].to })
	e.columnOf(len(s.values), func(i int) uint32 { return s.values[i].count })
	e.columnOf(len(s.values), func(i int) uint32 { return s.values[i].given })
	e.columnOf(len(s.values), func(i int) uint32 { return s.values[i].item })
	e.columnOf(len(s.values), func(i int) uint32 { return uint32(s.values[i].kind) })
}

func (e *encoder) fiche(f *Fiche) {
	e.text(f.ID)
	e.text(f.Title)
	for _, labels := range f.labels() {
		e.texts(labels)
	}
	e.number(uint32(len(f.Practices)))
	for _, p := range f.Practices {
		e.text(p.Name)
		e.text(p.Place)
		e.text(p.By)
	}
	e.texts(f.Terms)
}

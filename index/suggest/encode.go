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
// out. It returns the first error of w.
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

// An encoder writes numbers of four bytes, the lowest first, and lists and texts
// with their length before them. The writer remembers its first error.
type encoder struct {
	w       *bufio.Writer
	lengths []uint32
	planes  [4][plane]byte
}

// plane is the number of numbers of a list of which first the lowest bytes are
// written, then the next, and so on: alike bytes together compress well.
const plane = 1 << 13

func (e *encoder) number(n uint32) {
	_, _ = e.w.Write(binary.LittleEndian.AppendUint32(nil, n))
}

func (e *encoder) numbers(all []uint32) {
	e.column(len(all), func(i int) uint32 { return all[i] })
}

// column writes a number of each of n things.
func (e *encoder) column(n int, number func(i int) uint32) {
	e.number(uint32(n))
	for from := 0; from < n; from += plane {
		size := min(plane, n-from)
		for i := range size {
			for p, x := 0, number(from+i); p < 4; p, x = p+1, x>>8 {
				e.planes[p][i] = byte(x)
			}
		}
		for p := range e.planes {
			_, _ = e.w.Write(e.planes[p][:size])
		}
	}
}

func (e *encoder) text(s string) {
	e.number(uint32(len(s)))
	_, _ = e.w.WriteString(s)
}

func (e *encoder) texts(all []string) {
	e.lengths = e.lengths[:0]
	size := 0
	for _, s := range all {
		e.lengths = append(e.lengths, uint32(len(s)))
		size += len(s)
	}
	e.numbers(e.lengths)
	e.number(uint32(size))
	for _, s := range all {
		_, _ = e.w.WriteString(s)
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
		e.column(n, func(i int) uint32 { return sh.items[i].from })
		e.column(n, func(i int) uint32 { return sh.items[i].to - sh.items[i].from })
		e.column(n, func(i int) uint32 { return sh.items[i].id })
		e.column(n, func(i int) uint32 { return sh.items[i].place })
		e.column(n, func(i int) uint32 { return sh.items[i].used })
		e.numbers(sh.words)
		e.numbers(sh.begin)
		e.numbers(sh.beside)
		for i := range sh.lists {
			e.numbers(sh.lists[i].at)
		}
	}
	s := &l.source
	e.column(len(s.fiches), func(i int) uint32 { return s.fiches[i].title })
	e.column(len(s.fiches), func(i int) uint32 { return s.fiches[i].practices })
	e.column(len(s.fiches), func(i int) uint32 { return s.fiches[i].has })
	e.column(len(s.practices), func(i int) uint32 { return s.practices[i].item })
	e.column(len(s.practices), func(i int) uint32 { return s.practices[i].by })
	e.numbers(s.has)
	e.column(len(s.values), func(i int) uint32 { return s.values[i].from })
	e.column(len(s.values), func(i int) uint32 { return s.values[i].to - s.values[i].from })
	e.column(len(s.values), func(i int) uint32 { return s.values[i].count })
	e.column(len(s.values), func(i int) uint32 { return s.values[i].given })
	e.column(len(s.values), func(i int) uint32 { return s.values[i].item })
	e.column(len(s.values), func(i int) uint32 { return uint32(s.values[i].kind) })
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

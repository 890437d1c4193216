package suggest

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
)

// errEncoded: bytes are no table, or one of another version.
var errEncoded = errors.New("suggest: no table of this version")

// Decode reads a table that Encode wrote, and the rest of r. Parts is that of New.
//
// Nothing is done with what is read before r has ended well, so that a reader
// that gives an error at its end when bytes have changed makes it safe to read
// from a file. From bytes that Encode did not write comes an error, or a panic
// later: such a reader is needed.
func Decode(r io.Reader, parts func(form string) []int) (*Table, error) {
	d := &decoder{r: r}
	if d.number() != encodedVersion {
		return nil, errors.Join(errEncoded, d.err)
	}
	t := &Table{options: options{parts, d.number()}, scratchs: newScratchs()}
	l := d.layer()
	gone := d.numbers()
	for range d.number() {
		if d.err != nil {
			break
		}
		t.above = append(t.above, d.fiche())
	}
	if d.err == nil {
		if n, err := io.Copy(io.Discard, r); err != nil {
			d.err = err
		} else if n > 0 {
			d.err = errEncoded
		}
	}
	if d.err != nil {
		return nil, fmt.Errorf("read suggestions: %w", d.err)
	}
	l.link()
	t.pair[0] = l
	if len(gone)+len(t.above) == 0 {
		t.measure()
		return t, nil
	}
	t.gone = newBitset(len(l.ids))
	for _, i := range gone {
		t.gone.set(i)
	}
	t.lay()
	return t, nil
}

// A decoder reads what an encoder wrote. After an error it gives zero values.
type decoder struct {
	r     io.Reader
	err   error
	chunk [4 * plane]byte
}

// read fills b.
func (d *decoder) read(b []byte) {
	if d.err == nil {
		_, d.err = io.ReadFull(d.r, b)
	}
	if d.err != nil {
		clear(b)
	}
}

func (d *decoder) number() uint32 {
	d.read(d.chunk[:4])
	return binary.LittleEndian.Uint32(d.chunk[:4])
}

// numbers reads plane by plane: a length that is wrong costs no more memory than
// there are bytes.
func (d *decoder) numbers() []uint32 {
	n := int(d.number())
	all := make([]uint32, 0, min(n, plane))
	for len(all) < n && d.err == nil {
		size := min(plane, n-len(all))
		d.read(d.chunk[:4*size])
		if cap(all) < len(all)+size { // to the right size, when it is believable
			all = append(make([]uint32, 0, min(n, 8*cap(all))), all...)
		}
		a, b, c, e := d.chunk[:size], d.chunk[size:2*size], d.chunk[2*size:3*size], d.chunk[3*size:4*size]
		for i := range a {
			all = append(all, uint32(a[i])|uint32(b[i])<<8|uint32(c[i])<<16|uint32(e[i])<<24)
		}
	}
	return all
}

func (d *decoder) text() string {
	n := int(d.number())
	var b strings.Builder
	for b.Len() < n && d.err == nil {
		piece := d.chunk[:min(n-b.Len(), len(d.chunk))]
		d.read(piece)
		b.Write(piece)
	}
	return strings.Clone(b.String()) // without room to grow
}

// texts reads texts, which share their memory.
func (d *decoder) texts() []string {
	lengths := d.numbers()
	rest := d.text()
	all := make([]string, len(lengths))
	for i, n := range lengths {
		if int(n) > len(rest) {
			d.err = errors.Join(errEncoded, d.err)
			return nil
		}
		all[i], rest = rest[:n], rest[n:]
	}
	return all
}

// column reads a number of each of the things that there are, whose number the
// first column of them tells.
func column[T any](d *decoder, all *[]T, set func(*T, uint32)) {
	numbers := d.numbers()
	if *all == nil {
		*all = make([]T, len(numbers))
	}
	if len(numbers) != len(*all) {
		d.err = errors.Join(errEncoded, d.err)
		return
	}
	for i, n := range numbers {
		set(&(*all)[i], n)
	}
}

func (d *decoder) layer() *layer {
	l := &layer{words: d.texts(), texts: d.text(), ids: d.texts(), places: d.texts()}
	for k := range l.shelves {
		sh := &l.shelves[k]
		column(d, &sh.items, func(it *item, n uint32) { it.from = n })
		column(d, &sh.items, func(it *item, n uint32) { it.to = it.from + n })
		column(d, &sh.items, func(it *item, n uint32) { it.id = n })
		column(d, &sh.items, func(it *item, n uint32) { it.place = n })
		column(d, &sh.items, func(it *item, n uint32) { it.used, it.log = n, log1p(n) })
		sh.words, sh.begin, sh.beside = d.numbers(), d.numbers(), d.numbers()
		for i := range sh.lists {
			sh.lists[i].at = d.numbers()
		}
	}
	s := &l.source
	column(d, &s.fiches, func(r *record, n uint32) { r.title = n })
	column(d, &s.fiches, func(r *record, n uint32) { r.practices = n })
	column(d, &s.fiches, func(r *record, n uint32) { r.has = n })
	column(d, &s.practices, func(p *practice, n uint32) { p.item = n })
	column(d, &s.practices, func(p *practice, n uint32) { p.by = n })
	s.has = d.numbers()
	column(d, &s.values, func(v *value, n uint32) { v.from = n })
	column(d, &s.values, func(v *value, n uint32) { v.to = v.from + n })
	column(d, &s.values, func(v *value, n uint32) { v.count = n })
	column(d, &s.values, func(v *value, n uint32) { v.given = n })
	column(d, &s.values, func(v *value, n uint32) { v.item = n })
	column(d, &s.values, func(v *value, n uint32) { v.kind = uint8(n) })
	return l
}

func (d *decoder) fiche() Fiche {
	f := Fiche{ID: d.text(), Title: d.text()}
	f.Categories, f.Domains, f.Municipalities, f.TargetGroups = d.texts(), d.texts(), d.texts(), d.texts()
	for range d.number() {
		if d.err != nil {
			break
		}
		f.Practices = append(f.Practices, Practice{Name: d.text(), Place: d.text(), By: d.text()})
	}
	f.Terms = d.texts()
	return f
}

// link makes what Encode left out of a layer.
func (l *layer) link() {
	l.bounds = make([]bound, len(l.words)+1)
	var each sync.WaitGroup
	for k := range l.shelves {
		each.Go(func() { l.shelves[k].link(l, k) })
	}
	each.Wait()
	l.ready.fill(l)
}

func (sh *shelf) link(l *layer, k int) {
	of := make([]uint32, len(sh.words)) // the item of each word
	for i := range sh.items {
		for at := sh.begin[i]; at < sh.begin[i+1]; at++ {
			of[at] = uint32(i)
		}
	}
	for list := range lists {
		st := &sh.lists[list]
		st.item = make([]uint32, len(st.at))
		for i, at := range st.at {
			st.item[i] = of[at]
			l.bounds[sh.words[at]+1][k][list]++
		}
		st.fillLeast()
		total := uint32(0)
		for w := range l.bounds {
			total += l.bounds[w][k][list]
			l.bounds[w][k][list] = total
		}
	}
}

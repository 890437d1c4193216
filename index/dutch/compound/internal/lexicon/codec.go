package lexicon

import (
	"bufio"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// The file is a raw DEFLATE stream of: the header; the numbers of edges, of
// entries and the root as varints; the entries, five bytes each; the bytes of
// the edges; their targets as varints, those that are nodes as distance back
// from the edge with the mark of the last edge in the lowest bit; then the
// lines "form base" and "form cut cut …", each list ended by an empty line.
const header = "praktijkzoeker compounds 1\n"

// Encode writes a lexicon.
func (l *Lexicon) Encode(w io.Writer) error {
	var b bytes.Buffer
	b.WriteString(header)
	number := func(x int) { b.Write(binary.AppendUvarint(nil, uint64(x))) }
	number(len(l.edges))
	number(len(l.entries))
	number(int(l.root))
	for _, e := range l.entries {
		b.Write([]byte{e.Left, e.Right, flag(e.Word), flag(e.Atom), e.Base})
	}
	for _, e := range l.edges {
		b.WriteByte(byte(e))
	}
	for i, e := range l.edges {
		x := int(e >> targetShift)
		if byte(e) != 0 {
			x = i - x
		}
		number(x<<1 | int(e>>8&1))
	}
	for _, form := range slices.Sorted(maps.Keys(l.Bases)) {
		fmt.Fprintln(&b, form, l.Bases[form])
	}
	b.WriteByte('\n')
	for _, form := range slices.Sorted(maps.Keys(l.Splits)) {
		b.WriteString(form)
		for _, cut := range l.Splits[form] {
			fmt.Fprint(&b, " ", cut)
		}
		b.WriteByte('\n')
	}
	b.WriteByte('\n')
	z, err := flate.NewWriter(w, flate.BestCompression)
	if err != nil {
		return fmt.Errorf("encode lexicon: %w", err)
	}
	if _, err := b.WriteTo(z); err != nil {
		return fmt.Errorf("encode lexicon: %w", err)
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("encode lexicon: %w", err)
	}
	return nil
}

func flag(b bool) byte {
	if b {
		return 1
	}
	return 0
}

var errDamaged = errors.New("the file is damaged")

// Decode reads what Encode wrote. A damaged file is an error.
func Decode(r io.Reader) (*Lexicon, error) {
	data, err := io.ReadAll(flate.NewReader(r))
	if err != nil {
		return nil, fmt.Errorf("decode lexicon: %w", err)
	}
	l, err := decode(data)
	if err != nil {
		return nil, fmt.Errorf("decode lexicon: %w", err)
	}
	return l, nil
}

func decode(data []byte) (*Lexicon, error) {
	data, ok := bytes.CutPrefix(data, []byte(header))
	if !ok {
		return nil, errors.New("this is no lexicon of this version")
	}
	var sizes [3]int
	for i := range sizes {
		x, n := binary.Uvarint(data)
		if n <= 0 || x > 1<<(32-targetShift) {
			return nil, errDamaged
		}
		sizes[i], data = int(x), data[n:]
	}
	edges, entries, root := sizes[0], sizes[1], sizes[2]
	if len(data) < 5*entries+2*edges || entries == 0 || root == 0 || root >= edges {
		return nil, errDamaged
	}
	l := &Lexicon{edges: make([]uint32, edges), entries: make([]Entry, entries), root: uint32(root)}
	for i := range l.entries {
		e := data[5*i:]
		l.entries[i] = Entry{Left: e[0], Right: e[1], Word: e[2] != 0, Atom: e[3] != 0, Base: e[4]}
	}
	data = data[5*entries:]
	labels, data := data[:edges], data[edges:]
	for i, c := range labels {
		x, n := binary.Uvarint(data)
		if n <= 0 {
			return nil, errDamaged
		}
		data = data[n:]
		target := x >> 1
		if c != 0 {
			target = uint64(i) - target // a node stands before those that lead to it
		}
		if c == 0 && target >= uint64(entries) || c != 0 && target >= uint64(i) {
			return nil, errDamaged
		}
		l.edges[i] = uint32(target)<<targetShift | uint32(x&1)<<8 | uint32(c)
	}
	if edges == 0 || l.edges[edges-1]&lastEdge == 0 {
		return nil, errDamaged
	}
	return l, l.decodeLists(data)
}

func (l *Lexicon) decodeLists(data []byte) error {
	l.Bases, l.Splits = map[string]string{}, map[string][]int{}
	sc := bufio.NewScanner(bytes.NewReader(data))
	for sc.Scan() && sc.Text() != "" {
		form, base, ok := strings.Cut(sc.Text(), " ")
		if !ok {
			return errDamaged
		}
		l.Bases[form] = base
	}
	for sc.Scan() && sc.Text() != "" {
		fields := strings.Fields(sc.Text())
		var cuts []int
		last := 0
		for _, f := range fields[1:] {
			var cut int
			if _, err := fmt.Sscan(f, &cut); err != nil || cut <= last || cut >= len(fields[0]) {
				return errDamaged
			}
			cuts = append(cuts, cut)
			last = cut
		}
		l.Splits[fields[0]] = cuts
	}
	return sc.Err()
}

package suffix

import (
	"bufio"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// The file is a flate stream of: a magic line; the number of scripts and the
// scripts, each as ge, strip and the added string with its length; the number
// of nodes; then, each for all nodes together, the labels, the scripts and the
// numbers of children. Numbers are uvarints.
const magic = "inflect 1\n"

// Limits of a sound file; a damaged one must not take all memory.
const (
	maxScripts = 1 << 15
	maxNodes   = 1 << 22
)

// Encode writes t.
func (t *Tree) Encode(w io.Writer) error {
	z, err := flate.NewWriter(w, flate.BestCompression)
	if err != nil {
		return err
	}
	b := []byte(magic)
	b = binary.AppendUvarint(b, uint64(len(t.scripts)))
	for _, s := range t.scripts {
		ge := uint64(0)
		if s.Ge {
			ge = 1
		}
		b = binary.AppendUvarint(b, ge)
		b = binary.AppendUvarint(b, uint64(s.Strip))
		b = binary.AppendUvarint(b, uint64(len(s.Add)))
		b = append(b, s.Add...)
	}
	b = binary.AppendUvarint(b, uint64(len(t.label)))
	b = append(b, t.label...)
	for _, s := range t.script {
		b = binary.AppendUvarint(b, uint64(s))
	}
	for i := range t.label {
		b = binary.AppendUvarint(b, uint64(t.first[i+1]-t.first[i]))
	}
	if _, err := z.Write(b); err != nil {
		return err
	}
	return z.Close()
}

// Decode reads what Encode wrote.
func Decode(r io.Reader) (*Tree, error) {
	d := decoder{in: bufio.NewReader(flate.NewReader(r))}
	if got := string(d.bytes(len(magic))); d.err == nil && got != magic {
		return nil, fmt.Errorf("suffix tree: starts with %q", got)
	}
	t := &Tree{}
	for range d.number(maxScripts) {
		s := Script{Ge: d.number(1) == 1, Strip: uint8(d.number(255))}
		s.Add = string(d.bytes(d.number(64)))
		t.scripts = append(t.scripts, s)
		if d.err != nil {
			break
		}
	}
	n := d.number(maxNodes)
	t.label = d.bytes(n)
	t.script = make([]uint16, n)
	for i := range t.script {
		t.script[i] = uint16(d.number(len(t.scripts)))
	}
	t.first = make([]uint32, n+1)
	next := 2
	for i := range n {
		t.first[i] = uint32(next)
		next += d.number(n)
	}
	if d.err == nil && (next != n || n < 2) {
		d.err = errors.New("children do not add up")
	}
	if _, err := d.in.ReadByte(); d.err == nil && err != io.EOF {
		d.err = errors.New("no end where it should be")
	}
	if d.err != nil {
		return nil, fmt.Errorf("suffix tree: %w", d.err)
	}
	t.first[n] = uint32(next)
	return t, nil
}

// A decoder reads until the first error, then gives zeros.
type decoder struct {
	in  *bufio.Reader
	err error
}

func (d *decoder) number(most int) int {
	if d.err != nil {
		return 0
	}
	n, err := binary.ReadUvarint(d.in)
	if err == nil && n > uint64(most) {
		err = fmt.Errorf("%d is more than %d", n, most)
	}
	if err != nil {
		d.err = err
		return 0
	}
	return int(n)
}

func (d *decoder) bytes(n int) []byte {
	b := make([]byte, n)
	if d.err == nil {
		_, d.err = io.ReadFull(d.in, b)
	}
	return b
}

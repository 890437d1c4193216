// Package zapreader reads the postings of zap's segment files, whole lists at a
// time: several times as fast as zap's own iterator, which returns one posting
// after the other through an interface.
//
// It knows version 17 of the format, of which zap gives out the bytes and the
// place of a dictionary. A field of a file is
//
//	dictionary  length, and a vellum FST from terms to where their postings are
//	postings    offset of the frequencies, offset of locations (not read), length and
//	            bytes of a roaring bitmap of the documents
//	frequencies number of chunks, end of each after the first begins, and the chunks: for
//	            each document freq·2 (+1 with locations) and, if that is not 0, norm
//
// all numbers as uvarint. A term with one document of frequency 1 has document and
// norm in the FST instead.
package zapreader

import (
	"encoding/binary"
	"errors"
	"fmt"

	segment "github.com/blevesearch/scorch_segment_api/v2"
	"github.com/blevesearch/vellum"
	zap "github.com/blevesearch/zapx/v17"
)

// ErrFormat means that bytes are not what zap writes.
var ErrFormat = errors.New("zapreader: not the format of zap 17")

// A Field finds the postings of the terms of one field of a segment. It holds
// buffers and is for one goroutine at a time; it is valid as long as the segment
// is open.
type Field struct {
	data      []byte
	fst       *vellum.Reader
	documents uint64
	chunkMode uint32
}

// Open returns the field of a segment; nil when the segment is no file, or has
// no such field, and is to be read in zap's own way.
func Open(seg segment.Segment, field string) (*Field, error) {
	file, ok := seg.(*zap.Segment)
	if !ok || file.Version() != zap.Version {
		return nil, nil
	}
	at, err := file.DictAddr(field)
	if err != nil {
		return nil, nil // no such field
	}
	f := &Field{data: file.Data(), documents: file.NumDocs(), chunkMode: file.ChunkMode()}
	size, at, ok := f.number(at)
	if !ok || size == 0 || at+size > uint64(len(f.data)) {
		return nil, fmt.Errorf("%w: dictionary of field %s", ErrFormat, field)
	}
	fst, err := vellum.Load(f.data[at : at+size])
	if err != nil {
		return nil, fmt.Errorf("%w: dictionary of field %s: %w", ErrFormat, field, err)
	}
	if f.fst, err = fst.Reader(); err != nil {
		return nil, fmt.Errorf("%w: dictionary of field %s: %w", ErrFormat, field, err)
	}
	return f, nil
}

// number reads a uvarint and returns it with what follows it.
func (f *Field) number(at uint64) (n, next uint64, ok bool) {
	if at >= uint64(len(f.data)) {
		return 0, at, false
	}
	n, size := binary.Uvarint(f.data[at:])
	return n, at + uint64(max(size, 0)), size > 0
}

// Find makes p the postings of a term and reports whether there are any.
func (f *Field) Find(term []byte, p *Postings) (bool, error) {
	value, ok, err := f.fst.Get(term)
	if err != nil {
		return false, fmt.Errorf("look up term: %w", err)
	}
	if !ok {
		return false, nil
	}
	return true, p.read(f, value)
}

// Package zapwriter writes segments in the format of zap 17, which scorch reads,
// from postings that are already grouped by term. zap's own builder takes
// documents: for each it looks up every term in maps, several times, and that is
// most of the work of indexing.
//
// A segment of this package has stored values and dictionaries, no locations and
// no doc values. zap opens, searches and merges it as one of its own.
//
// The format, as zap's new.go, write.go and section_inverted_text_index.go have
// it (offsets are from the start, numbers without more are uvarints):
//
//	per document    length of meta, length of id and values, meta, id, values by snappy
//	stored index    offset of each document, 8 bytes big-endian; 0 (no nested documents)
//	per field       its terms:  postings, see Term
//	                dictionary: length, vellum FST of term → offset of its postings
//	                address:    twice none (no doc values), offset of the dictionary
//	per field       length of the name, name, options, number of sections, and of each
//	                its number (2 bytes) and offset of the field's address (8 bytes)
//	fields index    number of fields, offset of each, 8 bytes
package zapwriter

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"

	"github.com/RoaringBitmap/roaring/v2"
	bleveapi "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
	"github.com/blevesearch/vellum"
	zap "github.com/blevesearch/zapx/v17"
	"github.com/golang/snappy"
)

// A Field is a field of a segment.
type Field struct {
	Name    string
	Options bleveapi.FieldIndexingOptions
}

// fieldID is the field of the ID of a document, which zap has first.
const fieldID = "_id"

// textType is the type of a stored value that zap gives back.
const textType = 't'

// A Writer writes one segment: first all documents, then of each indexed field in
// turn all terms, then Segment. It is for one goroutine.
type Writer struct {
	fields  []Field
	buf     bytes.Buffer
	docs    []uint64 // offset of each document
	stored  uint64   // offset of the stored index
	field   int      // whose terms are written; -1: none yet
	address []uint64 // of each field, 0: no dictionary

	dictionary *vellum.Builder
	fst        bytes.Buffer
	bitmap     *roaring.Bitmap
	key        []byte
	chunks     []byte
	ends       []uint64
	meta, snap []byte
}

// New returns a Writer of a segment with these fields. The first must be "_id",
// the others in order of their names, as in every segment of zap. Segments with
// the same fields merge fastest. size is a guess of the bytes to come.
func New(size int, fields ...Field) (*Writer, error) {
	if len(fields) == 0 || fields[0].Name != fieldID {
		return nil, fmt.Errorf("zapwriter: the first field is not %s", fieldID)
	}
	for i := range fields[1:] {
		if i > 0 && fields[i].Name >= fields[i+1].Name {
			return nil, fmt.Errorf("zapwriter: field %s is out of order", fields[i+1].Name)
		}
	}
	w := &Writer{fields: fields, field: -1, address: make([]uint64, len(fields)), bitmap: roaring.New()}
	w.buf.Grow(size)
	// As zap builds its own: without sharing suffixes, which takes long.
	var err error
	w.dictionary, err = vellum.New(&w.fst, &vellum.BuilderOpts{Encoder: 1, RegistryTableSize: 0, RegistryMRUSize: 1})
	if err != nil {
		return nil, fmt.Errorf("zapwriter: %w", err)
	}
	return w, nil
}

// Document adds the next document, with an ID and the value of one stored field,
// given by its number.
func (w *Writer) Document(id string, field int, value []byte) {
	w.docs = append(w.docs, uint64(w.buf.Len()))
	w.meta = w.meta[:0]
	for _, v := range [...]int{len(id), field, textType, 0, len(value), 0} {
		w.meta = binary.AppendUvarint(w.meta, uint64(v))
	}
	w.snap = snappy.Encode(w.snap[:cap(w.snap)], value)
	w.number(uint64(len(w.meta)))
	w.number(uint64(len(id) + len(w.snap)))
	w.buf.Write(w.meta)
	w.buf.WriteString(id)
	w.buf.Write(w.snap)
}

// number writes a uvarint.
func (w *Writer) number(v uint64) {
	w.buf.Write(binary.AppendUvarint(w.buf.AvailableBuffer(), v))
}

// offset writes 8 bytes, big-endian.
func (w *Writer) offset(v uint64) {
	w.buf.Write(binary.BigEndian.AppendUint64(w.buf.AvailableBuffer(), v))
}

// StartField ends the field before and begins that of a number, which must rise.
func (w *Writer) StartField(field int) error {
	if w.field < 0 {
		w.storedIndex()
	} else if err := w.endField(); err != nil {
		return err
	}
	if field <= w.field || field >= len(w.fields) {
		return fmt.Errorf("zapwriter: field %d after %d of %d", field, w.field, len(w.fields))
	}
	w.field = field
	return nil
}

func (w *Writer) storedIndex() {
	w.stored = uint64(w.buf.Len())
	for _, at := range w.docs {
		w.offset(at)
	}
	w.number(0)
}

func (w *Writer) endField() error {
	if err := w.dictionary.Close(); err != nil {
		return fmt.Errorf("zapwriter: dictionary of field %s: %w", w.fields[w.field].Name, err)
	}
	dictionary := uint64(w.buf.Len())
	w.number(uint64(w.fst.Len()))
	w.buf.Write(w.fst.Bytes())
	w.address[w.field] = uint64(w.buf.Len())
	w.number(math.MaxUint64)
	w.number(math.MaxUint64)
	w.number(dictionary)
	w.fst.Reset()
	if err := w.dictionary.Reset(&w.fst); err != nil {
		return fmt.Errorf("zapwriter: %w", err)
	}
	return nil
}

// Segment ends the last field and returns the segment, and how many bytes it has.
// config is what scorch gives to zap. The Writer must not be used any more.
func (w *Writer) Segment(config map[string]any) (*zap.SegmentBase, int, error) {
	if w.field < 0 {
		w.storedIndex()
	} else if err := w.endField(); err != nil {
		return nil, 0, err
	}
	starts := make([]uint64, len(w.fields))
	for i, f := range w.fields {
		starts[i] = uint64(w.buf.Len())
		w.number(uint64(len(f.Name)))
		w.buf.WriteString(f.Name)
		w.number(uint64(f.Options))
		w.number(1)
		w.buf.Write(binary.BigEndian.AppendUint16(w.buf.AvailableBuffer(), zap.SectionInvertedTextIndex))
		w.offset(w.address[i])
	}
	index := uint64(w.buf.Len())
	w.number(uint64(len(starts)))
	for _, at := range starts {
		w.offset(at)
	}
	stats, ok := config[segment.StatsKey].(*segment.Stats)
	if !ok || stats == nil {
		stats = new(segment.Stats)
	}
	data := w.buf.Bytes()
	s, err := zap.InitSegmentBase(data, crc32.ChecksumIEEE(data), zap.DefaultChunkMode, uint64(len(w.docs)), w.stored, index, config, stats)
	if err != nil {
		return nil, 0, fmt.Errorf("zapwriter: open what was written: %w", err)
	}
	return s, len(data), nil
}

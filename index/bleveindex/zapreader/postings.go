package zapreader

import (
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"
	zap "github.com/blevesearch/zapx/v17"
)

// Postings are the documents of a term, each with a frequency and a norm. They
// are for one goroutine at a time, and are used again by the next Find.
type Postings struct {
	// single is one document that stands in the dictionary, with its norm.
	single    bool
	doc, norm uint64

	bitmap roaring.Bitmap
	ends   []uint64 // of the chunks, from their start
	chunks []byte
	size   uint64 // documents of a chunk, those without the term too
	docs   []uint32
}

// read fills p from what a dictionary has for a term.
func (p *Postings) read(f *Field, value uint64) error {
	if p.single = value&zap.FSTValEncodingMask == zap.FSTValEncoding1Hit; p.single {
		p.doc, p.norm = zap.FSTValDecode1Hit(value)
		return nil
	}
	frequencies, at, ok1 := f.number(value)
	_, at, ok2 := f.number(at)
	size, at, ok3 := f.number(at)
	if !ok1 || !ok2 || !ok3 || at+size > uint64(len(f.data)) {
		return fmt.Errorf("%w: postings at %d", ErrFormat, value)
	}
	if _, err := p.bitmap.FromBuffer(f.data[at : at+size]); err != nil {
		return fmt.Errorf("%w: postings at %d: %w", ErrFormat, value, err)
	}
	if err := p.setChunks(f); err != nil {
		return err
	}
	return p.readChunks(f, frequencies)
}

// setChunks finds the size of the chunks, as zap's default mode has it: about
// 1024 documents with the term.
func (p *Postings) setChunks(f *Field) error {
	if f.chunkMode != zap.DefaultChunkMode {
		return fmt.Errorf("%w: chunk mode %d", ErrFormat, f.chunkMode)
	}
	if p.size = f.documents / (p.bitmap.GetCardinality()/1024 + 1); p.size == 0 {
		return fmt.Errorf("%w: chunks of no documents", ErrFormat)
	}
	return nil
}

// readChunks reads where the chunks end.
func (p *Postings) readChunks(f *Field, at uint64) error {
	n, at, ok := f.number(at)
	if !ok || n > f.documents+1 {
		return fmt.Errorf("%w: number of chunks", ErrFormat)
	}
	p.ends = p.ends[:0]
	var last uint64
	for range n {
		var end uint64
		if end, at, ok = f.number(at); !ok || end < last {
			return fmt.Errorf("%w: end of a chunk", ErrFormat)
		}
		p.ends = append(p.ends, end)
		last = end
	}
	if at+last > uint64(len(f.data)) {
		return fmt.Errorf("%w: chunks past the end", ErrFormat)
	}
	p.chunks = f.data[at : at+last]
	return nil
}

// Count returns the number of documents.
func (p *Postings) Count() int {
	if p.single {
		return 1
	}
	return int(p.bitmap.GetCardinality())
}

// Each calls f for every document, ascending.
func (p *Postings) Each(f func(doc uint32, freq, norm uint64)) error {
	if p.single {
		f(uint32(p.doc), 1, p.norm)
		return nil
	}
	if p.docs == nil {
		p.docs = make([]uint32, 512)
	}
	at := 0
	all := p.bitmap.ManyIterator()
	for {
		n := all.NextMany(p.docs)
		if n == 0 {
			return nil
		}
		for _, d := range p.docs[:n] {
			freq, norm, next := p.pair(at)
			if next < 0 {
				return fmt.Errorf("%w: frequencies end early", ErrFormat)
			}
			at = next
			f(d, freq, norm)
		}
	}
}

// manyOf is the part of the documents of a term, one in so many, from which on
// Among reads them all: the iterator that can skip is slower.
const manyOf = 32

// Among calls f for those of docs, which must be ascending, that have the term.
// It reads only the chunks that they are in.
func (p *Postings) Among(docs []uint32, f func(doc uint32, freq, norm uint64)) error {
	if p.single {
		return p.amongSingle(docs, f)
	}
	if len(docs)*manyOf > p.Count() { // nearly every chunk is read
		at := 0
		return p.Each(func(d uint32, freq, norm uint64) {
			for at < len(docs) && docs[at] < d {
				at++
			}
			if at < len(docs) && docs[at] == d {
				f(d, freq, norm)
			}
		})
	}
	all := p.bitmap.Iterator()
	chunk, at := -1, 0
	for _, d := range docs {
		if in := int(uint64(d) / p.size); in != chunk {
			if chunk = in; chunk >= len(p.ends) {
				return nil
			}
			if at = 0; chunk > 0 {
				at = int(p.ends[chunk-1])
			}
			all.AdvanceIfNeeded(uint32(uint64(chunk) * p.size))
		}
		for all.HasNext() && all.PeekNext() <= d {
			freq, norm, next := p.pair(at)
			if next < 0 {
				return fmt.Errorf("%w: frequencies end early", ErrFormat)
			}
			at = next
			if all.Next() == d {
				f(d, freq, norm)
			}
		}
	}
	return nil
}

func (p *Postings) amongSingle(docs []uint32, f func(doc uint32, freq, norm uint64)) error {
	for _, d := range docs {
		if uint64(d) == p.doc {
			f(d, 1, p.norm)
		}
	}
	return nil
}

// pair decodes the frequency and the norm of a document; next is -1 when the
// bytes end.
func (p *Postings) pair(at int) (freq, norm uint64, next int) {
	freq, at = uvarint(p.chunks, at)
	if at < 0 || freq>>1 == 0 {
		return 0, 0, at
	}
	norm, at = uvarint(p.chunks, at)
	return freq >> 1, norm, at
}

// uvarint is binary.Uvarint, with the place after the number or -1.
func uvarint(b []byte, at int) (uint64, int) {
	var v uint64
	for shift := uint(0); shift < 64; shift += 7 {
		if uint(at) >= uint(len(b)) {
			return 0, -1
		}
		c := b[at]
		at++
		v |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return v, at
		}
	}
	return 0, -1
}

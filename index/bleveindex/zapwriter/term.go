package zapwriter

import (
	"encoding/binary"
	"errors"
	"fmt"

	zap "github.com/blevesearch/zapx/v17"
)

// chunkPostings is the number of postings that zap wants in a chunk, as its
// DefaultChunkMode does: who looks for one document reads no more than a chunk.
const chunkPostings = 1024

// Term writes a term of the current field, with its documents, ascending and at
// least one. Terms must rise. freqs and norms belong to the documents; a freq is
// below 2⁶³, a norm 1 to 2³¹-1; where the freq is 0 there is no norm. Without them,
// both nil, nothing but the documents is kept, and who reads them gets 0, or 1.
//
//	several documents  number of chunks, end of each after the first starts, and for each
//	                   document freq·2, norm, or 0 for none; then the offset of that, 0 (no
//	                   locations), and the documents as a roaring bitmap with its length
//	one, of freq 1     nothing: the document and the norm stand in the dictionary
func (w *Writer) Term(term string, docs []uint32, freqs []uint64, norms []uint32) error {
	if len(docs) == 0 || freqs != nil && (len(freqs) != len(docs) || len(norms) != len(docs)) {
		return errors.New("zapwriter: a term without documents, or some without freq or norm")
	}
	value, err := w.postings(docs, freqs, norms)
	if err != nil {
		return err
	}
	w.key = append(w.key[:0], term...)
	if err := w.dictionary.Insert(w.key, value); err != nil {
		return fmt.Errorf("zapwriter: term %q: %w", term, err)
	}
	return nil
}

// postings writes postings and returns what the dictionary has of them.
func (w *Writer) postings(docs []uint32, freqs []uint64, norms []uint32) (uint64, error) {
	if len(docs) == 1 {
		switch {
		case freqs == nil:
			return zap.FSTValEncode1Hit(uint64(docs[0]), zap.NormBits1Hit), nil
		case freqs[0] == 1:
			return zap.FSTValEncode1Hit(uint64(docs[0]), uint64(norms[0])), nil
		}
	}
	chunks := uint64(w.buf.Len())
	w.chunked(docs, freqs, norms)
	at := uint64(w.buf.Len())
	w.number(chunks)
	w.number(0)
	w.bitmap.Clear()
	w.bitmap.AddMany(docs)
	w.number(w.bitmap.GetSerializedSizeInBytes())
	if _, err := w.bitmap.WriteTo(&w.buf); err != nil {
		return 0, fmt.Errorf("zapwriter: %w", err)
	}
	return at, nil
}

// chunked writes the freqs and norms.
func (w *Writer) chunked(docs []uint32, freqs []uint64, norms []uint32) {
	n := len(w.docs)
	size := uint32(n / (len(docs)/chunkPostings + 1))
	w.chunks = w.chunks[:0]
	w.ends = w.ends[:0]
	for i, d := range docs {
		for uint32(len(w.ends)) < d/size {
			w.ends = append(w.ends, uint64(len(w.chunks)))
		}
		if freqs == nil || freqs[i] == 0 {
			w.chunks = append(w.chunks, 0)
			continue
		}
		w.chunks = binary.AppendUvarint(w.chunks, freqs[i]<<1)
		w.chunks = binary.AppendUvarint(w.chunks, uint64(norms[i]))
	}
	for uint32(len(w.ends)) <= uint32(n-1)/size {
		w.ends = append(w.ends, uint64(len(w.chunks)))
	}
	w.number(uint64(len(w.ends)))
	for _, end := range w.ends {
		w.number(end)
	}
	w.buf.Write(w.chunks)
}

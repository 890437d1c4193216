package bleveindex

import (
	"fmt"
	"iter"
	"runtime"

	"github.com/klauspost/compress/zstd"

	"praktijkzoeker/corpus"
)

// A ficheCoder turns fiches into what is stored of them, and back: their binary
// form, compressed by zstd, which is smaller than what scorch's own compression
// leaves, and many times faster to read than JSON. It is safe for concurrent use.
type ficheCoder struct {
	encoder *zstd.Encoder
	decoder *zstd.Decoder
}

// maxStored bounds one fiche; a file of the corpus is far smaller.
const maxStored = 64 << 20

// dictionaryID is the number of a store's only dictionary.
const dictionaryID = 1

// newFicheCoder returns the coder of a dictionary: a text in which pieces of the
// fiches are likely to occur; empty: none. What one coder wrote only one with the
// same dictionary reads.
func newFicheCoder(dictionary []byte) (*ficheCoder, error) {
	workers := runtime.GOMAXPROCS(0)
	// Better levels cost several times as much for some per cent.
	writing := []zstd.EOption{zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(workers)}
	reading := []zstd.DOption{zstd.WithDecoderConcurrency(workers), zstd.WithDecoderMaxMemory(maxStored)}
	if len(dictionary) > 0 {
		writing = append(writing, zstd.WithEncoderDictRaw(dictionaryID, dictionary))
		reading = append(reading, zstd.WithDecoderDictRaw(dictionaryID, dictionary))
	}
	e, err := zstd.NewWriter(nil, writing...)
	if err != nil {
		return nil, fmt.Errorf("compress fiches: %w", err)
	}
	d, err := zstd.NewReader(nil, reading...)
	if err != nil {
		return nil, fmt.Errorf("decompress fiches: %w", err)
	}
	return &ficheCoder{e, d}, nil
}

// encode returns what is stored for a fiche. It uses buf, and returns it for the
// next time.
func (c *ficheCoder) encode(f *corpus.Fiche, buf []byte) (stored, used []byte, err error) {
	buf, err = f.AppendBinary(buf[:0])
	if err != nil {
		return nil, buf, fmt.Errorf("encode fiche %s: %w", f.ID, err)
	}
	return c.encoder.EncodeAll(buf, make([]byte, 0, len(buf)/2)), buf, nil
}

// decode is the inverse of encode.
func (c *ficheCoder) decode(stored []byte) (f corpus.Fiche, err error) {
	data, err := c.decoder.DecodeAll(stored, nil)
	if err != nil {
		return f, fmt.Errorf("decompress fiche: %w", err)
	}
	if err := f.UnmarshalBinary(data); err != nil {
		return f, fmt.Errorf("decode fiche: %w", err)
	}
	return f, nil
}

const (
	// dictionaryBytes is the size of a dictionary: one of twice the size makes
	// fiches 3 % smaller.
	dictionaryBytes = 96 << 10
	// dictionaryShare: one fiche in so many of the first goes into it.
	dictionaryShare = 4
)

// sampled yields fiches, and before the first of them calls use with a dictionary
// from the first dictionaryShare · dictionaryBytes of them, or with none when
// there are not so many: then it would take more than it saves.
func sampled(fiches iter.Seq2[corpus.Fiche, error], use func(dictionary []byte) error) iter.Seq2[corpus.Fiche, error] {
	return func(yield func(corpus.Fiche, error) bool) {
		var held []corpus.Fiche
		var dictionary, buf []byte
		read := 0
		release := func(dictionary []byte) bool {
			read = -1
			if err := use(dictionary); err != nil {
				yield(corpus.Fiche{}, err)
				return false
			}
			for _, f := range held {
				if !yield(f, nil) {
					return false
				}
			}
			held = nil
			return true
		}
		for f, err := range fiches {
			if err == nil && read >= 0 {
				if buf, err = f.AppendBinary(buf[:0]); err == nil {
					if len(held)%dictionaryShare == 0 && len(dictionary) < dictionaryBytes {
						dictionary = append(dictionary, buf...)
					}
					held = append(held, f)
					if read += len(buf); read >= dictionaryShare*dictionaryBytes && !release(dictionary[:min(len(dictionary), dictionaryBytes)]) {
						return
					}
					continue
				}
			}
			if !yield(f, err) || err != nil {
				return
			}
		}
		if read >= 0 {
			release(nil)
		}
	}
}

package bleveindex

import (
	"fmt"
	"iter"
	"runtime"
	"sync"

	"github.com/klauspost/compress/zstd"

	"praktijkzoeker/corpus"
)

// A ficheCoder turns fiches into what is stored of them, and back: their binary
// form, frequent words in codes, compressed by zstd, which is smaller than what
// scorch's own compression leaves, and many times faster to read than JSON. It is
// safe for concurrent use.
type ficheCoder struct {
	words   *wordCodes
	encoder *zstd.Encoder
	decoder *zstd.Decoder
}

// maxStored bounds one fiche; a file of the corpus is far smaller.
const maxStored = 64 << 20

// dictionaryID is the number of a store's only dictionary.
const dictionaryID = 1

// newFicheCoder returns the coder of a dictionary that makeDictionary made; empty:
// none. What one coder wrote only one with the same dictionary reads.
func newFicheCoder(dictionary []byte) (*ficheCoder, error) {
	words, common := codesOf(nil), dictionary
	var err error
	if len(dictionary) > 0 {
		if words, common, err = readWordCodes(dictionary); err != nil {
			return nil, fmt.Errorf("read dictionary of fiches: %w", err)
		}
	}
	workers := runtime.GOMAXPROCS(0)
	// Better levels cost several times as much for some per cent.
	writing := []zstd.EOption{zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(workers)}
	reading := []zstd.DOption{zstd.WithDecoderConcurrency(workers), zstd.WithDecoderMaxMemory(maxStored)}
	if len(common) > 0 {
		writing = append(writing, zstd.WithEncoderDictRaw(dictionaryID, common))
		reading = append(reading, zstd.WithDecoderDictRaw(dictionaryID, common))
	}
	e, err := zstd.NewWriter(nil, writing...)
	if err != nil {
		return nil, fmt.Errorf("compress fiches: %w", err)
	}
	d, err := zstd.NewReader(nil, reading...)
	if err != nil {
		return nil, fmt.Errorf("decompress fiches: %w", err)
	}
	return &ficheCoder{words, e, d}, nil
}

// A ficheBuffer is memory for a fiche on its way, to be used again.
type ficheBuffer struct{ binary, codes []byte }

// encode returns what is stored for a fiche.
func (c *ficheCoder) encode(f *corpus.Fiche, buf *ficheBuffer) ([]byte, error) {
	var err error
	if buf.binary, err = f.AppendBinary(buf.binary[:0]); err != nil {
		return nil, fmt.Errorf("encode fiche %s: %w", f.ID, err)
	}
	data := buf.binary
	if len(c.words.words) > 0 {
		buf.codes = c.words.encode(buf.codes[:0], data)
		data = buf.codes
	}
	return c.encoder.EncodeAll(data, make([]byte, 0, len(data)+64)), nil
}

// decoding keeps buffers for decode.
var decoding = sync.Pool{New: func() any { return &ficheBuffer{} }}

// decode is the inverse of encode.
func (c *ficheCoder) decode(stored []byte) (f corpus.Fiche, err error) {
	buf := decoding.Get().(*ficheBuffer)
	defer decoding.Put(buf)
	if buf.codes, err = c.decoder.DecodeAll(stored, buf.codes[:0]); err != nil {
		return f, fmt.Errorf("decompress fiche: %w", err)
	}
	data := buf.codes
	if len(c.words.words) > 0 {
		if buf.binary, err = c.words.decode(buf.binary[:0], data); err != nil {
			return f, fmt.Errorf("decode fiche: %w", err)
		}
		data = buf.binary
	}
	if err := f.UnmarshalBinary(data); err != nil {
		return f, fmt.Errorf("decode fiche: %w", err)
	}
	return f, nil
}

const (
	// sampleBytes is how much of the first fiches a dictionary is made of.
	sampleBytes = 3 << 20
	// commonBytes is how much of it, in word codes, fiches may refer to.
	commonBytes = 48 << 10
)

// makeDictionary returns the dictionary of a sample of fiches in binary form.
func makeDictionary(sample []byte) []byte {
	words := newWordCodes(sample)
	common := words.encode(nil, sample[:min(len(sample), 4*commonBytes)])
	return append(words.appendTo(nil), common[:min(len(common), commonBytes)]...)
}

// sampled yields fiches, and before the first of them calls use with a dictionary
// of the first sampleBytes of them, or with none when there are not so many: then
// it would take more than it saves.
func sampled(fiches iter.Seq2[corpus.Fiche, error], use func(dictionary []byte) error) iter.Seq2[corpus.Fiche, error] {
	return func(yield func(corpus.Fiche, error) bool) {
		var held []corpus.Fiche
		var sample []byte
		release := func(dictionary []byte) bool {
			sample = nil
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
		sampling := true
		for f, err := range fiches {
			if err == nil && sampling {
				if sample, err = f.AppendBinary(sample); err == nil {
					held = append(held, f)
					if len(sample) >= sampleBytes {
						sampling = false
						if !release(makeDictionary(sample)) {
							return
						}
					}
					continue
				}
			}
			if !yield(f, err) || err != nil {
				return
			}
		}
		if sampling {
			release(nil)
		}
	}
}

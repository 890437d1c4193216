package bleveindex

import (
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"

	"praktijkzoeker/corpus"
)

// A fiche is stored in its binary form, compressed by zstd: smaller than what
// scorch's own compression leaves, and many times faster to read than JSON. Both
// coders are safe for concurrent use and made when first needed.
var (
	encoder = sync.OnceValues(func() (*zstd.Encoder, error) {
		return zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedDefault), zstd.WithEncoderConcurrency(1))
	})
	decoder = sync.OnceValues(func() (*zstd.Decoder, error) {
		return zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(maxStored))
	})
)

// maxStored bounds one fiche; a file of the corpus is far smaller.
const maxStored = 64 << 20

// encodeFiche returns what is stored for a fiche.
func encodeFiche(f *corpus.Fiche) ([]byte, error) {
	data, err := f.AppendBinary(nil)
	if err != nil {
		return nil, fmt.Errorf("encode fiche %s: %w", f.ID, err)
	}
	z, err := encoder()
	if err != nil {
		return nil, fmt.Errorf("compress fiche %s: %w", f.ID, err)
	}
	return z.EncodeAll(data, make([]byte, 0, len(data)/2)), nil
}

// decodeFiche is the inverse of encodeFiche.
func decodeFiche(stored []byte) (f corpus.Fiche, err error) {
	z, err := decoder()
	if err != nil {
		return f, fmt.Errorf("decompress fiche: %w", err)
	}
	data, err := z.DecodeAll(stored, nil)
	if err != nil {
		return f, fmt.Errorf("decompress fiche: %w", err)
	}
	if err := f.UnmarshalBinary(data); err != nil {
		return f, fmt.Errorf("decode fiche: %w", err)
	}
	return f, nil
}

package corpus

import (
	"crypto/sha256"
	"encoding/binary"
	"sync"
	"time"
)

// buffers spare Hash an allocation of a few kilobytes for every fiche.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// Hash returns a digest of everything in f: two fiches with the same digest are
// the same, also in another process and on another day. It is the first half
// of a SHA-256 over the fields in order, each with its length before it, so
// that no text can move from one field to the next unseen. A nil list and an
// empty one are the same.
func (f *Fiche) Hash() [16]byte {
	buf := buffers.Get().(*[]byte)
	b, _ := f.AppendBinary((*buf)[:0])
	sum := sha256.Sum256(b)
	*buf = b
	buffers.Put(buf)
	return [16]byte(sum[:16])
}

// A digest is what Hash takes its sum of.
type digest []byte

func (b digest) count(n int) digest { return binary.AppendUvarint(b, uint64(n)) }

func (b digest) text(all ...string) digest {
	for _, s := range all {
		b = append(b.count(len(s)), s...)
	}
	return b
}

func (b digest) list(all []string) digest { return b.count(len(all)).text(all...) }

func (b digest) day(t time.Time) digest { return binary.AppendVarint(b, t.Unix()) }

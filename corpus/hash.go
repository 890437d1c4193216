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
	b := digest((*buf)[:0])
	b = b.text(f.ID, f.Title, f.Summary)
	b = b.list(f.Categories).list(f.Domains).list(f.TargetGroups)
	b = b.list(f.Goals).list(f.SuccessFactors).list(f.Challenges)
	b = b.text(f.Audience, f.Description)
	b = b.count(len(f.Practices))
	for _, p := range f.Practices {
		b = b.text(p.AsWritten).count(len(p.Municipalities))
		for _, m := range p.Municipalities {
			b = b.text(m.NIS, m.Name, m.Province)
		}
		b = b.count(len(p.Examples))
		for _, e := range p.Examples {
			b = b.text(e.Name, e.Text)
		}
	}
	b = b.count(len(f.Extra))
	for _, s := range f.Extra {
		b = b.text(s.Heading, s.Text)
	}
	if i := f.Image; i != nil {
		b = b.count(1).text(i.File, i.Credit, i.Alt)
	} else {
		b = b.count(0)
	}
	b = b.text(f.Source).day(f.Updated).day(f.Reviewed)
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

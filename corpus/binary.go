package corpus

import (
	"encoding/binary"
	"errors"
	"time"

	"praktijkzoeker/corpus/places"
)

// binaryVersion begins the binary form of a fiche. It changes with the form.
const binaryVersion = 1

// errBinary means that bytes are no fiche in this form, or not whole.
var errBinary = errors.New("corpus: no fiche in binary form")

// AppendBinary appends f in a compact form that only this program reads, and
// returns the longer slice; the error is always nil. The form is that of Hash:
// every text and list with its length before it, in the order of the fields.
func (f *Fiche) AppendBinary(dst []byte) ([]byte, error) {
	b := digest(append(dst, binaryVersion))
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
	return b.text(f.Source).day(f.Updated).day(f.Reviewed), nil
}

// UnmarshalBinary reads what AppendBinary wrote. Lists without items come back
// nil. Bytes that are cut off or of another kind give an error, never a panic.
func (f *Fiche) UnmarshalBinary(data []byte) error {
	if len(data) == 0 || data[0] != binaryVersion {
		return errBinary
	}
	r := binaryReader{rest: string(data[1:])}
	*f = Fiche{
		ID: r.text(), Title: r.text(), Summary: r.text(),
		Categories: r.list(), Domains: r.list(), TargetGroups: r.list(),
		Goals: r.list(), SuccessFactors: r.list(), Challenges: r.list(),
		Audience: r.text(), Description: r.text(),
	}
	f.Practices = make([]LocalPractice, 0, r.count())
	for range cap(f.Practices) {
		p := LocalPractice{AsWritten: r.text()}
		for range r.count() {
			p.Municipalities = append(p.Municipalities, places.Place{NIS: r.text(), Name: r.text(), Province: r.text()})
		}
		for range r.count() {
			p.Examples = append(p.Examples, Example{Name: r.text(), Text: r.text()})
		}
		f.Practices = append(f.Practices, p)
	}
	for range r.count() {
		f.Extra = append(f.Extra, Section{Heading: r.text(), Text: r.text()})
	}
	if r.count() == 1 {
		f.Image = &Image{File: r.text(), Credit: r.text(), Alt: r.text()}
	}
	f.Source, f.Updated, f.Reviewed = r.text(), r.day(), r.day()
	if len(f.Practices) == 0 {
		f.Practices = nil
	}
	if r.bad || r.rest != "" {
		return errBinary
	}
	return nil
}

// A binaryReader takes values off the front of rest. All texts share its
// memory. After bytes that cannot be it is bad, and gives zero values.
type binaryReader struct {
	rest string
	bad  bool
}

// count reads a number of things of at least one byte each.
func (r *binaryReader) count() int {
	n, shift := uint64(0), 0
	for i := 0; i < len(r.rest) && i < binary.MaxVarintLen64; i++ {
		c := r.rest[i]
		n |= uint64(c&0x7f) << shift
		shift += 7
		if c < 0x80 {
			r.rest = r.rest[i+1:]
			if n > uint64(len(r.rest)) {
				break
			}
			return int(n)
		}
	}
	r.rest, r.bad = "", true
	return 0
}

func (r *binaryReader) text() string {
	n := r.count()
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}

func (r *binaryReader) list() []string {
	n := r.count()
	if n == 0 {
		return nil
	}
	list := make([]string, n)
	for i := range list {
		list[i] = r.text()
	}
	return list
}

func (r *binaryReader) day() time.Time {
	seconds, n := binary.Varint([]byte(r.rest[:min(len(r.rest), binary.MaxVarintLen64)]))
	if n <= 0 {
		r.rest, r.bad = "", true
		return time.Time{}
	}
	r.rest = r.rest[n:]
	if seconds == noDay {
		return time.Time{}
	}
	return time.Unix(seconds, 0).UTC()
}

// noDay is how the zero time is written.
var noDay = time.Time{}.Unix()

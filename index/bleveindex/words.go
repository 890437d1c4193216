package bleveindex

import (
	"encoding/binary"
	"errors"
	"iter"
	"maps"
	"slices"
)

// wordCounts tells of every form in how many fiches it stands. The store keeps
// one of all its fiches, so that nobody has to look through its dictionaries to
// know what words there are.
type wordCounts map[string]int

// add counts n more fiches with a form, fewer where n is negative.
func (c wordCounts) add(form string, n int) {
	if n == 0 {
		return
	}
	if c[form] += n; c[form] == 0 {
		delete(c, form)
	}
}

// encode returns c as bytes: of every form, in order, the number of bytes that
// it begins with like the one before, the number of the others, those, and the
// number of fiches; numbers as uvarint.
func (c wordCounts) encode() []byte {
	data := make([]byte, 0, 8*len(c))
	last := ""
	for _, form := range slices.Sorted(maps.Keys(c)) {
		if c[form] < 1 { // taken away more often than it came: cannot be
			continue
		}
		same := 0
		for same < len(form) && same < len(last) && form[same] == last[same] {
			same++
		}
		data = binary.AppendUvarint(data, uint64(same))
		data = binary.AppendUvarint(data, uint64(len(form)-same))
		data = append(data, form[same:]...)
		data = binary.AppendUvarint(data, uint64(c[form]))
		last = form
	}
	return data
}

// errWords: the stored words cannot be read.
var errWords = errors.New("words of the index are damaged")

// decodeWords yields the forms that encode wrote, in order, with their number
// of fiches. Where the bytes are none that encode wrote, it sets *err and stops.
func decodeWords(data string, err *error) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		rest := []byte(data)
		number := func() int {
			n, size := binary.Uvarint(rest)
			if size <= 0 || n > uint64(1)<<31 {
				*err = errWords
				return 0
			}
			rest = rest[size:]
			return int(n)
		}
		var form []byte
		for len(rest) > 0 && *err == nil {
			same, more := number(), number()
			if *err != nil || same > len(form) || more > len(rest) {
				*err = errWords
				return
			}
			form = append(form[:same], rest[:more]...)
			rest = rest[more:]
			if n := number(); *err != nil || !yield(string(form), n) {
				return
			}
		}
	}
}

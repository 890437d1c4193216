package bleveindex

import (
	"encoding/binary"
	"errors"
	"iter"
	"maps"
	"slices"
)

// wordCounts tells of every form in how many fiches it stands, or by how many
// more. The store keeps the counts of all its fiches at some time and the
// changes since, so that nobody has to look through its dictionaries to know what
// words there are, and a small Replace writes little.
type wordCounts map[string]int

// The changes are counted in with the rest when there are more than this.
const (
	changedWordsShare = 16 // one in so many of all words
	leastChangedWords = 512
)

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
// number of fiches, which may be below zero; numbers as varint.
func (c wordCounts) encode() []byte {
	data := make([]byte, 0, 8*len(c))
	last := ""
	for _, form := range slices.Sorted(maps.Keys(c)) {
		same := 0
		for same < len(form) && same < len(last) && form[same] == last[same] {
			same++
		}
		data = binary.AppendUvarint(data, uint64(same))
		data = binary.AppendUvarint(data, uint64(len(form)-same))
		data = append(data, form[same:]...)
		data = binary.AppendVarint(data, int64(c[form]))
		last = form
	}
	return data
}

// errWords: the stored words cannot be read.
var errWords = errors.New("words of the index are damaged")

// decodeWords yields the forms that encode wrote, in order, with their numbers.
// Where the bytes are none that encode wrote, it sets *err and stops.
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
			n, size := binary.Varint(rest)
			if size <= 0 || n > 1<<31 || n < -1<<31 {
				*err = errWords
				return
			}
			rest = rest[size:]
			if !yield(string(form), int(n)) {
				return
			}
		}
	}
}

// readWords returns counts that encode wrote.
func readWords(data []byte) (wordCounts, error) {
	c := wordCounts{}
	var err error
	for form, n := range decodeWords(string(data), &err) {
		c[form] = n
	}
	return c, err
}

// wordsWith returns what the store is to keep of words when the fiches of v have
// changed by more: the changes since all were counted, and, when these have
// become many, all; else nil.
func (v *view) wordsWith(more wordCounts) (all, changes wordCounts) {
	changes = maps.Clone(v.changedWords)
	for form, n := range more {
		changes.add(form, n)
	}
	if len(changes) <= leastChangedWords+v.vocabulary.Len()/changedWordsShare {
		return nil, changes
	}
	all = wordCounts{}
	for form, n := range v.vocabulary.All() {
		all.add(form, n)
	}
	for form, n := range more {
		all.add(form, n)
	}
	return all, wordCounts{}
}

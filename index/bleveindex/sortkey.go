package bleveindex

import (
	"slices"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// newCollator returns the order of titles: that of Dutch, without case and
// accents, numbers by their value.
func newCollator() *collate.Collator {
	return collate.New(language.Dutch, collate.Loose, collate.Numeric)
}

// shortWeights are the collation weights of what titles are mostly made of, in
// order, and shortBytes what stands for each in a sort key. A dictionary takes
// half a byte or one for such a byte, and up to four for a weight.
var shortWeights = sync.OnceValue(func() []uint16 {
	c := newCollator()
	var weights []uint16
	for i := range shortBytes {
		var keys collate.Buffer
		letter := shortBytes[i : i+1]
		if letter == "-" {
			letter = " "
		}
		key := c.KeyFromString(&keys, letter)
		weights = append(weights, uint16(key[0])<<8|uint16(key[1]))
	}
	return weights
})

const (
	shortBytes = "-abcdefghijklmnopqrstuvwxyz" // - for a space
	// longMark follows what stands for the nearest weight below one that is not
	// among them, and goes before the weight itself. No weight begins so.
	longMark = 0xff
	// belowAll stands for a weight below all of shortWeights.
	belowAll = 0x01
)

// appendSortKey appends a collation key, whose weights have two bytes or, where
// the first is 0x80 or more, three, in a form that is shorter and has the same
// order: equal weights are equal bytes, and of two different ones the lower begins
// with the lower byte, or with the same and then longMark against less or more.
func appendSortKey(dst, key []byte) []byte {
	weights := shortWeights()
	for len(key) >= 2 {
		n := 2
		if key[0] >= 0x80 {
			n = min(3, len(key))
		}
		i, found := slices.BinarySearch(weights, uint16(key[0])<<8|uint16(key[1]))
		switch {
		case n == 2 && found:
			dst = append(dst, shortBytes[i])
		case i == 0:
			dst = append(append(dst, belowAll, longMark), key[:n]...)
		default:
			dst = append(append(dst, shortBytes[i-1], longMark), key[:n]...)
		}
		key = key[n:]
	}
	return append(dst, key...)
}

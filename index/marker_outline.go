package index

// outlines is a set of words by their length, first and last byte: nearly every
// word of a text is told apart from those of a query without looking it up.
type outlines [16]uint64

func outline(s string) (i, bit int) {
	n := len(s)
	if n == 0 {
		return 0, 0
	}
	return n & 15, int(s[0]^s[n-1]<<2) & 63
}

func (o *outlines) add(s string) {
	i, bit := outline(s)
	o[i] |= 1 << bit
}

// has is false only for words that were not added.
func (o *outlines) has(s string) bool {
	i, bit := outline(s)
	return o[i]>>bit&1 != 0
}

package bleveindex

import (
	"cmp"
	"encoding/binary"
	"errors"
	"maps"
	"slices"
)

// wordCodes write the frequent words of a text as numbers, the most frequent ones
// in a byte and thousands of others in two:
//
//	below shortCodes   the word of that number
//	below literal      with the next byte, another word
//	literal            a length, and as many bytes as they are
//
// What general compression makes of the result is a tenth to a fifth smaller than
// what it makes of the text, and takes less time. Any bytes are a text. Safe for
// concurrent use.
type wordCodes struct {
	words []string
	codes map[string]int
}

const (
	shortCodes = 176
	literal    = 0xff
	maxCodes   = shortCodes + (literal-shortCodes)<<8
	// leastCoded is the number of times that a word stands in the sample.
	leastCoded = 3
)

// errCodes: bytes are not what wordCodes wrote, or are of other words.
var errCodes = errors.New("word codes are damaged")

// newWordCodes returns codes for the words that stand most in a sample.
func newWordCodes(sample []byte) *wordCodes {
	counts := map[string]int{}
	for len(sample) > 0 {
		n := pieceEnd(sample)
		counts[string(sample[:n])]++
		sample = sample[n:]
	}
	maps.DeleteFunc(counts, func(_ string, n int) bool { return n < leastCoded })
	words := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b))
	})
	return codesOf(words[:min(len(words), maxCodes)])
}

func codesOf(words []string) *wordCodes {
	c := &wordCodes{words: words, codes: make(map[string]int, len(words))}
	for code, word := range words {
		c.codes[word] = code
	}
	return c
}

// pieceEnd returns the length of the word that a text begins with, a space before
// it included, or of the byte.
func pieceEnd(text []byte) int {
	n := 0
	if text[0] == ' ' {
		n++
	}
	for n < len(text) && inWord[text[n]] {
		n++
	}
	return max(n, 1)
}

var inWord = func() (t [256]bool) {
	for c := range t {
		t[c] = c >= 0x80 || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '-'
	}
	return t
}()

// encode appends a text in codes.
func (c *wordCodes) encode(dst, text []byte) []byte {
	open := -1 // length byte of literals at the end of dst
	for len(text) > 0 {
		n := pieceEnd(text)
		code, ok := c.codes[string(text[:n])]
		switch {
		case ok && code < shortCodes:
			dst = append(dst, byte(code))
			open = -1
		case ok:
			code -= shortCodes
			dst = append(dst, byte(shortCodes+code>>8), byte(code))
			open = -1
		default:
			n = min(n, 0xff)
			if open < 0 || int(dst[open])+n > 0xff {
				dst = append(dst, literal, 0)
				open = len(dst) - 1
			}
			dst[open] += byte(n)
			dst = append(dst, text[:n]...)
		}
		text = text[n:]
	}
	return dst
}

// decode appends the text of codes.
func (c *wordCodes) decode(dst, codes []byte) ([]byte, error) {
	for len(codes) > 0 {
		code := int(codes[0])
		codes = codes[1:]
		if code >= shortCodes {
			if len(codes) == 0 {
				return dst, errCodes
			}
			next := int(codes[0])
			codes = codes[1:]
			if code == literal {
				if next > len(codes) {
					return dst, errCodes
				}
				dst = append(dst, codes[:next]...)
				codes = codes[next:]
				continue
			}
			code += (code-shortCodes)*0xff + next
		}
		if code >= len(c.words) {
			return dst, errCodes
		}
		dst = append(dst, c.words[code]...)
	}
	return dst, nil
}

// appendTo appends the words in order, each with its length.
func (c *wordCodes) appendTo(dst []byte) []byte {
	dst = binary.AppendUvarint(dst, uint64(len(c.words)))
	for _, w := range c.words {
		dst = append(binary.AppendUvarint(dst, uint64(len(w))), w...)
	}
	return dst
}

// readWordCodes reads what appendTo wrote and returns what follows.
func readWordCodes(data []byte) (c *wordCodes, rest []byte, err error) {
	number := func() int {
		n, size := binary.Uvarint(data)
		if size <= 0 || n > uint64(len(data)) {
			err, data = errCodes, nil
			return 0
		}
		data = data[size:]
		return int(n)
	}
	words := make([]string, min(number(), maxCodes))
	for i := range words {
		n := number()
		if n > len(data) {
			err, n = errCodes, 0
		}
		if err != nil {
			return nil, nil, err
		}
		words[i], data = string(data[:n]), data[n:]
	}
	return codesOf(words), data, err
}

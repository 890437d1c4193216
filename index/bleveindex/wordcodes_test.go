package bleveindex

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// zipf returns a text of n words, the first of which are the most frequent.
func zipf(r *rand.Rand, n int) []byte {
	var b []byte
	for range n {
		b = fmt.Appendf(b, "woord%d", int(r.ExpFloat64()*float64(r.IntN(3000)+1)))
		b = append(b, " .,\n- "[r.IntN(6)])
	}
	return b
}

func TestWordCodesRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 1))
	sample := zipf(r, 100_000)
	random := make([]byte, 3000)
	for i := range random {
		random[i] = byte(r.Uint32())
	}
	for name, c := range map[string]*wordCodes{"none": codesOf(nil), "few": newWordCodes(sample[:5000]), "many": newWordCodes(sample)} {
		for _, text := range [][]byte{
			nil, []byte(" "), []byte("woord1"), []byte("  woord1  woord2"), []byte(strings.Repeat("lang", 1000)), []byte(strings.Repeat("é", 700)),
			random, sample[:20_000], bytes.Repeat([]byte{0xff, 0, 176}, 200),
		} {
			codes := c.encode([]byte("x"), text)
			got, err := c.decode([]byte("y"), codes[1:])
			if err != nil || string(got) != "y"+string(text) {
				t.Fatalf("%s: %.50q comes back as %.50q, %v", name, text, got, err)
			}
		}
	}
	c := newWordCodes(sample)
	if len(c.words) < shortCodes+1000 {
		t.Fatalf("%d words: the test says nothing of long codes", len(c.words))
	}
	if text := zipf(r, 1000); len(c.encode(nil, text)) > len(text)*2/3 {
		t.Errorf("%d bytes become %d codes", len(text), len(c.encode(nil, text)))
	}
}

func TestWordCodesAreKept(t *testing.T) {
	c := newWordCodes(zipf(rand.New(rand.NewPCG(5, 2)), 20_000))
	data := c.appendTo(nil)
	got, rest, err := readWordCodes(append(slices.Clone(data), "rest"...))
	if err != nil || string(rest) != "rest" || !slices.Equal(got.words, c.words) {
		t.Fatalf("%d words come back as %d, %q, %v", len(c.words), len(got.words), rest, err)
	}
	for n := range 200 {
		if _, _, err := readWordCodes(data[:n]); err == nil {
			t.Fatalf("the first %d of %d bytes are words", n, len(data))
		}
	}
}

// Damaged codes are an error, never a panic.
func TestDamagedWordCodes(t *testing.T) {
	c := codesOf([]string{"a", "b"})
	for _, codes := range [][]byte{{2}, {0, 175}, {176}, {176, 0}, {254, 255}, {255}, {255, 1}, {255, 9, 'a'}} {
		if got, err := c.decode(nil, codes); !errors.Is(err, errCodes) {
			t.Errorf("%v are %q, %v", codes, got, err)
		}
	}
}

func FuzzWordCodes(f *testing.F) {
	c := newWordCodes(zipf(rand.New(rand.NewPCG(5, 3)), 20_000))
	f.Add([]byte("Een buddy voor woord1 en woord2."))
	f.Fuzz(func(t *testing.T, data []byte) {
		if got, err := c.decode(nil, c.encode(nil, data)); err != nil || !bytes.Equal(got, data) {
			t.Errorf("%q comes back as %q, %v", data, got, err)
		}
		if text, err := c.decode(nil, data); err == nil {
			if again, err := c.decode(nil, c.encode(nil, text)); err != nil || !bytes.Equal(again, text) {
				t.Errorf("%q comes back as %q, %v", text, again, err)
			}
		}
		if words, _, err := readWordCodes(data); err == nil && len(words.words) > len(data) {
			t.Errorf("%d words of %d bytes", len(words.words), len(data))
		}
	})
}

package lexicon_test

import (
	"bytes"
	"compress/flate"
	"io"
	"strings"
	"testing"

	"praktijkzoeker/index/dutch/compound/internal/lexicon"
)

// raw is the file before compression.
func raw(t testing.TB) []byte {
	t.Helper()
	data, err := io.ReadAll(flate.NewReader(bytes.NewReader(encode(t, build(t)))))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func compressed(t testing.TB, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestDecodeRefuses(t *testing.T) {
	good := raw(t)
	head := []byte("praktijkzoeker compounds 1\n")
	tests := map[string][]byte{
		"empty":             {},
		"not compressed":    good,
		"another file":      compressed(t, []byte("hello\n")),
		"another version":   compressed(t, bytes.Replace(good, []byte(" 1\n"), []byte(" 9\n"), 1)),
		"header only":       compressed(t, head),
		"cut short":         compressed(t, good[:len(head)+20]),
		"too many edges":    compressed(t, append(bytes.Clone(head), 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 1, 1)),
		"cut outside":       compressed(t, bytes.Replace(good, []byte("buurthuis 5"), []byte("buurthuis 9"), 1)),
		"cut is no number":  compressed(t, bytes.Replace(good, []byte("buurthuis 5"), []byte("buurthuis x"), 1)),
		"base without form": compressed(t, bytes.Replace(good, []byte("huizen huis"), []byte("huizen_huis"), 1)),
	}
	for name, data := range tests {
		t.Run(name, func(t *testing.T) {
			if _, err := lexicon.Decode(bytes.NewReader(data)); err == nil {
				t.Error("no error")
			} else if !strings.HasPrefix(err.Error(), "decode lexicon: ") {
				t.Errorf("error %q does not say what failed", err)
			}
		})
	}
}

// A damaged file is an error or a lexicon that can be used, never a panic.
func FuzzDecode(f *testing.F) {
	good := raw(f)
	f.Add(0, byte(0))
	for i := range good {
		f.Add(i, byte(0x81))
	}
	f.Fuzz(func(t *testing.T, at int, change byte) {
		data := bytes.Clone(good)
		data[uint(at)%uint(len(data))] ^= change
		l, err := lexicon.Decode(bytes.NewReader(compressed(t, data)))
		if err != nil {
			return
		}
		var cuts lexicon.Cuts
		for form := range forms {
			l.Find(form)
			l.Cheapest(form+form, &cuts)
		}
	})
}

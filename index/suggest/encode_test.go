package suggest

import (
	"bytes"
	"errors"
	"io"
	"reflect"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/klauspost/compress/zstd"
)

// encoded returns the bytes of a table.
func encoded(t testing.TB, table *Table) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := table.Encode(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestEncodeAndDecode: a table that is read back is the one that was written, and
// goes on as it would have.
func TestEncodeAndDecode(t *testing.T) {
	contents, _ := generated(3, 500)
	pool := fichesOf(contents)
	first := tableOf(t, pool[:400])
	changed := first.With([]string{pool[3].ID, pool[50].ID}, pool[390:420]).With([]string{pool[1].ID}, nil)
	for name, table := range map[string]*Table{"base": first, "changed": changed, "empty": tableOf(t, nil), "one": tableOf(t, pool[:1])} {
		t.Run(name, func(t *testing.T) {
			read, err := Decode(bytes.NewReader(encoded(t, table)), partsOf)
			if err != nil {
				t.Fatal(err)
			}
			a, b := table.pair[0], read.pair[0]
			for what, equal := range map[string]bool{
				"bounds":  reflect.DeepEqual(a.bounds, b.bounds),
				"ready":   reflect.DeepEqual(a.ready.keys, b.ready.keys) && reflect.DeepEqual(a.ready.slots, b.ready.slots),
				"shelves": cmp.Equal(a.shelves, b.shelves, cmp.AllowUnexported(shelf{}, starts{}, item{}), cmpopts.EquateEmpty()),
				"change":  read.changed() == table.changed() && cmp.Equal(table.dead, read.dead, cmp.Comparer(func(x, y bitset) bool { return x.count() == y.count() })),
			} {
				if !equal {
					t.Errorf("%s are not as they were", what)
				}
			}
			for round, tables := range [][2]*Table{
				{table, read},
				{table.With([]string{pool[0].ID}, pool[440:470]), read.With([]string{pool[0].ID}, pool[440:470])},
				{table.With(nil, pool), read.With(nil, pool)}, // a new base
			} {
				for i, text := range keystrokes(uint64(round), contents, 200) {
					if diff := cmp.Diff(tables[0].Suggest(text, 1+i%30), tables[1].Suggest(text, 1+i%30)); diff != "" {
						t.Fatalf("round %d, %q (-written +read):\n%s", round, text, diff)
					}
				}
			}
			if again := encoded(t, read); !bytes.Equal(again, encoded(t, table)) {
				t.Error("written again, it has other bytes")
			}
		})
	}
}

// What is cut off, goes on behind its end, is of another version, or ends in an
// error is no table.
func TestDecodeOfNoTable(t *testing.T) {
	contents, _ := generated(4, 30)
	data := encoded(t, tableOf(t, fichesOf(contents)).With([]string{contents[2].ID}, fichesOf(contents[:1])))
	for end := 0; end < len(data); end += 1 + end/50 {
		if _, err := Decode(bytes.NewReader(data[:end]), nil); err == nil {
			t.Fatalf("%d of %d bytes are a table", end, len(data))
		}
	}
	broken := errors.New("checksum")
	other := bytes.Clone(data)
	other[0]++
	for name, r := range map[string]io.Reader{
		"more":    bytes.NewReader(append(bytes.Clone(data), 0)),
		"version": bytes.NewReader(other),
		"error":   io.MultiReader(bytes.NewReader(data), iotest.ErrReader(broken)),
	} {
		if _, err := Decode(r, nil); err == nil || name == "error" && !errors.Is(err, broken) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestEncodeFails(t *testing.T) {
	contents, _ := generated(4, 30)
	r, w := io.Pipe()
	r.Close()
	if err := tableOf(t, fichesOf(contents)).Encode(w); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("got %v", err)
	}
}

func BenchmarkDecode(b *testing.B) {
	contents, _ := generated(1, 20_000)
	data := encoded(b, tableOf(b, fichesOf(contents)))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Decode(bytes.NewReader(data), partsOf); err != nil {
			b.Fatal(err)
		}
	}
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(len(z.EncodeAll(data, nil)))/float64(len(contents)), "bytes/fiche")
}

package zapwriter_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"
	bleveapi "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"
	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/index/bleveindex/zapwriter"
)

// fields of the segments here: a stored one, one with freqs and norms, one without.
var fields = []zapwriter.Field{
	{Name: "_id", Options: bleveapi.IndexField | bleveapi.StoreField},
	{Name: "scored", Options: bleveapi.IndexField},
	{Name: "text", Options: bleveapi.StoreField},
	{Name: "whole", Options: bleveapi.IndexField | bleveapi.SkipFreqNorm},
}

const (
	inScored = 1
	inText   = 2
	inWhole  = 3
)

// A doc is a document of the tests. Its norm is the same for all its terms, as
// zap's builder has it.
type doc struct {
	id     string
	text   string
	scored map[string]uint64 // freq by term
	whole  []string
	norm   uint32
}

// someDocs returns n documents with terms that are rare, common and everywhere.
func someDocs(r *rand.Rand, from, n int) []doc {
	docs := make([]doc, n)
	for i := range docs {
		d := doc{id: fmt.Sprintf("doc-%06d", from+i), scored: map[string]uint64{}, norm: 1 + r.Uint32N(300)}
		d.text = fmt.Sprint("tekst ", r.IntN(100), d.id)
		for k := range 12 {
			if r.IntN(1<<k) == 0 {
				d.scored[fmt.Sprint("woord", k)] = 1 + r.Uint64N(1<<r.IntN(60))
			}
		}
		d.scored["eigen "+d.id] = 1 + r.Uint64N(2)
		if r.IntN(3) == 0 {
			d.scored["zonder"] = 0
		}
		d.whole = []string{fmt.Sprint("waarde", r.IntN(4)), "alleen " + d.id}
		docs[i] = d
	}
	return docs
}

// written makes a segment with a Writer.
func written(t testing.TB, docs []doc) *zap.SegmentBase {
	t.Helper()
	w, err := zapwriter.New(0, fields...)
	check(t, err)
	for _, d := range docs {
		w.Document(d.id, inText, []byte(d.text))
	}
	for field := range fields {
		if field == inText {
			continue
		}
		check(t, w.StartField(field))
		lists := map[string][]int{}
		for i, d := range docs {
			switch field {
			case 0:
				lists[d.id] = append(lists[d.id], i)
			case inScored:
				for term := range d.scored {
					lists[term] = append(lists[term], i)
				}
			case inWhole:
				for _, term := range d.whole {
					lists[term] = append(lists[term], i)
				}
			}
		}
		for _, term := range slices.Sorted(maps.Keys(lists)) {
			var numbers, norms []uint32
			var freqs []uint64
			for _, i := range lists[term] {
				numbers = append(numbers, uint32(i))
				if field == inScored {
					freqs, norms = append(freqs, docs[i].scored[term]), append(norms, docs[i].norm)
				}
			}
			check(t, w.Term(term, numbers, freqs, norms))
		}
	}
	s, size, err := w.Segment(nil)
	check(t, err)
	if size == 0 {
		t.Error("a segment of no bytes")
	}
	return s
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// contents returns all that can be read of a segment: per document its stored
// values, and of each field all postings, term by term.
func contents(t testing.TB, s segment.Segment) []string {
	t.Helper()
	var out []string
	for d := range s.Count() {
		check(t, s.VisitStoredFields(d, func(field string, typ byte, value []byte, _ []uint64) bool {
			out = append(out, fmt.Sprintf("%d %s %c %q", d, field, typ, value))
			return true
		}))
	}
	for _, f := range fields {
		dict, err := s.Dictionary(f.Name)
		check(t, err)
		lookup, err := s.Dictionary(f.Name)
		check(t, err)
		terms := dict.AutomatonIterator(nil, nil, nil)
		for {
			entry, err := terms.Next()
			check(t, err)
			if entry == nil {
				break
			}
			list, err := lookup.PostingsList([]byte(entry.Term), nil, nil)
			check(t, err)
			it := list.Iterator(f.Name == "scored", true, false, nil)
			for {
				p, err := it.Next()
				check(t, err)
				if p == nil {
					break
				}
				line := fmt.Sprintf("%s %s: %d", f.Name, entry.Term, p.Number())
				if f.Name == "scored" {
					line += fmt.Sprintf(" %d %d", p.Frequency(), p.(*zap.Posting).NormUint64())
				}
				out = append(out, line)
			}
		}
	}
	return out
}

// A segment of a Writer says the same as one that zap builds of the documents.
func TestLikeZap(t *testing.T) {
	for _, n := range []int{1, 2, 3, 50, 1023, 1024, 1025, 5000} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			docs := someDocs(rand.New(rand.NewPCG(1, uint64(n))), 0, n)
			ours, theirs := written(t, docs), built(t, docs)
			if diff := cmp.Diff(contents(t, theirs), contents(t, ours)); diff != "" {
				t.Errorf("(-zap +ours):\n%.2000s", diff)
			}
			if diff := cmp.Diff(theirs.Fields(), ours.Fields()); diff != "" {
				t.Errorf("fields (-zap +ours):\n%s", diff)
			}
			numbers, err := ours.DocNumbers([]string{docs[n-1].id, "no such document"})
			check(t, err)
			if !slices.Equal(numbers.ToArray(), []uint32{uint32(n - 1)}) {
				t.Errorf("the last document has number %v", numbers)
			}
		})
	}
}

// Segments of Writers come through a merge like those of zap, also when some
// documents are dropped, and so does what was merged before.
func TestMerge(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 1))
	first, second := someDocs(r, 0, 3000), someDocs(r, 3000, 40)
	drops := []*roaring.Bitmap{roaring.BitmapOf(0, 7, 8, 2999), nil}
	merge := func(name string, segments []segment.Segment, drops []*roaring.Bitmap) segment.Segment {
		path := filepath.Join(t.TempDir(), name)
		var plugin zap.ZapPlugin
		_, _, err := plugin.Merge(segments, drops, path, nil, nil)
		check(t, err)
		s, err := plugin.Open(path)
		check(t, err)
		t.Cleanup(func() { s.Close() })
		return s
	}
	ours := merge("ours", []segment.Segment{written(t, first), written(t, second)}, drops)
	theirs := merge("theirs", []segment.Segment{built(t, first), built(t, second)}, drops)
	if diff := cmp.Diff(contents(t, theirs), contents(t, ours)); diff != "" {
		t.Errorf("merged (-zap +ours):\n%.2000s", diff)
	}
	again := []segment.Segment{ours, written(t, someDocs(r, 4000, 5))}
	if n := merge("again", again, []*roaring.Bitmap{nil, nil}).Count(); n != 3000-4+40+5 {
		t.Errorf("merged again, there are %d documents", n)
	}
}

func TestPersist(t *testing.T) {
	docs := someDocs(rand.New(rand.NewPCG(3, 1)), 0, 100)
	s := written(t, docs)
	path := filepath.Join(t.TempDir(), "segment")
	check(t, s.Persist(path))
	var plugin zap.ZapPlugin
	opened, err := plugin.Open(path)
	check(t, err)
	defer opened.Close()
	if diff := cmp.Diff(contents(t, s), contents(t, opened)); diff != "" {
		t.Errorf("(-in memory +on disk):\n%.2000s", diff)
	}
}

func TestWrongUse(t *testing.T) {
	if _, err := zapwriter.New(0, fields[1:]...); err == nil {
		t.Error("a segment without _id")
	}
	if _, err := zapwriter.New(0, fields[0], fields[2], fields[1]); err == nil {
		t.Error("fields out of order")
	}
	for name, use := range map[string]func(w *zapwriter.Writer) error{
		"a field twice": func(w *zapwriter.Writer) error { return w.StartField(0) },
		"no such field": func(w *zapwriter.Writer) error { return w.StartField(len(fields)) },
		"no documents":  func(w *zapwriter.Writer) error { return w.Term("a", nil, nil, nil) },
		"no norms":      func(w *zapwriter.Writer) error { return w.Term("a", []uint32{0}, []uint64{1}, nil) },
		"falling terms": func(w *zapwriter.Writer) error {
			check(t, w.Term("b", []uint32{0}, nil, nil))
			return w.Term("a", []uint32{0}, nil, nil)
		},
	} {
		t.Run(name, func(t *testing.T) {
			w, err := zapwriter.New(0, fields...)
			check(t, err)
			w.Document("id", inText, nil)
			check(t, w.StartField(0))
			if err := use(w); err == nil {
				t.Error("no error")
			}
		})
	}
}

func BenchmarkWriter(b *testing.B) {
	docs := someDocs(rand.New(rand.NewPCG(4, 1)), 0, 2000)
	b.Run("ours", func(b *testing.B) {
		for b.Loop() {
			written(b, docs)
		}
	})
	b.Run("zap", func(b *testing.B) {
		for b.Loop() {
			built(b, docs)
		}
	})
}

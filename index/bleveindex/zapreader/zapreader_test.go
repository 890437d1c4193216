package zapreader_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	index "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"

	"praktijkzoeker/index/bleveindex/zapreader"
)

// A doc is a document of one field with the frequencies of its terms.
type doc struct {
	id    string
	terms map[string]int
	with  index.FieldIndexingOptions
}

func (d *doc) ID() string                                 { return d.id }
func (d *doc) Size() int                                  { return 1 }
func (d *doc) VisitComposite(index.CompositeFieldVisitor) {}
func (d *doc) HasComposite() bool                         { return false }
func (d *doc) NumPlainTextBytes() uint64                  { return 0 }
func (d *doc) StoredFieldsBytes() uint64                  { return 0 }
func (d *doc) Indexed() bool                              { return true }
func (d *doc) AddIDField()                                {}
func (d *doc) VisitFields(visit index.FieldVisitor) {
	visit(&field{"_id", nil, d})
	visit(&field{"f", d.terms, d})
}

type field struct {
	name  string
	terms map[string]int
	doc   *doc
}

func (f *field) Name() string              { return f.name }
func (f *field) Value() []byte             { return []byte(f.doc.id) }
func (f *field) ArrayPositions() []uint64  { return nil }
func (f *field) EncodedFieldType() byte    { return 't' }
func (f *field) Analyze()                  {}
func (f *field) AnalyzedLength() int       { return 1 }
func (f *field) NumPlainTextBytes() uint64 { return 0 }
func (f *field) Options() index.FieldIndexingOptions {
	if f.name == "_id" {
		return index.IndexField | index.StoreField
	}
	return f.doc.with
}

func (f *field) AnalyzedTokenFrequencies() index.TokenFrequencies {
	if f.name == "_id" {
		tf := &index.TokenFreq{Term: []byte(f.doc.id)}
		tf.SetFrequency(1)
		return index.TokenFrequencies{f.doc.id: tf}
	}
	out := index.TokenFrequencies{}
	for term, n := range f.terms {
		tf := &index.TokenFreq{Term: []byte(term)}
		if f.doc.with&index.SkipFreqNorm == 0 {
			tf.SetFrequency(n)
		}
		out[term] = tf
	}
	return out
}

// segmentOf builds a segment and opens its file.
func segmentOf(t testing.TB, docs []index.Document) segment.Segment {
	t.Helper()
	var plugin zap.ZapPlugin
	built, _, err := plugin.New(docs)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "1.zap")
	if err := built.(segment.UnpersistedSegment).Persist(path); err != nil {
		t.Fatal(err)
	}
	seg, err := plugin.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { seg.Close() })
	return seg
}

// randomDocs returns n documents in which term i is about one in i+1 documents.
func randomDocs(r *rand.Rand, n int, with index.FieldIndexingOptions) []index.Document {
	docs := make([]index.Document, n)
	for d := range docs {
		terms := map[string]int{}
		for i := range 40 {
			if r.IntN(1+i*i) == 0 {
				terms[fmt.Sprintf("term%02d", i)] = 1 + r.IntN(1<<(1+r.IntN(40)))
			}
		}
		if r.IntN(n) == 0 {
			terms["once"] = 1
		}
		docs[d] = &doc{fmt.Sprintf("d%06d", d), terms, with}
	}
	return docs
}

type posting struct {
	doc        uint32
	freq, norm uint64
}

// byZap reads a term as zap does.
func byZap(t testing.TB, seg segment.Segment, term string) []posting {
	t.Helper()
	dict, err := seg.Dictionary("f")
	if err != nil {
		t.Fatal(err)
	}
	pl, err := dict.PostingsList([]byte(term), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out []posting
	it := pl.Iterator(true, true, false, nil)
	for {
		p, err := it.Next()
		if err != nil {
			t.Fatal(err)
		}
		if p == nil {
			return out
		}
		zp := p.(*zap.Posting)
		out = append(out, posting{uint32(p.Number()), p.Frequency(), zp.NormUint64()})
	}
}

func TestLikeZap(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, with := range []index.FieldIndexingOptions{index.IndexField, index.IndexField | index.SkipFreqNorm} {
		for _, n := range []int{1, 2, 900, 5000} {
			seg := segmentOf(t, randomDocs(r, n, with))
			f, err := zapreader.Open(seg, "f")
			if err != nil || f == nil {
				t.Fatal(f, err)
			}
			var p zapreader.Postings
			found := 0
			for _, term := range append([]string{"once", "none", ""}, terms()...) {
				want := byZap(t, seg, term)
				ok, err := f.Find([]byte(term), &p)
				if err != nil || ok != (len(want) > 0) {
					t.Fatalf("%d documents, %q: found %v, zap has %d; %v", n, term, ok, len(want), err)
				}
				if !ok {
					continue
				}
				found++
				var got []posting
				if err := p.Each(func(d uint32, freq, norm uint64) { got = append(got, posting{d, freq, norm}) }); err != nil {
					t.Fatal(err)
				}
				if !slices.Equal(want, got) || p.Count() != len(want) {
					t.Fatalf("%d documents, %q:\nzap %v\ngot %v", n, term, want, got)
				}
				among(t, r, n, &p, want)
			}
			if found == 0 {
				t.Error("no term was found")
			}
		}
	}
}

func terms() []string {
	var out []string
	for i := range 40 {
		out = append(out, fmt.Sprintf("term%02d", i))
	}
	return out
}

// among asks for the postings of some documents.
func among(t *testing.T, r *rand.Rand, n int, p *zapreader.Postings, all []posting) {
	t.Helper()
	for _, oneIn := range []int{1, 3, 200} {
		var docs []uint32
		var want, got []posting
		at := 0
		for d := range uint32(n) {
			has := at < len(all) && all[at].doc == d
			if r.IntN(oneIn) == 0 {
				if docs = append(docs, d); has {
					want = append(want, all[at])
				}
			}
			if has {
				at++
			}
		}
		if err := p.Among(docs, func(d uint32, freq, norm uint64) { got = append(got, posting{d, freq, norm}) }); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(want, got) {
			t.Fatalf("%d of %d documents:\nwant %v\n got %v", len(docs), n, want, got)
		}
	}
}

func TestWhatIsNoFile(t *testing.T) {
	var plugin zap.ZapPlugin
	built, _, err := plugin.New(randomDocs(rand.New(rand.NewPCG(1, 2)), 3, index.IndexField))
	if err != nil {
		t.Fatal(err)
	}
	if f, err := zapreader.Open(built, "f"); f != nil || err != nil {
		t.Errorf("a segment in memory: %v, %v", f, err)
	}
	seg := segmentOf(t, randomDocs(rand.New(rand.NewPCG(1, 3)), 3, index.IndexField))
	if f, err := zapreader.Open(seg, "nothing"); f != nil || err != nil {
		t.Errorf("a field that is not there: %v, %v", f, err)
	}
}

func BenchmarkEach(b *testing.B) {
	seg := segmentOf(b, randomDocs(rand.New(rand.NewPCG(1, 4)), 20000, index.IndexField))
	term := []byte("term01")
	b.Run("zap", func(b *testing.B) {
		dict, err := seg.Dictionary("f")
		if err != nil {
			b.Fatal(err)
		}
		var pl segment.PostingsList
		var it segment.PostingsIterator
		var sum uint64
		for b.Loop() {
			if pl, err = dict.PostingsList(term, nil, pl); err != nil {
				b.Fatal(err)
			}
			it = pl.Iterator(true, true, false, it)
			for {
				p, err := it.Next()
				if err != nil {
					b.Fatal(err)
				}
				if p == nil {
					break
				}
				sum += p.Frequency()
			}
		}
	})
	b.Run("zapreader", func(b *testing.B) {
		f, err := zapreader.Open(seg, "f")
		if err != nil {
			b.Fatal(err)
		}
		var p zapreader.Postings
		var sum uint64
		for b.Loop() {
			if ok, err := f.Find(term, &p); !ok || err != nil {
				b.Fatal(ok, err)
			}
			if err := p.Each(func(_ uint32, freq, _ uint64) { sum += freq }); err != nil {
				b.Fatal(err)
			}
		}
	})
}

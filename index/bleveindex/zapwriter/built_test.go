package zapwriter_test

import (
	"testing"

	bleveapi "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"

	"praktijkzoeker/index/bleveindex/zapwriter"
)

// built makes the same segment as written, with zap's own builder.
func built(t testing.TB, docs []doc) segment.Segment {
	t.Helper()
	zapDocs := make([]bleveapi.Document, len(docs))
	for i := range docs {
		zapDocs[i] = &zapDoc{&docs[i]}
	}
	var plugin zap.ZapPlugin
	s, _, err := plugin.New(zapDocs)
	check(t, err)
	return s
}

// A zapDoc is a doc as zap wants it.
type zapDoc struct{ *doc }

func (d *zapDoc) ID() string                                    { return d.id }
func (d *zapDoc) Size() int                                     { return 0 }
func (d *zapDoc) VisitComposite(bleveapi.CompositeFieldVisitor) {}
func (d *zapDoc) HasComposite() bool                            { return false }
func (d *zapDoc) NumPlainTextBytes() uint64                     { return 0 }
func (d *zapDoc) StoredFieldsBytes() uint64                     { return 0 }
func (d *zapDoc) Indexed() bool                                 { return true }
func (d *zapDoc) AddIDField()                                   {}

func (d *zapDoc) VisitFields(visit bleveapi.FieldVisitor) {
	frequencies := func(terms ...string) bleveapi.TokenFrequencies {
		tfs := bleveapi.TokenFrequencies{}
		for _, term := range terms {
			tfs[term] = &bleveapi.TokenFreq{}
		}
		return tfs
	}
	scored := bleveapi.TokenFrequencies{}
	for term, freq := range d.scored {
		tf := &bleveapi.TokenFreq{}
		tf.SetFrequency(int(freq))
		scored[term] = tf
	}
	visit(&zapField{fields[0], []byte(d.id), frequencies(d.id), 1})
	visit(&zapField{fields[inScored], nil, scored, int(d.norm)})
	visit(&zapField{fields[inText], []byte(d.text), nil, 1})
	visit(&zapField{fields[inWhole], nil, frequencies(d.whole...), 1})
}

type zapField struct {
	field zapwriter.Field
	value []byte
	terms bleveapi.TokenFrequencies
	norm  int
}

func (f *zapField) Name() string                                        { return f.field.Name }
func (f *zapField) Value() []byte                                       { return f.value }
func (f *zapField) ArrayPositions() []uint64                            { return nil }
func (f *zapField) EncodedFieldType() byte                              { return 't' }
func (f *zapField) Analyze()                                            {}
func (f *zapField) Options() bleveapi.FieldIndexingOptions              { return f.field.Options }
func (f *zapField) AnalyzedLength() int                                 { return f.norm }
func (f *zapField) AnalyzedTokenFrequencies() bleveapi.TokenFrequencies { return f.terms }
func (f *zapField) NumPlainTextBytes() uint64                           { return 0 }

package bleveindex

import (
	bleveapi "github.com/blevesearch/bleve_index_api"
)

// Fields of a scorch document.
const (
	// fieldTerms holds stems, of words and of parts of compounds, and stop
	// words, each with a payload: impact, positions and forms.
	fieldTerms = "t"
	// fieldRow holds one term per fiche: sort key, ID and content hash.
	fieldRow = "row"
	// fieldTitle holds the words of the title, folded, with spaces between.
	fieldTitle = "title"
	// fieldDate holds the day of the last change.
	fieldDate = "date"
	// fieldFiche is stored only: the fiche itself.
	fieldFiche = "fiche"
	fieldID    = "_id"
)

// keywordOptions are for terms that are matched whole and never scored.
const keywordOptions = bleveapi.IndexField | bleveapi.SkipFreqNorm

// A field is one field of a document as scorch wants it: already analysed.
// Each field stands once in a document, since scorch would add up the
// frequencies, which are our payloads, of a repeated one.
type field struct {
	name    string
	value   []byte
	options bleveapi.FieldIndexingOptions
	terms   bleveapi.TokenFrequencies
}

func (f *field) Name() string                                        { return f.name }
func (f *field) Value() []byte                                       { return f.value }
func (f *field) ArrayPositions() []uint64                            { return nil }
func (f *field) EncodedFieldType() byte                              { return 't' }
func (f *field) Analyze()                                            {}
func (f *field) Options() bleveapi.FieldIndexingOptions              { return f.options }
func (f *field) AnalyzedLength() int                                 { return 1 } // the norm: one byte, unused
func (f *field) AnalyzedTokenFrequencies() bleveapi.TokenFrequencies { return f.terms }
func (f *field) NumPlainTextBytes() uint64                           { return 0 }

// A document is what scorch indexes for one fiche.
type document struct {
	id     string
	fields []field
	size   int
}

func (d *document) ID() string                                    { return d.id }
func (d *document) Size() int                                     { return d.size }
func (d *document) VisitComposite(bleveapi.CompositeFieldVisitor) {}
func (d *document) HasComposite() bool                            { return false }
func (d *document) NumPlainTextBytes() uint64                     { return 0 }
func (d *document) StoredFieldsBytes() uint64                     { return uint64(d.size) }
func (d *document) Indexed() bool                                 { return true }

func (d *document) VisitFields(visit bleveapi.FieldVisitor) {
	for i := range d.fields {
		visit(&d.fields[i])
	}
}

// AddIDField is called by scorch when it takes the document.
func (d *document) AddIDField() {
	d.fields = append(d.fields, field{
		name: fieldID, value: []byte(d.id), options: bleveapi.IndexField | bleveapi.StoreField,
		terms: frequencies(keywordOptions|bleveapi.StoreField, d.id),
	})
}

// keyword returns a field of whole terms.
func keyword(name string, values ...string) field {
	return field{name: name, options: keywordOptions, terms: frequencies(keywordOptions, values...)}
}

func frequencies(options bleveapi.FieldIndexingOptions, values ...string) bleveapi.TokenFrequencies {
	terms := make(bleveapi.TokenFrequencies, len(values))
	for _, v := range values {
		tf := &bleveapi.TokenFreq{Term: []byte(v)}
		if options&bleveapi.SkipFreqNorm == 0 {
			tf.SetFrequency(1)
		}
		terms[v] = tf
	}
	return terms
}

package bleveindex

import (
	bleveapi "github.com/blevesearch/bleve_index_api"

	"praktijkzoeker/index"
	"praktijkzoeker/index/bleveindex/zapwriter"
)

// Fields of a scorch document.
const (
	// fieldTerms holds stems, of words and of parts of compounds, and stop
	// words, each with a payload: impact, positions and forms.
	fieldTerms = "t"
	// fieldRow holds one term per fiche: sort key, ID and content hash.
	fieldRow = "row"
	// fieldTitle holds a hash of the words of the title.
	fieldTitle = "title"
	// fieldDate holds the day of the last change.
	fieldDate = "date"
	// fieldFiche is stored only: the fiche itself.
	fieldFiche = "fiche"
	fieldID    = "_id"
)

// Numbers of the fields in a segment, in zap's order: that of their names, after
// the ID.
const (
	inID = iota
	inCategory
	inDate
	inDomain
	inFiche
	inMunicipality
	inRow
	inPayloads // fieldTerms
	inTargetGroup
	inTitle
	fieldCount
)

// segmentFields are the fields of every segment. Those that are neither fieldTerms
// nor fieldFiche have terms that are matched whole and never scored; do not count
// on the count of zap's iterator over their dictionaries, see leastFrequency.
var segmentFields = [fieldCount]zapwriter.Field{
	inID:           {Name: fieldID, Options: bleveapi.IndexField | bleveapi.StoreField},
	inCategory:     {Name: string(index.Category), Options: wholeTerms},
	inDate:         {Name: fieldDate, Options: wholeTerms},
	inDomain:       {Name: string(index.Domain), Options: wholeTerms},
	inFiche:        {Name: fieldFiche, Options: bleveapi.StoreField},
	inMunicipality: {Name: string(index.Municipality), Options: wholeTerms},
	inRow:          {Name: fieldRow, Options: wholeTerms},
	inPayloads:     {Name: fieldTerms, Options: bleveapi.IndexField},
	inTargetGroup:  {Name: string(index.TargetGroup), Options: wholeTerms},
	inTitle:        {Name: fieldTitle, Options: wholeTerms},
}

const wholeTerms = bleveapi.IndexField | bleveapi.SkipFreqNorm

// A document is what scorch indexes for one fiche. Scorch hands it to our
// segmentPlugin as it is, and sees nothing in it but the ID.
type document struct {
	id       string
	stored   []byte
	postings []posting            // of fieldTerms
	whole    [fieldCount][]string // terms of the other fields but the ID
}

// A posting is a term of a document.
type posting struct {
	term    *termEntry
	payload uint64
}

var _ bleveapi.Document = (*document)(nil)

func (d *document) ID() string                                    { return d.id }
func (d *document) Size() int                                     { return len(d.stored) + 16*len(d.postings) }
func (d *document) VisitFields(bleveapi.FieldVisitor)             {}
func (d *document) VisitComposite(bleveapi.CompositeFieldVisitor) {}
func (d *document) HasComposite() bool                            { return false }
func (d *document) NumPlainTextBytes() uint64                     { return 0 }
func (d *document) StoredFieldsBytes() uint64                     { return uint64(len(d.stored)) }
func (d *document) Indexed() bool                                 { return true }
func (d *document) AddIDField()                                   {}

// Package stock is Bleve as it comes: analyzer nl on title, summary and body,
// every word and phrase required in any of the three. It is what the engine is
// measured against, in relevance and in speed, and serves nobody.
package stock

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/nl" // registers the analyzer
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

// Fields and boosts of the baseline.
const (
	fieldTitle, boostTitle     = "title", 4.0
	fieldSummary, boostSummary = "summary", 2.0
	fieldBody, boostBody       = "body", 1.0
)

// An Index is a stock Bleve index.
type Index struct{ bleve bleve.Index }

// Open makes an empty index in the folder dir, which must not exist; an empty
// dir is memory.
func Open(dir string) (*Index, error) {
	ix, err := bleve.NewUsing(dir, newMapping(), scorch.Name, scorch.Name, nil)
	if err != nil {
		return nil, fmt.Errorf("open stock index: %w", err)
	}
	return &Index{ix}, nil
}

func newMapping() mapping.IndexMapping {
	text := bleve.NewTextFieldMapping()
	text.Analyzer = "nl"
	text.Store, text.IncludeInAll, text.DocValues = false, false, false
	text.IncludeTermVectors = true // positions, which phrases need
	keyword := bleve.NewKeywordFieldMapping()
	keyword.Store, keyword.IncludeInAll, keyword.IncludeTermVectors = false, false, false
	doc := bleve.NewDocumentStaticMapping()
	for _, f := range []string{fieldTitle, fieldSummary, fieldBody} {
		doc.AddFieldMappingsAt(f, text)
	}
	for _, f := range index.Facets {
		doc.AddFieldMappingsAt(string(f), keyword)
	}
	im := bleve.NewIndexMapping()
	im.DefaultMapping = doc
	return im
}

// document returns what is indexed for a fiche.
func document(f *corpus.Fiche) map[string]any {
	var body []string
	for _, p := range index.Passages(f)[1:] {
		if p.Part != index.PartSummary {
			body = append(body, p.Text)
		}
	}
	return map[string]any{
		fieldTitle: f.Title, fieldSummary: index.Plain(f.Summary), fieldBody: strings.Join(body, "\n"),
		string(index.Category): f.Categories, string(index.Domain): f.Domains,
		string(index.TargetGroup): f.TargetGroups, string(index.Municipality): f.MunicipalityNames(),
	}
}

// Add indexes fiches in one batch.
func (x *Index) Add(fiches []corpus.Fiche) error {
	b := x.bleve.NewBatch()
	for i := range fiches {
		if err := b.Index(fiches[i].ID, document(&fiches[i])); err != nil {
			return fmt.Errorf("index %s: %w", fiches[i].ID, err)
		}
	}
	if err := x.bleve.Batch(b); err != nil {
		return fmt.Errorf("write stock index: %w", err)
	}
	return nil
}

// Search returns the IDs of the n best fiches for a text; where no fiche has
// every word, stop words make that so, those with any of them.
func (x *Index) Search(ctx context.Context, text string, n int) ([]string, error) {
	a, err := x.Ask(ctx, index.Query{Text: text, Limit: n}, Options{})
	if err == nil && a.Total == 0 {
		a, err = x.Ask(ctx, index.Query{Text: text, Any: true, Limit: n}, Options{})
	}
	return a.IDs, err
}

// Reopen opens an index that Open made in the folder dir. It fails when that
// index has other fields than Open gives it now.
func Reopen(dir string) (*Index, error) {
	ix, err := bleve.Open(dir)
	if err != nil {
		return nil, fmt.Errorf("open stock index: %w", err)
	}
	has, err := json.Marshal(ix.Mapping())
	want, wrong := json.Marshal(newMapping())
	if err = errors.Join(err, wrong); err == nil && !bytes.Equal(has, want) {
		err = errors.New("it has other fields than it would get now")
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open stock index %s: %w", dir, err), ix.Close())
	}
	return &Index{ix}, nil
}

// Count returns the number of fiches.
func (x *Index) Count() (int, error) {
	n, err := x.bleve.DocCount()
	if err != nil {
		return 0, fmt.Errorf("count stock index: %w", err)
	}
	return int(n), nil
}

// Close frees the index.
func (x *Index) Close() error { return x.bleve.Close() }

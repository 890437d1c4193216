package bleveindex

import (
	"fmt"

	"github.com/blevesearch/bleve/v2/index/scorch"
	bleveapi "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"
)

// A segmentPlugin makes segments of our documents, in the format of zap, which
// does the rest: opens, searches and merges them.
type segmentPlugin struct{ zap.ZapPlugin }

// segmentType is how scorch calls our segments, in root.bolt too.
const segmentType = "praktijkzoeker"

func init() { scorch.RegisterSegmentPlugin(&segmentPlugin{}, false) }

// Type implements scorch.SegmentPlugin.
func (*segmentPlugin) Type() string { return segmentType }

// New implements scorch.SegmentPlugin.
func (p *segmentPlugin) New(documents []bleveapi.Document) (segment.Segment, uint64, error) {
	return p.NewUsing(documents, nil)
}

// NewUsing implements scorch.SegmentPlugin, for documents of this package.
func (*segmentPlugin) NewUsing(documents []bleveapi.Document, config map[string]any) (segment.Segment, uint64, error) {
	docs := make([]*document, len(documents))
	for i, d := range documents {
		var ok bool
		if docs[i], ok = d.(*document); !ok {
			return nil, 0, fmt.Errorf("make segment: %T is no document of this engine", d)
		}
	}
	s, size, err := buildSegment(docs, config)
	if err != nil {
		return nil, 0, fmt.Errorf("make segment: %w", err)
	}
	return s, uint64(size), nil
}

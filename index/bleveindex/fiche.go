package bleveindex

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

// Fiche implements index.Searcher.
func (x *Index) Fiche(ctx context.Context, id string) (f corpus.Fiche, err error) {
	err = x.on(ctx, func(v *view) error {
		global, err := v.find(id)
		if err != nil {
			return err
		}
		f, err = v.fiche(global)
		return err
	})
	return f, err
}

// find returns the global number of the live document with an ID.
func (v *view) find(id string) (uint32, error) {
	for i := range v.segments {
		s := &v.segments[i]
		dict, err := s.scorch.Segment().Dictionary(fieldID)
		if err != nil {
			return 0, fmt.Errorf("look up fiche: %w", err)
		}
		list, err := dict.PostingsList([]byte(id), nil, nil)
		if err != nil {
			return 0, fmt.Errorf("look up fiche: %w", err)
		}
		it := list.Iterator(false, false, false, nil)
		for {
			p, err := it.Next()
			if err != nil {
				return 0, fmt.Errorf("look up fiche: %w", err)
			}
			if p == nil {
				break
			}
			if d := uint32(p.Number()); !s.deleted.has(d) {
				return s.base + d, nil
			}
		}
	}
	return 0, fmt.Errorf("%w: %q", index.ErrNotFound, id)
}

// describe returns the stats of the view but for its memory, which are made once:
// each answer of the server asks for them.
func (v *view) describe() index.Stats {
	st := index.Stats{Fiches: v.live, Segments: len(v.segments), Snapshot: v.number, DiskBytes: v.store.bytes()}
	for i := range v.segments {
		s := &v.segments[i]
		if dict, err := s.scorch.Segment().Dictionary(fieldTerms); err == nil {
			st.Terms += dict.Cardinality()
		}
	}
	v.fixed = int64(4*len(v.order)+4*len(v.rank)+4*len(v.all)) + v.suggestions.HeapBytes() + v.vocabulary.HeapBytes()
	st.Generation, st.Since = generationOf(v.store.dir), v.since()
	return st
}

// bytes returns the memory of the view, about.
func (v *view) bytes() int64 {
	n := v.fixed
	for i := range v.segments {
		n += v.segments[i].bytes() + int64(8*len(v.segments[i].deleted))
	}
	return n
}

// since returns when the contents came to be, or zero in an index that was
// written before that was noted.
func (v *view) since() time.Time {
	data, err := v.snapshot.GetInternal(keySince)
	if err != nil {
		return time.Time{}
	}
	seconds, err := strconv.ParseInt(string(data), 10, 64)
	if err != nil {
		return time.Time{}
	}
	return time.Unix(seconds, 0)
}

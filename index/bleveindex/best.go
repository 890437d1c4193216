package bleveindex

import (
	"cmp"
	"context"
	"slices"
)

// A layer is a clause whose weights are known to be low outside a small set.
type layer struct {
	high      bitset
	most, low float32 // weights, in and outside high, times idf
}

// maxLayers bounds the clauses that are looked at in layers: there are twice as
// many rounds with every one.
const maxLayers = 3

// collectBest gives c the documents of a result that can be among the best. It
// goes by rounds, of documents that are high in the same clauses, the best round
// first, until no document of what is left can reach the worst that is kept.
func (s *searcher) collectBest(ctx context.Context, seg *viewSegment, r *wideResult, c *collector) error {
	scratch := s.bitset(seg.n)
	var layers []layer
	var rest float32 // what the clauses without a layer add at most
	for _, k := range r.order {
		m := &r.ms[k]
		l := layer{most: r.idf[k] * m.most(), low: r.idf[k] * m.low()}
		if l.low == 0 || len(layers) == maxLayers {
			rest += l.most
			continue
		}
		l.high = s.bitset(seg.n)
		m.addHigh(l.high, scratch)
		layers = append(layers, l)
	}
	type round struct {
		high int // bit per layer
		most float32
	}
	rounds := make([]round, 1<<len(layers))
	for high := range rounds {
		rounds[high] = round{high, rest}
		for i := range layers {
			if high>>i&1 != 0 {
				rounds[high].most += layers[i].most
			} else {
				rounds[high].most += layers[i].low
			}
		}
	}
	for i := range rounds {
		rounds[i].most = r.scaled(rounds[i].most)
	}
	slices.SortFunc(rounds, func(a, b round) int { return cmp.Compare(b.most, a.most) })

	offer := func(d uint32) {
		if score := r.score(d); !c.surpasses(score) {
			c.offerDoc(seg, d, score)
		}
	}
	r.rewind()
	for _, d := range r.titled {
		if r.set.has(d) {
			offer(d)
			r.set.unset(d)
		}
	}
	for _, round := range rounds {
		if c.surpasses(round.most) {
			break
		}
		copy(scratch, r.set)
		for i := range layers {
			if round.high>>i&1 != 0 {
				scratch.meet(layers[i].high)
			} else {
				scratch.remove(layers[i].high)
			}
		}
		r.rewind()
		if err := scratch.eachUntil(ctx, offer); err != nil {
			return err
		}
	}
	return nil
}

package bleveindex

import (
	"context"
	"math"
	"math/bits"
	"slices"
)

// A somePlan is how a document of a segment scores that may lack words. Places
// lift but are not needed, and a word that nobody has is missed by all alike.
type somePlan struct {
	ms     []matcher
	idf    []float32
	share  float32 // of the words, by number or by idf, that a hit must have
	order  []int   // the clauses that anybody meets, rarest first
	counts []bool  // by clause: it counts for share
	most   []float32
	total  float32 // idf of all of order
	core   float32 // idf of those that count
	words  int     // those that count
}

func newSomePlan(p *plan, ms []matcher, idf []float32, frequency []int, share float32) *somePlan {
	sp := &somePlan{ms: ms, idf: idf, share: share, counts: make([]bool, len(ms)), most: make([]float32, len(ms))}
	onlyPlaces := p.required() == 0
	for k := range ms {
		if frequency[k] == 0 {
			continue
		}
		sp.order = append(sp.order, k)
		sp.most[k] = idf[k] * ms[k].most()
		sp.total += idf[k]
		if sp.counts[k] = onlyPlaces || !p.clauses[k].place; sp.counts[k] {
			sp.core += idf[k]
			sp.words++
		}
	}
	slices.SortStableFunc(sp.order, func(a, b int) int {
		switch {
		case idf[a] > idf[b]:
			return -1
		case idf[a] < idf[b]:
			return 1
		}
		return 0
	})
	return sp
}

// rounding allows for sums of float32 in another order.
const rounding = 1e-4

// enough tells whether a share of the words is enough.
func (sp *somePlan) enough(core float32, met int) bool {
	return met > 0 && max(core/sp.core, float32(met)/float32(sp.words)) >= sp.share-rounding
}

// score returns the score of document d, or false when it has too few words.
// What is missing lowers it, and a document that misses nothing stands above all
// that do. Documents must be asked for in rising order.
func (sp *somePlan) score(d uint32) (float32, bool) {
	var sum, mass, core float32
	met := 0
	for _, k := range sp.order {
		w := sp.ms[k].weight(d)
		if w == 0 {
			continue
		}
		sum += sp.idf[k] * w
		mass += sp.idf[k]
		if sp.counts[k] {
			core += sp.idf[k]
			met++
		}
	}
	if !sp.enough(core, met) {
		return 0, false
	}
	return sum*mass/sp.total + sp.bonus(mass), true
}

// bonus is what a document scores above the others for lacking none of the words
// that anybody has.
func (sp *somePlan) bonus(mass float32) float32 {
	if mass >= sp.total-rounding {
		return sp.total
	}
	return 0
}

// whole returns the score from which a document lacks no word of the plan.
func (sp *somePlan) whole() float32 {
	if len(sp.order) < len(sp.ms) { // nobody has one
		return float32(math.Inf(1))
	}
	return sp.total
}

// needed returns how many of order, from the rarest, a hit must meet at least
// one of: who meets only the others has too few words.
func (sp *somePlan) needed() int {
	var core float32
	met := 0
	for n := len(sp.order); n > 0; n-- {
		k := sp.order[n-1]
		if sp.counts[k] {
			core += sp.idf[k]
			met++
		}
		if sp.enough(core, met) {
			return n
		}
	}
	return 0
}

// collect fills dst with the documents that have enough of the words. The two
// sets are scratch.
func (sp *somePlan) collect(ctx context.Context, dst *list, result, scratch bitset) error {
	dst.reset()
	clear(result)
	for _, k := range sp.order[:sp.needed()] {
		sp.ms[k].addTo(result, scratch)
	}
	for k := range sp.ms {
		sp.ms[k].rewind()
	}
	for i, w := range result {
		if i%(checkEvery/64) == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		for ; w != 0; w &= w - 1 {
			d := uint32(i<<6 | bits.TrailingZeros64(w))
			if score, ok := sp.score(d); ok {
				dst.docs, dst.weights = append(dst.docs, d), append(dst.weights, score)
			}
		}
	}
	return nil
}

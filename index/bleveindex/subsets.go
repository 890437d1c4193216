package bleveindex

import (
	"cmp"
	"context"
	"math/bits"
	"slices"
)

// maxSubsets bounds the clauses of a plan whose documents are told apart by the
// clauses that they meet: there are twice as many subsets with every one.
const maxSubsets = 6

// isWide reports whether the documents that may have enough of the words are so
// many that it pays to tell them apart by sets.
func (sp *somePlan) isWide(n int) bool {
	size := 0
	for _, k := range sp.order[:sp.needed()] {
		size += sp.ms[k].size()
	}
	return len(sp.order) <= maxSubsets && size*wideShare >= n
}

// A subset is a choice of the clauses of a plan, a bit for each of its order.
type subset struct {
	met  uint
	most float32 // what a document that meets just these scores at most
	mass float32
}

// subsets returns those that are enough, the best first.
func (sp *somePlan) subsets() []subset {
	var out []subset
	for met := uint(1); met < 1<<len(sp.order); met++ {
		var sum, core float32
		s := subset{met: met}
		counting := 0
		for i, k := range sp.order {
			if met>>i&1 == 0 {
				continue
			}
			sum += sp.most[k]
			s.mass += sp.idf[k]
			if sp.counts[k] {
				core += sp.idf[k]
				counting++
			}
		}
		if sp.enough(core, counting) {
			s.most = sum*s.mass/sp.total + sp.bonus(s.mass)
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(a, b subset) int { return cmp.Compare(b.most, a.most) })
	return out
}

// collectSubsets gives the documents of a segment that have enough of the words
// to c, which must not sort otherwise. All are counted, as bits; but only those
// are scored that can be among the best: subset by subset of the words that a
// document has, until what is left cannot reach the worst that is kept, as in
// MaxScore (Turtle, Flood, "Query evaluation: strategies and optimizations", 1995).
func (s *searcher) collectSubsets(ctx context.Context, i int, p *plan, sp *somePlan, c *collector) error {
	seg := &s.view.segments[i]
	scratch, result, chosen := s.bitset(seg.n), s.bitset(seg.n), s.bitset(seg.n)
	sets := make([]bitset, len(sp.order))
	known := s.known[:0]
	for at, k := range sp.order {
		sets[at] = s.bitset(seg.n)
		sp.ms[k].addTo(sets[at], scratch)
		for w := range sp.ms[k].ways {
			known = sp.ms[k].ways[w].addHotSets(known)
		}
	}
	s.known = known
	subsets := sp.subsets()
	for _, least := range minimal(subsets) {
		choose(chosen, sets, least, 0)
		result.add(chosen)
	}
	result.remove(seg.deleted)
	n := result.count()
	c.matched += n
	c.total += s.applyFilters(c, seg, result, n, known)

	r := wideResult{set: chosen, ms: sp.ms, idf: sp.idf, total: sp.total}
	var err error
	if r.titled, err = s.titled(i, p); err != nil {
		return err
	}
	r.lift = sum(sp.idf)
	for _, subset := range subsets {
		if c.surpasses(subset.most) && len(r.titled) == 0 {
			break
		}
		choose(chosen, sets, subset.met, ^subset.met)
		chosen.meet(result)
		r.mass, r.bonus, r.order = subset.mass, sp.bonus(subset.mass), r.order[:0]
		for at, k := range sp.order {
			if subset.met>>at&1 != 0 {
				r.order = append(r.order, k)
			}
		}
		lent := s.lent
		if err := s.collectBest(ctx, seg, &r, c); err != nil {
			return err
		}
		s.lent = lent
	}
	return ctx.Err()
}

// minimal returns the subsets that hold no other.
func minimal(subsets []subset) []uint {
	var out []uint
	for _, s := range subsets {
		holds := func(o subset) bool { return o.met != s.met && o.met&s.met == o.met }
		if !slices.ContainsFunc(subsets, holds) {
			out = append(out, s.met)
		}
	}
	return out
}

// choose makes dst the documents that are in every set of met and in none of
// lacking, a bit for each.
func choose(dst bitset, sets []bitset, met, lacking uint) {
	copy(dst, sets[bits.TrailingZeros(met)])
	for at, set := range sets {
		switch {
		case met>>at&1 != 0:
			dst.meet(set)
		case lacking>>at&1 != 0:
			dst.remove(set)
		}
	}
}

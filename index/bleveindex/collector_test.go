package bleveindex

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"praktijkzoeker/index"
)

// A tinyView is a view of one segment with random values, without an index.
func tinyView(r *rand.Rand, n int) *view {
	var texts [facetCount][]string
	var docs [facetCount][][]uint32
	for f := range texts {
		for i := range 4 {
			texts[f] = append(texts[f], fmt.Sprintf("f%d-%d", f, i))
			var list []uint32
			for d := range uint32(n) {
				if r.IntN(3) == 0 {
					list = append(list, d)
				}
			}
			docs[f] = append(docs[f], list)
		}
	}
	v := &view{values: newValueTable().with(texts), live: n}
	t := &segmentTable{n: n, days: make([]uint32, n)}
	t.fillRows(v.values, &segmentValues{texts, docs})
	for d := range t.days {
		t.days[d] = uint32(r.IntN(5))
	}
	v.segments = []viewSegment{{segmentTable: t}}
	for _, d := range r.Perm(n) {
		v.order = append(v.order, uint32(d))
	}
	v.rank = make([]uint32, n)
	for at, d := range v.order {
		v.rank[d] = uint32(at)
	}
	return v
}

// someDocuments returns a set of about one in so many of n documents.
func someDocuments(r *rand.Rand, n, oneIn int) bitset {
	b := newBitset(n)
	for d := range uint32(n) {
		if r.IntN(oneIn) == 0 {
			b.set(d)
		}
	}
	return b
}

// TestCollectorAgainstSort compares the heap with sorting everything, for every
// order and page, ties included.
func TestCollectorAgainstSort(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 1))
	for round := range 200 {
		n := 1 + r.IntN(80)
		v := tinyView(r, n)
		q := index.Query{
			Sort:   []index.Sort{index.Relevance, index.Title, index.Updated}[round%3],
			Offset: r.IntN(30), Limit: r.IntN(30),
		}
		if round%2 == 0 {
			q.Filters = map[index.Facet][]string{index.Category: {"f0-1", "f0-2"}}
		}
		l := &list{}
		for d := range uint32(n) {
			if r.IntN(4) > 0 {
				l.docs = append(l.docs, d)
				l.weights = append(l.weights, float32(r.IntN(4))) // many ties
			}
		}
		c := newCollector(v, &q)
		if err := newSearcher(v, nil).collectList(t.Context(), 0, l, c); err != nil {
			t.Fatal(err)
		}
		type kept struct {
			doc   uint32
			score float32
		}
		var want []kept
		for i, d := range l.docs {
			if c.selection.failed(v.values, v.segments[0].row(d)) == 0 {
				want = append(want, kept{d, l.weights[i]})
			}
		}
		if c.total != len(want) || c.matched != l.len() {
			t.Fatalf("total %d of %d, matched %d of %d", c.total, len(want), c.matched, l.len())
		}
		slices.SortFunc(want, func(a, b kept) int {
			first := 0
			switch q.Sort {
			case index.Relevance:
				first = cmp.Compare(b.score, a.score)
			case index.Updated:
				first = cmp.Compare(v.segments[0].days[b.doc], v.segments[0].days[a.doc])
			}
			return cmp.Or(first, cmp.Compare(v.rank[a.doc], v.rank[b.doc]))
		})
		want = want[min(q.Offset, len(want)):min(q.Offset+q.Limit, len(want))]
		var got []kept
		for _, h := range c.hits(q.Offset) {
			got = append(got, kept{h.global, h.score})
		}
		if !slices.Equal(want, got) {
			t.Fatalf("round %d, %+v:\nwant %v\n got %v", round, q, want, got)
		}
	}
}

// A set of hits is counted alike from whichever part of it is known.
func TestCount(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 4))
	for round := range 300 {
		n := 1 + r.IntN(300)
		v := tinyView(r, n)
		seg := &v.segments[0]
		if round%2 == 0 {
			seg.deleted = someDocuments(r, n, 20)
		}
		var known []knownSet
		hits := newBitset(n)
		for range 1 + r.IntN(3) {
			share, m := 1+r.IntN(20), map[uint32]float32{}
			for d := range uint32(n) {
				if r.IntN(20) < share {
					m[d] = 1
				}
			}
			way := cursorsOf(n, m)[r.IntN(4)]
			countHot(&way, v)
			known = way.addHotSets(known)
			way.addTo(hits, newBitset(n))
		}
		for o := range seg.values {
			if r.IntN(3) == 0 {
				known = append(known, knownSet{n: seg.values[o].n, counts: seg.countsWith(uint32(o)), bits: seg.values[o].bits, docs: seg.values[o].docs})
				seg.values[o].addTo(hits)
			}
		}
		hits.remove(seg.deleted)
		c := newCollector(v, &index.Query{Limit: 3})
		facets := uint8(1 + r.IntN(allFacets))
		c.count(seg, hits, hits.count(), facets, known, newBitset(n))
		want := make([]int32, len(v.values.texts))
		hits.each(func(d uint32) {
			for _, o := range seg.row(d) {
				if facets>>v.values.facets[o]&1 != 0 {
					want[o]++
				}
			}
		})
		if diff := gocmp.Diff(want, c.counts); diff != "" {
			t.Fatalf("round %d (-want +got):\n%s", round, diff)
		}
	}
}

// countHot fills the counts of the hot terms of a cursor on a tiny view.
func countHot(c *cursor, v *view) {
	if c.hot != nil {
		c.hot.count(v.segments[0].segmentTable)
	}
	for n := range c.parts {
		countHot(&c.parts[n], v)
	}
}

// TestSidewaysCounts compares the counts with filters with their definition.
func TestSidewaysCounts(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 3))
	for round := range 200 {
		n := 1 + r.IntN(150)
		v := tinyView(r, n)
		filters := map[index.Facet][]string{}
		for f, facet := range index.Facets {
			for i := range r.IntN(3) {
				filters[facet] = append(filters[facet], fmt.Sprintf("f%d-%d", f, i+r.IntN(3)))
			}
		}
		all := &list{}
		for d := range uint32(n) {
			all.docs, all.weights = append(all.docs, d), append(all.weights, 0)
		}
		q := index.Query{Filters: filters, Limit: 1000}
		walked, bitsets := newCollector(v, &q), newCollector(v, &q)
		for _, d := range all.docs {
			walked.add(&v.segments[0], d, 0)
		}
		if err := newSearcher(v, nil).run(t.Context(), &plan{}, allWords, bitsets); err != nil {
			t.Fatal(err)
		}
		want, total := make([]int32, len(v.values.texts)), 0
		for d := range uint32(n) {
			row := v.segments[0].row(d)
			meets := func(but int) bool {
				for f, facet := range index.Facets {
					ok := len(filters[facet]) == 0 || f == but
					for _, text := range filters[facet] {
						o, known := v.values.ordinal(f, text)
						ok = ok || known && slices.Contains(row, o)
					}
					if !ok {
						return false
					}
				}
				return true
			}
			if meets(-1) {
				total++
			}
			for _, o := range row {
				if meets(int(v.values.facets[o])) {
					want[o]++
				}
			}
		}
		for name, c := range map[string]*collector{"walked": walked, "bitsets": bitsets} {
			if c.total != total || len(c.hits(0)) != total {
				t.Fatalf("round %d, %v, %s: total %d with %d hits, want %d", round, filters, name, c.total, len(c.hits(0)), total)
			}
			if diff := gocmp.Diff(want, c.counts); diff != "" {
				t.Fatalf("round %d, %v, %s (-want +got):\n%s", round, filters, name, diff)
			}
		}
	}
}

package bleveindex

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/index"
)

func TestFacetCount(t *testing.T) {
	if facetCount != len(index.Facets) {
		t.Fatalf("facetCount is %d, there are %d facets", facetCount, len(index.Facets))
	}
	for i, f := range index.Facets {
		if n, ok := facetNumber(f); !ok || n != i {
			t.Errorf("%s has number %d, %v", f, n, ok)
		}
	}
	if _, ok := facetNumber("colour"); ok {
		t.Error("colour has a number")
	}
}

func TestOrdinalsStay(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 1))
	tables := []*valueTable{newValueTable()}
	for range 20 {
		var texts [facetCount][]string
		for f := range texts {
			for range r.IntN(4) {
				texts[f] = append(texts[f], fmt.Sprintf("waarde %d", r.IntN(30)))
			}
		}
		next := tables[len(tables)-1].with(texts)
		for f := range texts {
			for _, text := range texts[f] {
				if o, ok := next.ordinal(f, text); !ok || next.texts[o] != text || int(next.facets[o]) != f {
					t.Fatalf("facet %d: %q has ordinal %d, %v", f, text, o, ok)
				}
			}
		}
		tables = append(tables, next)
	}
	last := tables[len(tables)-1]
	for i, table := range tables {
		for o, text := range table.texts { // also: an older table is never changed
			f := int(table.facets[o])
			if got, ok := last.ordinal(f, text); !ok || got != uint32(o) {
				t.Errorf("table %d: %q had ordinal %d, now %d", i, text, o, got)
			}
		}
		known := 0
		for f := range table.byText {
			known += len(table.byText[f])
		}
		if known != len(table.texts) || len(table.ranks) != len(table.texts) {
			t.Errorf("table %d: %d texts, %d known, %d ranked", i, len(table.texts), known, len(table.ranks))
		}
	}
	if same := last.with([facetCount][]string{{last.texts[slices.Index(last.facets, 0)]}}); same != last {
		t.Error("a table that has all texts is copied")
	}
}

func TestRanksAreCollation(t *testing.T) {
	want := []string{"appel", "Één", "eend", "Ezel", "ĳzer", "zorg"}
	table := newValueTable().with([facetCount][]string{{"zorg", "Ezel", "Één"}, {"eend", "appel"}, {"ĳzer"}})
	got := slices.Clone(table.texts)
	slices.SortFunc(got, func(a, b string) int {
		return int(table.ranks[slices.Index(table.texts, a)]) - int(table.ranks[slices.Index(table.texts, b)])
	})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFacetCounts(t *testing.T) {
	v := newValueTable().with([facetCount][]string{
		{"Zorg", "Één", "ezel", "appel"}, {"Zorg", "Werk"}, nil, {"niemand"},
	})
	counts := make([]int32, len(v.texts))
	give := func(facet int, text string, n int32) {
		o, _ := v.ordinal(facet, text)
		counts[o] = n
	}
	give(0, "Zorg", 2)
	give(0, "Één", 2)
	give(0, "ezel", 9)
	give(1, "Zorg", 1)
	got := facetCounts(v, counts, map[index.Facet][]string{
		index.Category:     {"Één", "appel", "appel", ""},
		index.Domain:       {"nieuw"},
		index.Municipality: {"niemand"},
	})
	want := map[index.Facet][]index.Count{
		index.Category: {
			{Value: "ezel", N: 9}, {Value: "Één", N: 2, Selected: true}, {Value: "Zorg", N: 2}, {Value: "appel", Selected: true},
		},
		index.Domain:       {{Value: "Zorg", N: 1}, {Value: "nieuw", Selected: true}},
		index.Municipality: {{Value: "niemand", Selected: true}},
		index.TargetGroup:  {},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSelection(t *testing.T) {
	v := newValueTable().with([facetCount][]string{{"a", "b"}, {"a", "c"}, nil, {"g"}})
	ordinals := func(pairs ...string) []uint32 {
		var out []uint32
		for _, p := range pairs {
			o, ok := v.ordinal(int(p[0]-'0'), p[1:])
			if !ok {
				t.Fatalf("no value %s", p)
			}
			out = append(out, o)
		}
		return out
	}
	for _, c := range []struct {
		name    string
		filters map[index.Facet][]string
		has     []uint32
		want    uint8
	}{
		{"nothing chosen", nil, ordinals("0a"), 0},
		{"empty values", map[index.Facet][]string{index.Category: {"", ""}, index.Domain: nil}, nil, 0},
		{"met", map[index.Facet][]string{index.Category: {"a"}}, ordinals("0a", "1c"), 0},
		{"met by the other", map[index.Facet][]string{index.Category: {"a", "b"}}, ordinals("0b"), 0},
		{"the same text of another facet", map[index.Facet][]string{index.Domain: {"a"}}, ordinals("0a"), 1 << 1},
		{"one of two", map[index.Facet][]string{index.Category: {"a"}, index.Domain: {"c"}}, ordinals("0a", "1a"), 1 << 1},
		{"neither", map[index.Facet][]string{index.Category: {"a"}, index.TargetGroup: {"g"}}, ordinals("1a"), 1<<0 | 1<<3},
		{"unknown value", map[index.Facet][]string{index.Category: {"x"}}, ordinals("0a"), 1 << 0},
		{"unknown value beside a known", map[index.Facet][]string{index.Category: {"x", "a"}}, ordinals("0a"), 0},
		{"unknown facet", map[index.Facet][]string{"colour": {"red"}}, ordinals("0a"), 1 << facetCount},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := selectionOf(v, c.filters)
			if got := s.failed(v, c.has); got != c.want {
				t.Errorf("failed = %05b, want %05b", got, c.want)
			}
		})
	}
}

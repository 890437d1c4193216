package bleveindex

import (
	"strings"
	"testing"

	"praktijkzoeker/index"
)

// FuzzSearch holds of any text, number and order what an answer promises.
func FuzzSearch(f *testing.F) {
	for _, text := range []string{
		"", "taalbeleid", "hoe vind ik een buddy in Gent?", `"op de werkvloer" -gezin`, "antidiscriminatie en -racisme", "vrijwilleger werk",
		"oost-vlaanderen", "a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t", "\xff\x00\"", "-\"", "taal\x01", "nt2 ocmw", "e\u0301e\u0301n", "（全角）",
	} {
		f.Add(text, 0, 10, uint8(0))
		f.Add(text, 2, -1, uint8(0xff))
	}
	x := openWith(f, Options{HotFiches: 2}, shippedFiches(f)...)
	all := x.Stats().Fiches
	f.Fuzz(func(t *testing.T, text string, offset, limit int, bits uint8) {
		q := index.Query{
			Text: text, Offset: offset, Limit: limit, Prefix: bits&1 != 0, Any: bits&2 != 0, Explain: bits&4 != 0,
			Sort: []index.Sort{index.Relevance, index.Title, index.Updated, "?"}[bits>>3&3],
		}
		if bits&32 != 0 {
			q.Filters = map[index.Facet][]string{index.Category: {text, "Taalbeleid"}, index.Facet(text): {text}}
		}
		res, err := x.Search(t.Context(), q)
		if err != nil {
			t.Fatalf("%+v: %v", q, err)
		}
		want := min(max(res.Total-max(offset, 0), 0), min(max(limit, 0), index.MaxLimit))
		if res.Total < 0 || res.Total > all || len(res.Hits) != want {
			t.Errorf("%+v: total %d of %d, %d hits, want %d", q, res.Total, all, len(res.Hits), want)
		}
		seen := map[string]bool{}
		for i, h := range res.Hits {
			if seen[h.Fiche.ID] {
				t.Errorf("%+v: %s twice", q, h.Fiche.ID)
			}
			seen[h.Fiche.ID] = true
			if got := index.MarkedText(h.Title); got != h.Fiche.Title {
				t.Errorf("%+v: title %q shows %q", q, h.Fiche.Title, got)
			}
			if h.Score < 0 || h.Score != h.Score || q.Sort == index.Relevance && i > 0 && h.Score > res.Hits[i-1].Score {
				t.Errorf("%+v: hit %d scores %v", q, i, h.Score)
			}
		}
		for facet, counts := range res.Facets {
			for _, c := range counts {
				if c.N < 0 || c.N > all || c.N == 0 && !c.Selected {
					t.Errorf("%+v: %s %+v", q, facet, c)
				}
			}
		}
		for _, r := range res.Relaxed {
			if r.Total < 1 {
				t.Errorf("%+v: dropping %+v gives nothing", q, r)
			}
		}
		if again := searchFor(t, x, q); again.Total != res.Total {
			t.Errorf("%+v: total %d, then %d", q, res.Total, again.Total)
		}
		if res.Corrected != "" && strings.TrimSpace(res.Corrected) == strings.TrimSpace(text) {
			t.Errorf("%q is corrected to itself", text)
		}
		if _, err := x.Suggest(t.Context(), text, limit); err != nil {
			t.Error(err)
		}
	})
}

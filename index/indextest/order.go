package indextest

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

var orderCases = []testCase{
	{"13 the total is exact and pages give every hit once", func(t *testing.T, x index.Index) {
		fs := numbered(57)
		rand.New(rand.NewPCG(1, 2)).Shuffle(len(fs), func(i, j int) { fs[i], fs[j] = fs[j], fs[i] })
		replace(t, x, fs...)
		for _, q := range []index.Query{
			{}, {Text: "gemeenschappelijk"}, {Text: "gemeenschappelijk", Sort: index.Title}, {Sort: index.Updated},
			{Text: "iets", Filters: filters{index.Category: {"Soort 1", "Soort 2"}}},
		} {
			whole := q
			whole.Limit = 100
			res := search(t, x, whole)
			want := ids(res)
			var got []string
			for q.Offset = 0; q.Offset < 60; q.Offset += 7 {
				q.Limit = 7
				page := search(t, x, q)
				if page.Total != res.Total || page.Total != len(want) {
					t.Errorf("page at %d: total %d, want %d", q.Offset, page.Total, res.Total)
				}
				got = append(got, ids(page)...)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%+v (-whole +pages):\n%s", q, diff)
			}
			q.Offset, q.Limit = math.MaxInt, 7
			if res := search(t, x, q); len(res.Hits) != 0 || res.Total != len(want) {
				t.Errorf("far past the end: %d hits, total %d", len(res.Hits), res.Total)
			}
			q.Offset, q.Limit = 0, 0
			if res := search(t, x, q); len(res.Hits) != 0 || res.Total != len(want) {
				t.Errorf("Limit 0: %d hits, total %d", len(res.Hits), res.Total)
			}
		}
	}},
	{"14 titles sort by Dutch collation", func(t *testing.T, x index.Index) {
		titles := []string{"ábc", "Abd", "één", "eend", "Ezel", "ideeën", "IDEEËNBUS", "Zebra", "zee"}
		var fs []corpus.Fiche
		for i := range titles {
			fs = append(fs, corpus.Fiche{ID: fmt.Sprintf("id-%d", i), Title: titles[len(titles)-1-i]})
		}
		replace(t, x, fs...)
		for _, sort := range []index.Sort{index.Title, index.Relevance} { // without words both are by title
			var got []string
			for _, h := range search(t, x, index.Query{Sort: sort, Limit: 100}).Hits {
				got = append(got, h.Fiche.Title)
			}
			if diff := cmp.Diff(titles, got); diff != "" {
				t.Errorf("%q (-want +got):\n%s", sort, diff)
			}
		}
	}},
	{"14 equal hits are ordered by ID", func(t *testing.T, x index.Index) {
		replace(t, x, corpus.Fiche{ID: "c", Title: "Zelfde titel"}, corpus.Fiche{ID: "a", Title: "zelfde titel"}, corpus.Fiche{ID: "b", Title: "Zelfde titel"})
		for _, q := range []index.Query{{}, {Text: "zelfde"}, {Sort: index.Title}, {Sort: index.Updated}} {
			q.Limit = 10
			if diff := cmp.Diff([]string{"a", "b", "c"}, ids(search(t, x, q))); diff != "" {
				t.Errorf("%+v (-want +got):\n%s", q, diff)
			}
		}
	}},
	{"14 newest first, unknown dates last", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		want := []string{"buddy", "taalbeleid", "elan", "overleg", "zomer"}
		if diff := cmp.Diff(want, ids(search(t, x, index.Query{Sort: index.Updated, Limit: 10}))); diff != "" {
			t.Error(diff)
		}
		want = []string{"taalbeleid", "elan", "overleg"}
		if diff := cmp.Diff(want, ids(search(t, x, index.Query{Text: "samen", Sort: index.Updated, Limit: 10}))); diff != "" {
			t.Error(diff)
		}
	}},
	{"14 days before 1970 are old", func(t *testing.T, x index.Index) {
		replace(t, x,
			corpus.Fiche{ID: "typo", Title: "A", Updated: day("0205-03-01")}, corpus.Fiche{ID: "none", Title: "B"},
			corpus.Fiche{ID: "epoch", Title: "C", Updated: day("1970-01-01")}, corpus.Fiche{ID: "before", Title: "D", Updated: day("1969-12-31")},
			corpus.Fiche{ID: "new", Title: "E", Updated: day("2025-03-01")})
		want := []string{"new", "epoch", "before", "typo", "none"}
		if diff := cmp.Diff(want, ids(search(t, x, index.Query{Sort: index.Updated, Limit: 10}))); diff != "" {
			t.Error(diff)
		}
	}},
	{"15 the title that is the query comes first", func(t *testing.T, x index.Index) {
		replace(t, x,
			corpus.Fiche{ID: "long", Title: "Onthaalbeleid voor nieuwkomers in het onthaalbeleid", Summary: "Onthaalbeleid, onthaalbeleid."},
			corpus.Fiche{ID: "exact", Title: "Onthaalbeleid"},
			corpus.Fiche{ID: "body", Title: "Iets anders", Description: "Onthaalbeleid. Onthaalbeleid. Onthaalbeleid."},
			corpus.Fiche{ID: "more", Title: "Nieuwkomers en het onthaalbeleid"})
		got := find(t, x, "Onthaalbeleid")
		if len(got) != 4 || got[0] != "exact" || got[3] != "body" {
			t.Errorf("got %v", got)
		}
		if got := find(t, x, "nieuwkomers en het onthaalbeleid"); len(got) == 0 || got[0] != "more" {
			t.Errorf("got %v, want more first", got)
		}
	}},
	{"15 title beats body, and the very word beats another form", func(t *testing.T, x index.Index) {
		replace(t, x,
			corpus.Fiche{ID: "body", Title: "Iets", Description: "Hier helpt een buddy."},
			corpus.Fiche{ID: "title", Title: "Een buddy helpt", Description: "Hier staat iets."},
			corpus.Fiche{ID: "plural", Title: "Andere zaken", Description: "Hier helpen kinderen."},
			corpus.Fiche{ID: "single", Title: "Nog andere zaken", Description: "Hier helpt iemand een kinderen kind."})
		if diff := cmp.Diff([]string{"title", "body"}, find(t, x, "buddy")); diff != "" {
			t.Error(diff)
		}
		if got := find(t, x, "kind"); len(got) == 0 || got[0] != "single" {
			t.Errorf("kind finds %v", got)
		}
	}},
}

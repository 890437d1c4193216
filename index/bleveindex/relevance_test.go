package bleveindex_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/index/bleveindex/stock"
	"praktijkzoeker/index/indextest"
	"praktijkzoeker/index/relevance"
)

var update = flag.Bool("update", false, "rewrite testdata/relevance.golden")

const relevanceGolden = "testdata/relevance.golden"

// distractors is the number of fiches in the second table that answer nothing.
const distractors = 240

// TestRelevance holds the ranking: a change shows its gain and its loss as a
// difference of the golden file, down to the single query.
func TestRelevance(t *testing.T) {
	loaded, err := corpus.Load(corpus.Shipped())
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	for _, n := range []int{0, distractors} {
		fs := append(loaded.Fiches[:len(loaded.Fiches):len(loaded.Fiches)], relevance.Distractors(n)...)
		fmt.Fprintf(&got, "# %d shipped fiches, %d distractors\n", len(loaded.Fiches), n)
		writeRelevance(t, &got, fs)
	}
	if *update {
		if err := os.WriteFile(relevanceGolden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(relevanceGolden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("the ranking changed; if for the better, run go test ./index/bleveindex -update (-want +got):\n%s", diff)
	}
}

// writeRelevance prints the tables of both engines and the queries that this
// one answers less than perfectly.
func writeRelevance(t *testing.T, w *bytes.Buffer, fs []corpus.Fiche) {
	t.Helper()
	x := open(t, "")
	defer closeIndex(t, x)
	if err := x.Replace(t.Context(), indextest.Fiches(fs...)); err != nil {
		t.Fatal(err)
	}
	st, err := stock.Open("")
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	if err := st.Add(fs); err != nil {
		t.Fatal(err)
	}
	run := func(search relevance.Search) []relevance.Outcome {
		outcomes, err := relevance.Run(t.Context(), relevance.Judged(), search)
		if err != nil {
			t.Fatal(err)
		}
		return outcomes
	}
	ours := run(func(ctx context.Context, text string) ([]string, error) {
		res, err := x.Search(ctx, index.Query{Text: text, Limit: 20})
		if err != nil {
			return nil, err
		}
		var ids []string
		for _, h := range res.Hits {
			ids = append(ids, h.Fiche.ID)
		}
		return ids, nil
	})
	theirs := run(func(ctx context.Context, text string) ([]string, error) { return st.Search(ctx, text, 20) })
	err = relevance.WriteTable(w,
		relevance.Column{Engine: "praktijkzoeker", Scores: relevance.Summary(ours)},
		relevance.Column{Engine: "stock bleve nl", Scores: relevance.Summary(theirs)})
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range ours {
		if o.Score.NDCG < 0.995 {
			fmt.Fprintf(w, "%-17s %.2f %q: %v\n", o.Query.Class, o.Score.NDCG, o.Query.Text, o.IDs[:min(4, len(o.IDs))])
		}
	}
}

package bench

import (
	"context"
	"fmt"
	"slices"

	"praktijkzoeker/cmd/praktijkzoeker/internal/bench/generate"
	"praktijkzoeker/index"
	"praktijkzoeker/index/bleveindex/stock"
)

// Names of the workloads, in the order of the report. Index is measured while
// the indexes are built, the others by questions.
const (
	Words       = "words"        // all of 1 to 4 words, or a phrase; ten hits
	WordsFacets = "words_facets" // the same with the counts of facets
	AnyFacets   = "any_facets"   // any of the words, with counts
	Landing     = "landing"      // no words and no filters, with counts
	Multiselect = "multiselect"  // filters with several values, half with a word, with counts
	Typing      = "typing"       // what has been typed of a title, ten suggestions
	Typos       = "typos"        // one or two words with a slip in each
	Index       = "index"        // fiches per second
)

// Workloads lists the names.
var Workloads = []string{Words, WordsFacets, AnyFacets, Landing, Multiselect, Typing, Typos, Index}

const (
	questions = 2000 // in a log
	hits      = 10   // of an answer
)

// uncounted holds for workloads whose answers have no counts of facets.
func uncounted(workload string) bool { return workload == Words || workload == Typos }

// questionsOf returns the log of a workload over n fiches.
func questionsOf(g *generate.Generator, workload string, n int) []index.Query {
	kind := workload
	if workload == WordsFacets || workload == AnyFacets {
		kind = Words
	}
	log := g.Log(kind, n)
	out := make([]index.Query, questions)
	for i := range out {
		q := index.Query{Bare: true, Limit: hits, Uncounted: uncounted(workload)}
		switch workload {
		case Words, WordsFacets, AnyFacets:
			q.Text, q.Any = log.Words(), workload == AnyFacets
		case Multiselect:
			f := log.Filtered()
			q.Text, q.Filters = f.Text, f.Filters
		case Typing:
			q.Text = log.Typed()
		case Typos:
			q.Text = log.Misspelt()
		}
		out[i] = q
	}
	return out
}

// oursOn returns the side of the engine that is measured.
func oursOn(ix index.Searcher, workload string, log []index.Query) side {
	if workload == Typing {
		return func(ctx context.Context, i int) error {
			_, err := ix.Suggest(ctx, log[i].Text, hits)
			return err
		}
	}
	return func(ctx context.Context, i int) error {
		_, err := ix.Search(ctx, log[i])
		return err
	}
}

// stockOn returns the side of stock Bleve.
func stockOn(ix *stock.Index, workload string, log []index.Query) side {
	if workload == Typing {
		return func(ctx context.Context, i int) error {
			_, err := ix.Titles(ctx, log[i].Text, hits)
			return err
		}
	}
	o := stock.Options{Facets: !uncounted(workload), Fuzzy: workload == Typos}
	return func(ctx context.Context, i int) error {
		_, err := ix.Ask(ctx, log[i], o)
		return err
	}
}

// checkWorkloads fails when a name is no workload.
func checkWorkloads(names []string) error {
	for _, n := range names {
		if !slices.Contains(Workloads, n) {
			return fmt.Errorf("workload %q is not known", n)
		}
	}
	return nil
}

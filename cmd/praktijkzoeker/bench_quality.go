package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"praktijkzoeker/cmd/praktijkzoeker/internal/bench"
	"praktijkzoeker/index/dutch"
	"praktijkzoeker/index/dutch/compound"
	"praktijkzoeker/index/dutch/inflect"
	"praktijkzoeker/index/dutch/spelling"
	"praktijkzoeker/index/relevance"
)

// benchRelevance measures the ranking without distractors and with them.
func (o *benchOptions) benchRelevance(ctx context.Context, t *terminal, c *Config) error {
	judged := relevance.Judged()
	if o.judged != "" {
		err := readFile(o.judged, func(r io.Reader) (err error) {
			judged, err = relevance.Parse(r)
			return err
		})
		if err != nil {
			return err
		}
	}
	loaded, err := newSource(c.Corpus).load(ctx)
	if err != nil {
		return err
	}
	with := []int{0}
	if o.distractors > 0 {
		with = append(with, o.distractors)
	}
	var all []*bench.Ranking
	for _, n := range with {
		r, err := bench.Rank(ctx, loaded.Fiches, n, judged)
		if err != nil {
			return err
		}
		all = append(all, r)
	}
	if o.json {
		return printJSON(t.out, map[string]any{"rankings": all})
	}
	for i, r := range all {
		if i > 0 {
			fmt.Fprintln(t.out)
		}
		fmt.Fprintf(t.out, "%d fiches, %d afleidende\n", r.Fiches, r.Distractors)
		columns := []relevance.Column{{Engine: "praktijkzoeker", Scores: r.Ours}, {Engine: "stock", Scores: r.Stock}}
		if err := relevance.WriteTable(t.out, columns...); err != nil {
			return err
		}
		if o.verbose {
			printImperfect(t.out, r.Outcomes)
		}
	}
	return nil
}

// printImperfect shows the queries that are not answered as they should be.
func printImperfect(w io.Writer, outcomes []relevance.Outcome) {
	const shown = 5
	for _, o := range outcomes {
		if o.Score.NDCG < 1 || o.Score.Success < 1 {
			fmt.Fprintf(w, "%.3f %.0f %s %q: %v, beoordeeld %v\n", o.Score.NDCG, o.Score.Success, o.Query.Class, o.Query.Text, o.IDs[:min(len(o.IDs), shown)], o.Query.Grades)
		}
	}
}

func (o *benchOptions) benchCompounds(_ context.Context, t *terminal, _ *Config) error {
	if o.compounds == "" || o.noncompounds == "" {
		return wrongUse("-compounds en -noncompounds horen samen")
	}
	var report compound.Report
	err := readFile(o.compounds, func(words io.Reader) error {
		return readFile(o.noncompounds, func(others io.Reader) (err error) {
			report, err = compound.Evaluate(words, others)
			return err
		})
	})
	if err != nil {
		return err
	}
	return o.tell(t, report, report.Wrong, fmt.Sprintf(
		"%d samenstellingen, %d andere woorden\nprecision %.4f\nrecall %.4f\nf1 %.4f\nexact %.4f\nfalse splits %.4f\n%.0f ns per woord\n",
		report.Compounds, report.Others, report.Precision, report.Recall, report.F1, report.Exact, report.FalseSplits, report.NsPerWord))
}

func (o *benchOptions) benchLemmas(_ context.Context, t *terminal, _ *Config) error {
	var report inflect.Report
	err := readFile(o.lemmas, func(r io.Reader) (err error) {
		report, err = inflect.Evaluate(r)
		return err
	})
	if err != nil {
		return err
	}
	return o.tell(t, report, nil, fmt.Sprintf("%d paren\nrecall %.4f\npair precision %.4f\n", report.Pairs, report.Recall, report.PairPrecision))
}

func (o *benchOptions) benchTypos(_ context.Context, t *terminal, _ *Config) error {
	var report spelling.Report
	err := readFile(o.typos, func(r io.Reader) (err error) {
		report, err = spelling.Evaluate(r, compound.Default().Words(), dutch.Fold)
		return err
	})
	if err != nil {
		return err
	}
	return o.tell(t, report, report.Uncorrected, fmt.Sprintf("%d tikfouten\nverbeterd %.4f\nmet rust gelaten %.4f\n%.1f µs per woord\n",
		report.Words, report.Corrected, report.LeftAlone, report.MicrosPer))
}

// tell prints a report, as JSON or as text, with -v followed by what is wrong.
func (o *benchOptions) tell(t *terminal, report any, wrong []string, text string) error {
	if o.json {
		return printJSON(t.out, report)
	}
	if _, err := io.WriteString(t.out, text); err != nil {
		return err
	}
	if o.verbose {
		for _, line := range wrong {
			fmt.Fprintln(t.out, oneLine(line))
		}
	}
	return nil
}

// readFile opens a file and has it read; errors name the file.
func readFile(path string, read func(io.Reader) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := read(f); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

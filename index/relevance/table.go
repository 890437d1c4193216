package relevance

import (
	"fmt"
	"io"
)

// A Column is an engine with its scores, as Summary gives them.
type Column struct {
	Engine string
	Scores []Score
}

// WriteTable prints the scores of engines beside one another, a line per class.
func WriteTable(w io.Writer, columns ...Column) error {
	if len(columns) == 0 {
		return nil
	}
	line := fmt.Sprintf("%-17s %7s", "class", "queries")
	for _, c := range columns {
		line += fmt.Sprintf(" | %-30s", c.Engine+": nDCG@10  MRR  success@1")
	}
	if _, err := fmt.Fprintln(w, line); err != nil {
		return err
	}
	for i, s := range columns[0].Scores {
		line := fmt.Sprintf("%-17s %7d", s.Class, s.Queries)
		for _, c := range columns {
			width := max(30, len(c.Engine)+len(": nDCG@10  MRR  success@1"))
			line += fmt.Sprintf(" | %-*s", width, fmt.Sprintf("%8.3f %8.3f %8.3f", c.Scores[i].NDCG, c.Scores[i].MRR, c.Scores[i].Success))
		}
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
	return nil
}

// Package relevance measures how well an engine ranks: judged queries in, one
// line of figures per class of queries out.
package relevance

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// A Query is a text that searchers type, with the fiches that answer it.
type Query struct {
	Class  string         // the kind of difficulty: "typo", "split-compound" …
	Text   string         // as typed
	Grades map[string]int // by ID: 2 what is meant, 1 also useful
}

// Parse reads judged queries: a line each of class, text and judgements
// "id:grade", with tabs between the three and spaces between judgements. Lines
// that begin with # are comments. The error names the line.
func Parse(r io.Reader) ([]Query, error) {
	var qs []Query
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 3 {
			return nil, fmt.Errorf("line %d: %d columns, want class, query and judgements", n, len(cells))
		}
		q := Query{Class: cells[0], Text: cells[1], Grades: map[string]int{}}
		for pair := range strings.FieldsSeq(cells[2]) {
			id, grade, _ := strings.Cut(pair, ":")
			g, err := strconv.Atoi(grade)
			if err != nil || g < 0 || g > 2 {
				return nil, fmt.Errorf("line %d: judgement %q, want id:grade with grade 0, 1 or 2", n, pair)
			}
			q.Grades[id] = g
		}
		qs = append(qs, q)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read judged queries: %w", err)
	}
	return qs, nil
}

// A Score tells how well one query, or on average a class of them, is answered.
// All figures lie in 0–1.
type Score struct {
	Class   string  `json:"class"`
	Queries int     `json:"queries"`
	NDCG    float64 `json:"ndcg_at_10"`   // Järvelin, Kekäläinen 2002; gain 2^grade − 1
	MRR     float64 `json:"mrr"`          // 1 / place of the first fiche of grade 2
	Success float64 `json:"success_at_1"` // the first fiche has grade 2
}

// depth is how far down an answer counts for nDCG.
const depth = 10

// Measure scores the IDs that answer a query, best first.
func (q *Query) Measure(ids []string) Score {
	s := Score{Class: q.Class, Queries: 1}
	var ideal []int
	for _, g := range q.Grades {
		ideal = append(ideal, g)
	}
	slices.Sort(ideal)
	slices.Reverse(ideal)
	best, got := 0.0, 0.0
	for i, g := range ideal[:min(depth, len(ideal))] {
		best += gain(g, i)
	}
	for i, id := range ids[:min(depth, len(ids))] {
		got += gain(q.Grades[id], i)
	}
	if best > 0 {
		s.NDCG = got / best
	}
	for i, id := range ids {
		if q.Grades[id] == 2 {
			s.MRR = 1 / float64(i+1)
			if i == 0 {
				s.Success = 1
			}
			break
		}
	}
	return s
}

func gain(grade, place int) float64 {
	return (math.Exp2(float64(grade)) - 1) / math.Log2(float64(place)+2)
}

// A Search answers a text with IDs, best first, at least ten if there are.
type Search func(ctx context.Context, text string) ([]string, error)

// An Outcome is one query with what an engine made of it.
type Outcome struct {
	Query Query
	IDs   []string
	Score Score
}

// Run answers every query.
func Run(ctx context.Context, qs []Query, search Search) ([]Outcome, error) {
	out := make([]Outcome, 0, len(qs))
	for _, q := range qs {
		ids, err := search(ctx, q.Text)
		if err != nil {
			return nil, fmt.Errorf("search %q: %w", q.Text, err)
		}
		out = append(out, Outcome{q, ids, q.Measure(ids)})
	}
	return out, nil
}

// Total is the name of the class of all queries.
const Total = "all"

// Summary averages outcomes per class, classes in order of their first query,
// and over all of them, last.
func Summary(outcomes []Outcome) []Score {
	var sums []Score
	add := func(class string, s Score) {
		i := slices.IndexFunc(sums, func(x Score) bool { return x.Class == class })
		if i < 0 {
			i = len(sums)
			sums = append(sums, Score{Class: class})
		}
		sums[i].Queries++
		sums[i].NDCG += s.NDCG
		sums[i].MRR += s.MRR
		sums[i].Success += s.Success
	}
	for _, o := range outcomes {
		add(o.Query.Class, o.Score)
	}
	for _, o := range outcomes {
		add(Total, o.Score)
	}
	for i := range sums {
		n := float64(sums[i].Queries)
		sums[i].NDCG /= n
		sums[i].MRR /= n
		sums[i].Success /= n
	}
	return sums
}

package compound

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"praktijkzoeker/index/dutch/compound/internal/lexicon"
)

// A Report says how well compounds are divided.
type Report struct {
	Precision   float64 `json:"precision"`    // of the boundaries that were set, the share that is right
	Recall      float64 `json:"recall"`       // of the right boundaries, the share that was set
	F1          float64 `json:"f1"`           // harmonic mean of the two
	Exact       float64 `json:"exact"`        // share of the compounds with exactly the right boundaries
	FalseSplits float64 `json:"false_splits"` // share of the words that are no compounds but were divided
	NsPerWord   float64 `json:"ns_per_word"`  // time to divide a word, uncached
	Compounds   int     `json:"compounds"`
	Others      int     `json:"noncompounds"`

	Wrong []string `json:"-"` // "expected / found", in the order of the files
}

// rounds is how often the words are divided to measure the time.
const rounds = 20

// Evaluate measures the default splitter on tables of tab-separated columns
// with a head line. The first column of both is the form; the second of
// compounds its parts with a bar between them, "buurt|huis". Forms are folded
// before they are divided.
func Evaluate(compounds, noncompounds io.Reader) (Report, error) {
	s, fold := Default(), lexicon.Fold
	gold, err := table(compounds, 2)
	if err != nil {
		return Report{}, fmt.Errorf("compounds: %w", err)
	}
	plain, err := table(noncompounds, 1)
	if err != nil {
		return Report{}, fmt.Errorf("noncompounds: %w", err)
	}
	r := Report{Compounds: len(gold), Others: len(plain)}
	var right, set, wanted, exact, split int
	forms := make([]string, 0, len(gold)+len(plain))
	for _, row := range gold {
		expected := fold(row[1])
		form := strings.ReplaceAll(expected, "|", "")
		forms = append(forms, form)
		found := s.bars(form)
		want, got := boundaries(expected), boundaries(found)
		wanted += len(want)
		set += len(got)
		for _, b := range got {
			if slices.Contains(want, b) {
				right++
			}
		}
		if expected == found {
			exact++
		} else {
			r.Wrong = append(r.Wrong, expected+" / "+found)
		}
	}
	for _, row := range plain {
		form := fold(row[0])
		forms = append(forms, form)
		if found := s.bars(form); found != form {
			split++
			r.Wrong = append(r.Wrong, form+" / "+found)
		}
	}
	r.Precision = share(right, set)
	r.Recall = share(right, wanted)
	if right > 0 {
		r.F1 = 2 * r.Precision * r.Recall / (r.Precision + r.Recall)
	}
	r.Exact = share(exact, len(gold))
	r.FalseSplits = share(split, len(plain))
	r.NsPerWord = s.timed(forms)
	return r, nil
}

func (s *Splitter) timed(forms []string) float64 {
	if len(forms) == 0 {
		return 0
	}
	var parts []Part
	start := time.Now()
	for range rounds {
		for _, form := range forms {
			parts = s.Split(parts[:0], form)
		}
	}
	return float64(time.Since(start).Nanoseconds()) / float64(rounds*len(forms))
}

// bars returns a form with a bar between its parts.
func (s *Splitter) bars(form string) string {
	parts := s.Split(nil, form)
	if len(parts) == 0 {
		return form
	}
	texts := make([]string, len(parts))
	for i, p := range parts {
		texts[i] = form[p.Start:p.End]
	}
	return strings.Join(texts, "|")
}

// boundaries returns the byte offsets of the bars, themselves not counted.
func boundaries(bars string) []int {
	var at []int
	n := 0
	for part := range strings.SplitSeq(bars, "|") {
		n += len(part)
		at = append(at, n)
	}
	return at[:len(at)-1]
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// table reads at least columns columns of every row after the head line.
func table(r io.Reader, columns int) ([][]string, error) {
	var rows [][]string
	sc := bufio.NewScanner(r)
	for line := 1; sc.Scan(); line++ {
		row := strings.Split(strings.TrimSuffix(sc.Text(), "\r"), "\t")
		if line == 1 || len(row) == 1 && row[0] == "" {
			continue
		}
		if len(row) < columns || slices.Contains(row[:columns], "") {
			return nil, fmt.Errorf("line %d: %d columns are needed, with a tab between them", line, columns)
		}
		rows = append(rows, row)
	}
	return rows, sc.Err()
}

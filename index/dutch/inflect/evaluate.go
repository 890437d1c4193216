package inflect

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"praktijkzoeker/index/dutch/internal/letters"
)

// A Report says how well stems fit a list of forms and their lemmas.
type Report struct {
	Recall        float64 `json:"recall"`         // share of the pairs (form, lemma) with the same stem
	PairPrecision float64 `json:"pair_precision"` // share of the pairs of words with the same stem that have a lemma in common
	Pairs         int     `json:"pairs"`          // pairs (form, lemma) read
}

// Evaluate stems the words of a table: tab-separated lines, of which the first
// column is a form and the second its lemma, below a line of headings. Precision
// looks at all pairs of different words of the table, forms and lemmas alike, so
// that derivations (werk, werking) count as errors. Words are folded first.
func Evaluate(r io.Reader) (Report, error) {
	lemmas := map[string]map[string]bool{}
	note := func(word, lemma string) {
		if lemmas[word] == nil {
			lemmas[word] = map[string]bool{}
		}
		lemmas[word][lemma] = true
	}
	var report Report
	met := 0
	sc := bufio.NewScanner(r)
	for line := 1; sc.Scan(); line++ {
		f := strings.Split(sc.Text(), "\t")
		if line == 1 || sc.Text() == "" {
			continue
		}
		if len(f) < 2 || f[0] == "" || f[1] == "" {
			return Report{}, fmt.Errorf("lemmas: line %d: want a form, a tab and its lemma", line)
		}
		form, lemma := letters.Fold(f[0]), letters.Fold(f[1])
		note(form, lemma)
		note(lemma, lemma)
		report.Pairs++
		if Stem(form) == Stem(lemma) {
			met++
		}
	}
	if err := sc.Err(); err != nil {
		return Report{}, fmt.Errorf("lemmas: %w", err)
	}
	if report.Pairs > 0 {
		report.Recall = float64(met) / float64(report.Pairs)
	}
	report.PairPrecision = precision(lemmas)
	return report, nil
}

// precision gives the share of pairs of words with one stem that have a lemma
// in common; 1 if there are no such pairs.
func precision(lemmas map[string]map[string]bool) float64 {
	groups := map[string][]string{}
	for word := range lemmas {
		groups[Stem(word)] = append(groups[Stem(word)], word)
	}
	pairs, right := 0, 0
	for _, words := range groups {
		for i, a := range words {
			for _, b := range words[:i] {
				pairs++
				if meet(lemmas[a], lemmas[b]) {
					right++
				}
			}
		}
	}
	if pairs == 0 {
		return 1
	}
	return float64(right) / float64(pairs)
}

func meet(a, b map[string]bool) bool {
	for lemma := range a {
		if b[lemma] {
			return true
		}
	}
	return false
}

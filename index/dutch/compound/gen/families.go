package main

import (
	"maps"
	"math"
	"slices"
)

// counts says how many words of the lexicon a form begins and how many
// dictionary words end in a dictionary word: the families of Dutch morphology,
// a frequency that needs no corpus.
type counts struct {
	left, right map[string]float64
}

const (
	emRounds = 5
	minPart  = 3
)

// count divides every word in two in all ways that the lexicon allows and
// weighs the ways by the families of their halves, over and over
// (expectation maximisation). A pair of a beginning and a dictionary word
// counts once, however many of its inflections are listed.
func count(s *sources) counts {
	type way struct{ left, right string }
	var words [][]way
	for _, w := range slices.Sorted(maps.Keys(s.words)) {
		if !plain(w) {
			continue
		}
		var ways []way
		for i := minPart; i <= len(w)-minPart; i++ {
			if s.words[w[i:]] && s.begins(w[:i]) {
				ways = append(ways, way{w[:i], s.base(w[i:])})
			}
		}
		if ways != nil {
			words = append(words, ways)
		}
	}
	c := counts{map[string]float64{}, map[string]float64{}}
	for round := range emRounds {
		pairs := map[way]float64{}
		for _, ways := range words {
			var weights []float64
			total := 0.0
			for _, w := range ways {
				x := 1.0
				if round > 0 {
					x = (c.left[w.left] + .1) * (c.right[w.right] + .1)
				}
				weights = append(weights, x)
				total += x
			}
			for i, w := range ways {
				pairs[w] = max(pairs[w], weights[i]/total)
			}
		}
		next := counts{map[string]float64{}, map[string]float64{}}
		for _, w := range slices.SortedFunc(maps.Keys(pairs), func(a, b way) int { // sums of floats need an order
			return slices.Compare([]string{a.left, a.right}, []string{b.left, b.right})
		}) {
			next.left[w.left] += pairs[w]
			next.right[w.right] += pairs[w]
		}
		c = next
	}
	return c
}

// begins tells whether a form could begin a compound: a word, a form that the
// dictionary makes for it, or a word with a linking s.
func (s *sources) begins(form string) bool {
	n := len(form) - 1
	return s.words[form] || s.left[form] != nil || n > 3 && form[n] == 's' && s.words[form[:n]]
}

// base returns the dictionary word of a form: itself, if it is one, else the
// one that is nearest in length.
func (s *sources) base(form string) string {
	best := ""
	for _, d := range s.forms[form] {
		if d.flag == "" {
			return form
		}
		if best == "" || math.Abs(float64(len(d.base)-len(form))) < math.Abs(float64(len(best)-len(form))) {
			best = d.base
		}
	}
	if best == "" {
		return form
	}
	return best
}

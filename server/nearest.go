package server

import (
	"strings"
	"unicode/utf8"
)

// nearest returns the candidate that differs least from name, if that is less
// than half of it; else nothing. The first of equals wins.
func nearest(name string, candidates []string) string {
	name = strings.ToLower(shorten(name, 40))
	best, at := "", utf8.RuneCountInString(name)/2+1
	for _, c := range candidates {
		if d := distance(name, strings.ToLower(c)); d < at {
			best, at = c, d
		}
	}
	return best
}

// distance is Levenshtein's: the least number of letters to insert, delete or
// replace to get from a to b.
func distance(a, b string) int {
	y := []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	i := 0
	for _, x := range a {
		i++
		diagonal := row[0]
		row[0] = i
		for j := range y {
			cost := 1
			if x == y[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(diagonal+cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(y)]
}

// shorten returns at most n characters of s, cut at a word where that keeps
// more than half, with an ellipsis when something was cut.
func shorten(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	r := []rune(s)[:n]
	cut := string(r)
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:.") + "…"
}

package corpus

import "strings"

// nearest returns the known word that s is most likely a slip of: at most one
// slip per four characters, case aside; "" when none is that near.
func nearest(s string, known []string) string {
	best, bestDistance := "", max(1, len([]rune(s))/4)+1
	for _, k := range known {
		if d := distance(strings.ToLower(s), strings.ToLower(k), bestDistance); d < bestDistance {
			best, bestDistance = k, d
		}
	}
	return best
}

// distance counts the letters to insert, drop, change or swap with their
// neighbour that turn a into b (optimal string alignment). It stops counting
// at limit. L. Boytsov, "Indexing methods for approximate dictionary
// searching", JEA 16 (2011), section 2.
func distance(a, b string, limit int) int {
	s, t := []rune(a), []rune(b)
	if len(s)-len(t) >= limit || len(t)-len(s) >= limit {
		return limit
	}
	before, last, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range last {
		last[j] = j
	}
	for i := range s {
		row[0] = i + 1
		for j := range t {
			cost := 1
			if s[i] == t[j] {
				cost = 0
			}
			row[j+1] = min(row[j]+1, last[j+1]+1, last[j]+cost)
			if i > 0 && j > 0 && s[i] == t[j-1] && s[i-1] == t[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return min(last[len(t)], limit)
}

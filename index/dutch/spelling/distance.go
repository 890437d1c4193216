package spelling

// distance returns the number of insertions, deletions, substitutions and
// transpositions of neighbours that turn a into b (optimal string alignment:
// no part is edited twice), or limit+1 when it is more than limit. Neither may
// be longer than maxLength.
func distance(a, b string, limit int) int {
	if d := len(a) - len(b); d > limit || -d > limit {
		return limit + 1
	}
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 0 || len(b) == 0 {
		return min(len(a)+len(b), limit+1)
	}
	// Only the cells within limit of the diagonal can be small enough.
	var rows [3][maxLength + 1]uint8
	far := uint8(limit + 1)
	before, above, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		above[j] = min(uint8(j), far)
	}
	for i := 1; i <= len(a); i++ {
		from, to := max(1, i-limit), min(len(b), i+limit)
		row[from-1] = far
		if from == 1 {
			row[0] = min(uint8(i), far)
		}
		least := row[from-1]
		for j := from; j <= to; j++ {
			d := above[j-1]
			if a[i-1] != b[j-1] {
				d++
			}
			if j < i+limit {
				d = min(d, above[j]+1)
			}
			d = min(d, row[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, before[j-2]+1)
			}
			d = min(d, far)
			row[j] = d
			least = min(least, d)
		}
		if least == far {
			return limit + 1
		}
		before, above, row = above, row, before
	}
	return int(above[len(b)])
}

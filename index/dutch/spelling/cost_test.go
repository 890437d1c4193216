package spelling

import (
	"strings"
	"testing"
)

// plainCost is cost by its definition: all cells of the table, any number of
// edits.
func plainCost(written, right string) int {
	const far = 1 << 20
	n, m := len(written), len(right)
	var cells [maxLength + 1][maxLength + 1]int32
	for i := range n + 1 {
		for j := range m + 1 {
			cells[i][j] = far
		}
	}
	cells[0][0] = 0
	for i := range n + 1 {
		for j := range m + 1 {
			here := cells[i][j]
			if here >= far {
				continue
			}
			reach := func(i2, j2, kind int) {
				if i == 0 && j == 0 {
					kind += atStart
				}
				cells[i2][j2] = min(cells[i2][j2], here+perEdit+int32(kind))
			}
			if i < n && j < m && written[i] == right[j] {
				cells[i+1][j+1] = min(cells[i+1][j+1], here)
			}
			if i < n {
				reach(i+1, j, forgotten(written, i))
			}
			if j < m {
				reach(i, j+1, forgotten(right, j))
			}
			if i == n || j == m {
				continue
			}
			switch {
			case isBeside(written[i], right[j]):
				reach(i+1, j+1, slip)
			case vowel(written[i]) == vowel(right[j]):
				reach(i+1, j+1, replaced-1)
			default:
				reach(i+1, j+1, replaced)
			}
			if i+1 < n && j+1 < m && written[i] == right[j+1] && written[i+1] == right[j] {
				reach(i+2, j+2, swapped)
			}
			for _, r := range replacements[written[i]] {
				if strings.HasPrefix(written[i:], r.written) && strings.HasPrefix(right[j:], r.right) {
					kind := r.kind
					if i == 0 && j == 0 {
						kind -= atStart - 1 // hardly worse at the start: "kadeau"
					}
					reach(i+len(r.written), j+len(r.right), kind)
				}
			}
		}
	}
	return int(cells[n][m])
}

// Two replacements of the longest kinds are still within the band that cost
// looks at.
func TestCostOfLongReplacements(t *testing.T) {
	var table costTable
	for kind, pairs := range alike {
		for _, p := range pairs {
			for _, q := range pairs {
				for _, pair := range [][2]string{{p[0] + "m" + q[0], p[1] + "m" + q[1]}, {p[1] + "m" + q[1], p[0] + "m" + q[0]}, {p[0] + q[1], p[1] + q[0]}} {
					written, right := "l"+pair[0], "l"+pair[1]
					want := plainCost(written, right)
					if got := table.cost(written, right, 2); got != want {
						t.Errorf("list %d: %s for %s costs %d, want %d", kind, written, right, got, want)
					}
				}
			}
		}
	}
}

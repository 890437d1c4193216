package server

import (
	"math"
	"strings"
)

// A spot is a point of the map.
type spot struct{ x, y float64 }

func (a spot) distance(b spot) float64 { return math.Hypot(a.x-b.x, a.y-b.y) }

// coast returns the outline of spots as an SVG path: their alpha shape, the
// polygon that is left when a disc of this radius rolls around them
// (Edelsbrunner, Kirkpatrick and Seidel, "On the shape of a set of points in
// the plane", 1983). A spot that the disc can go all around is a point of
// its own: an exclave. It takes the number of spots to
// the third power.
func coast(spots []spot, radius float64) string {
	next := make(map[int][]int) // where the outline goes on, the land at its right
	alone := make([]bool, len(spots))
	for i := range spots {
		alone[i] = true
		for j := range spots {
			if d := spots[i].distance(spots[j]); i == j || d > 2*radius || d == 0 {
				continue
			}
			left, right := empty(spots, i, j, radius), empty(spots, j, i, radius)
			if left && !right {
				next[i] = append(next[i], j)
			}
			alone[i] = alone[i] && left && right // the disc passes between them on both sides
		}
	}
	var b strings.Builder
	for i := range spots {
		if alone[i] {
			b.WriteString("M" + tenth(spots[i].x) + " " + tenth(spots[i].y) + "h0")
		}
		for len(next[i]) > 0 { // as many outlines go out of a spot as come in
			at := i
			command := "M"
			for len(next[at]) > 0 {
				b.WriteString(command + tenth(spots[at].x) + " " + tenth(spots[at].y))
				command = "L"
				to := next[at][0]
				next[at] = next[at][1:]
				at = to
			}
			b.WriteString("Z")
		}
	}
	return b.String()
}

// empty tells whether the disc of this radius through spots i and j, at the left
// of the way from i to j, holds no other spot.
func empty(spots []spot, i, j int, radius float64) bool {
	a, b := spots[i], spots[j]
	half := a.distance(b) / 2
	h := math.Sqrt(max(radius*radius-half*half, 0)) / (2 * half)
	centre := spot{(a.x+b.x)/2 - (b.y-a.y)*h, (a.y+b.y)/2 + (b.x-a.x)*h}
	for k := range spots {
		if k != i && k != j && centre.distance(spots[k]) < radius {
			return false
		}
	}
	return true
}

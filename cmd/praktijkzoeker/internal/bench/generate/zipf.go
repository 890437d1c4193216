package generate

import "math"

// Exponent and offset of the law of Zipf and Mandelbrot for words: the word of
// rank r is as frequent as 1/(r+offset)^exponent (Mandelbrot 1953).
const (
	wordExponent = 1.07
	wordOffset   = 2.7
)

// A skewed draws ranks from 0, low ones more often, in constant time by the
// alias method (Walker 1977, in the form of Vose 1991).
type skewed struct{ slots []slot }

// A slot keeps its own rank below limit and gives the other one above it.
type slot struct{ limit, other uint32 }

// newSkewed returns a law over n ≥ 1 ranks with weight 1/(rank+1+offset)^exponent.
func newSkewed(n int, exponent, offset float64) skewed {
	share := make([]float64, n)
	sum := 0.0
	for r := range share {
		share[r] = math.Pow(float64(r)+1+offset, -exponent)
		sum += share[r]
	}
	var small, large []int
	for r := range share {
		share[r] *= float64(n) / sum
		if share[r] < 1 {
			small = append(small, r)
		} else {
			large = append(large, r)
		}
	}
	slots := make([]slot, n)
	for len(small) > 0 && len(large) > 0 {
		s, l := small[len(small)-1], large[len(large)-1]
		small = small[:len(small)-1]
		slots[s] = slot{uint32(share[s] * math.MaxUint32), uint32(l)}
		if share[l] -= 1 - share[s]; share[l] < 1 {
			large = large[:len(large)-1]
			small = append(small, l)
		}
	}
	for _, r := range append(small, large...) { // what rounding left over
		slots[r] = slot{math.MaxUint32, uint32(r)}
	}
	return skewed{slots}
}

// rank draws a rank with the 64 random bits of r.
func (z skewed) rank(r uint64) int {
	k := (r >> 32) * uint64(len(z.slots)) >> 32
	if s := z.slots[k]; uint32(r) > s.limit {
		return int(s.other)
	}
	return int(k)
}

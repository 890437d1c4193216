package generate

import (
	"fmt"
	"math"
	"testing"
)

func TestSkewedFollowsItsLaw(t *testing.T) {
	const draws = 200_000
	for _, test := range []struct {
		n                int
		exponent, offset float64
	}{{1, 1, 0}, {2, 1, 0}, {12, 0.8, 1}, {300, 0.7, 2}, {5000, wordExponent, wordOffset}} {
		t.Run(fmt.Sprint(test.n), func(t *testing.T) {
			z := newSkewed(test.n, test.exponent, test.offset)
			counts := make([]float64, test.n)
			random := newPCG(1, 2)
			for range draws {
				counts[z.rank(random.next())]++
			}
			sum := 0.0
			for r := range test.n {
				sum += math.Pow(float64(r)+1+test.offset, -test.exponent)
			}
			for _, r := range []int{0, test.n / 2, test.n - 1} {
				want := draws * math.Pow(float64(r)+1+test.offset, -test.exponent) / sum
				if off := math.Abs(counts[r] - want); off > 6*math.Sqrt(want)+1 {
					t.Errorf("rank %d drawn %.0f times, want about %.0f", r, counts[r], want)
				}
			}
		})
	}
}

func TestKindOf(t *testing.T) {
	for word, want := range map[string]kind{
		"buurthuis": noun, "vrijwilligers": plural, "gemeenten": plural, "tastbare": adjective, "meertalige": adjective,
		"organiseren": verb, "verbinden": verb, "kopjes": plural, "begeleiding": noun,
	} {
		if got := kindOf(word); got != want {
			t.Errorf("%s is of kind %d, want %d", word, got, want)
		}
	}
}

func TestFrames(t *testing.T) {
	f := frames("{N} en {s}.")[0]
	want := frame{{"", noun, true, true}, {" en ", plural, true, false}, {".", noun, false, false}}
	if len(f) != len(want) {
		t.Fatalf("got %v, want %v", f, want)
	}
	for i := range f {
		if f[i] != want[i] {
			t.Errorf("piece %d: %+v, want %+v", i, f[i], want[i])
		}
	}
}

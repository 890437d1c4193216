package server

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"praktijkzoeker/corpus/places"
	"praktijkzoeker/index"
)

func TestCoast(t *testing.T) {
	square := []spot{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {5, 5}}
	for _, tc := range []struct {
		name   string
		spots  []spot
		radius float64
		want   string
	}{
		{"none", nil, 10, ""},
		{"one is a point", []spot{{3, 4}}, 10, "M3 4h0"},
		{"two far apart are two", []spot{{0, 0}, {100, 0}}, 10, "M0 0h0M100 0h0"},
		{"the same twice", []spot{{1, 1}, {1, 1}}, 10, "M1 1h0M1 1h0"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := coast(tc.spots, tc.radius); got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
	// What lies inside is on no outline.
	got := coast(square, 20)
	if strings.Count(got, "M") != 1 || strings.Count(got, "L") != 3 || strings.Contains(got, "5 5") {
		t.Errorf("square with a point inside: %q", got)
	}
	// An exclave stands apart.
	got = coast(append(square, spot{200, 200}), 20)
	if !strings.HasSuffix(got, "M200 200h0") || strings.Count(got, "Z") != 1 {
		t.Errorf("exclave: %q", got)
	}
}

// Flanders is one land and few exclaves, all on the map.
func TestFlanders(t *testing.T) {
	pr := flanders()
	if lands := strings.Count(pr.land, "Z"); lands < 1 || lands > 3 {
		t.Errorf("%d outlines", lands)
	}
	if exclaves := strings.Count(pr.land, "h0"); exclaves > 2 {
		t.Errorf("%d exclaves", exclaves)
	}
	if towns := strings.Count(pr.towns, "h0"); towns != 304 {
		t.Errorf("%d municipalities", towns)
	}
	if pr.height < 300 || pr.height > 500 {
		t.Errorf("%d by %d", mapWidth, pr.height)
	}
}

func TestDotRadius(t *testing.T) {
	for _, most := range []int{1, 2, 9, 5000} {
		last := 0.0
		for n := 1; n <= most; n++ {
			r := dotRadius(n, most)
			if r < dotLeast || r > dotMost || r < last {
				t.Fatalf("%d of %d: %.1f after %.1f", n, most, r, last)
			}
			last = r
		}
	}
}

// A map of all municipalities is dots and no stain: they cover a part of the
// land, however many practices there are.
func TestManyDots(t *testing.T) {
	var counts []index.Count
	for i, p := range places.All() {
		counts = append(counts, index.Count{Value: p.Name, N: 1 + i%20})
	}
	covered := 0.0
	m := newMap(counts, municipalityURL)
	for _, d := range m.Dots {
		r, err := strconv.ParseFloat(d.R, 64)
		if err != nil || r < 3 {
			t.Fatalf("%s: radius %q", d.Name, d.R)
		}
		covered += math.Pi * r * r
	}
	if share := covered / float64(m.Width*m.Height); share > .25 {
		t.Errorf("the dots cover %.0f %% of the map", 100*share)
	}
	if few := newMap(counts[:3], municipalityURL); few.Dots[2].R != tenth(dotLeast) {
		t.Errorf("of three, one practice has radius %s", few.Dots[2].R)
	}
}

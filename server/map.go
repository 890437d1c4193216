package server

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"praktijkzoeker/corpus/places"
	"praktijkzoeker/index"
)

// A mapView is Flanders and Brussels with a dot for every municipality that has
// practices. It is drawn from the points of the municipalities alone: the land
// is the shape that they make.
type mapView struct {
	Width, Height int
	Land          string // path: the outline
	Towns         string // path: a point for each municipality
	Cities        []mapCity
	Dots          []mapDot     // most practices first, so that small dots lie on top of large ones
	List          []browseLink // the same by name
	Full          bool         // there are many dots
}

// A mapDot is a municipality on the map. X, Y and R are in the units of the
// map, a tenth of which is left out.
type mapDot struct {
	X, Y, R  string
	Name     string
	Count    int
	URL      string
	Selected bool
}

// A mapCity is a name for finding one's way. Y is its foot, just above the dot.
type mapCity struct{ X, Y, Name string }

// nameGap keeps a name off its dot.
const nameGap = 9

const (
	mapWidth  = 1000
	mapMargin = 40 // room for the land around the outermost points
	// coastRadius smooths the outline: a bay narrower than twice this is land.
	coastRadius = 42.0
	// dotLeast is the radius of one practice. The area grows with the number, up
	// to the radius dotMost. Both shrink when there are more than fewDots, so that
	// the map of a whole region does not become one stain.
	dotLeast, dotMost = 9.0, 30.0
	fewDots           = 60
)

// mapCities are the capitals of the provinces, and Brussels.
var mapCities = []string{"Antwerpen", "Brugge", "Brussel", "Gent", "Hasselt", "Leuven"}

// A projection puts points on the map: equirectangular, which over the 80 km
// from south to north of Flanders is off by less than the size of a dot.
type projection struct {
	west, north, scale, shrink float64 // shrink: a degree east in degrees north
	height                     int
	land, towns                string // paths
}

// flanders is the projection in which all municipalities just fit.
var flanders = sync.OnceValue(func() projection {
	south, west, north, east := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range places.All() {
		lat, lon, _ := places.Point(p.NIS)
		south, north = min(south, lat), max(north, lat)
		west, east = min(west, lon), max(east, lon)
	}
	shrink := math.Cos((south + north) / 2 * math.Pi / 180)
	scale := (mapWidth - 2*mapMargin) / ((east - west) * shrink)
	pr := projection{west: west, north: north, scale: scale, shrink: shrink}
	pr.height = int(math.Ceil((north-south)*scale)) + 2*mapMargin
	var towns strings.Builder
	var spots []spot
	for _, p := range places.All() {
		if x, y, ok := pr.point(p); ok {
			towns.WriteString("M" + tenth(x) + " " + tenth(y) + "h0")
			spots = append(spots, spot{x, y})
		}
	}
	pr.land, pr.towns = coast(spots, coastRadius), towns.String()
	return pr
})

func (pr projection) point(p places.Place) (x, y float64, ok bool) {
	lat, lon, ok := places.Point(p.NIS)
	return mapMargin + (lon-pr.west)*pr.shrink*pr.scale, mapMargin + (pr.north-lat)*pr.scale, ok
}

func tenth(v float64) string { return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64) }

// newMap draws the municipalities of counts; url is where a dot leads. Values
// that are no municipality of today are in the list only. Without any there is
// no map.
func newMap(counts []index.Count, url func(name string) string) *mapView {
	pr := flanders()
	most, shown := 1, 0
	for _, c := range counts {
		most = max(most, c.N)
		if c.N > 0 {
			shown++
		}
	}
	v := &mapView{Width: mapWidth, Height: pr.height, Land: pr.land, Towns: pr.towns, Full: shown > fewDots}
	scale := math.Min(1, math.Sqrt(fewDots/float64(max(1, shown))))
	for _, c := range counts {
		if c.N == 0 && !c.Selected {
			continue
		}
		v.List = append(v.List, browseLink{c.Value, url(c.Value), c.N})
		p, known := places.ByName(c.Value)
		x, y, placed := pr.point(p)
		if !known || !placed {
			continue
		}
		v.Dots = append(v.Dots, mapDot{tenth(x), tenth(y), tenth(scale * dotRadius(c.N, most)), c.Value, c.N, url(c.Value), c.Selected})
	}
	if len(v.List) == 0 {
		return nil
	}
	slices.SortStableFunc(v.Dots, func(a, b mapDot) int { return cmp.Compare(b.Count, a.Count) })
	byName(v.List)
	for _, name := range mapCities {
		if p, ok := places.ByName(name); ok {
			x, y, _ := pr.point(p)
			v.Cities = append(v.Cities, mapCity{tenth(x), tenth(y - v.radius(name) - nameGap), name})
		}
	}
	return v
}

// radius is that of the dot of a municipality; 0 when it has none.
func (v *mapView) radius(name string) float64 {
	for _, d := range v.Dots {
		if d.Name == name {
			r, _ := strconv.ParseFloat(d.R, 64) // written by tenth
			return r
		}
	}
	return 0
}

// dotRadius makes the area of a dot grow with n; the largest of the map is at
// most dotMost.
func dotRadius(n, most int) float64 {
	if most < 2 || n < 2 {
		return dotLeast
	}
	largest := min(dotMost, dotLeast*math.Sqrt(float64(most)))
	share := (math.Sqrt(float64(n)) - 1) / (math.Sqrt(float64(most)) - 1)
	return dotLeast + (largest-dotLeast)*share
}

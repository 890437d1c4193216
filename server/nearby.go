package server

import (
	"cmp"
	"math"
	"slices"

	"praktijkzoeker/corpus/places"
	"praktijkzoeker/index"
)

// shownNearby is how many neighbours a municipality's page names.
const shownNearby = 6

// nearby returns the municipalities with practices that lie nearest to place.
func nearby(place places.Place, counts []index.Count) []browseLink {
	lat, lon, ok := places.Point(place.NIS)
	if !ok {
		return nil
	}
	type neighbour struct {
		browseLink
		distance float64
	}
	var all []neighbour
	for _, c := range counts {
		p, known := places.ByName(c.Value)
		if !known || p == place {
			continue
		}
		la, lo, _ := places.Point(p.NIS)
		// Within Flanders the earth is flat; a degree east is shorter than one north.
		d := math.Hypot(la-lat, (lo-lon)*math.Cos(lat*math.Pi/180))
		all = append(all, neighbour{browseLink{p.Name, municipalityURL(p.Name), c.N}, d})
	}
	slices.SortStableFunc(all, func(a, b neighbour) int { return cmp.Compare(a.distance, b.distance) })
	var out []browseLink
	for _, n := range all[:min(len(all), shownNearby)] {
		out = append(out, n.browseLink)
	}
	return out
}

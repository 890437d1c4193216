// Package places knows the municipalities of Flanders and Brussels: their
// official names of today, their NIS codes, and every other name by which
// people still call them.
//
// All functions are safe for concurrent use. The tables are built once, at the
// first call.
package places

import (
	"slices"
)

// A Place is a municipality as it exists today. Places are comparable; the
// zero Place is none.
type Place struct {
	NIS      string `json:"nis"`      // five digits: "72042"
	Name     string `json:"name"`     // official Dutch name: "Oudsbergen"
	Province string `json:"province"` // "Limburg"; "Brussels Hoofdstedelijk Gewest" for the 19 of Brussels
}

// All returns the 285 municipalities of Flanders and the 19 of Brussels as of
// 2025, by Dutch name.
func All() []Place {
	return slices.Clone(tables().byName)
}

// ByNIS returns the municipality with this NIS code of 2025.
func ByNIS(nis string) (Place, bool) {
	t := tables()
	i, ok := t.byNIS[nis]
	if !ok {
		return Place{}, false
	}
	return t.towns[i].Place, true
}

// ByName returns the municipality with this official name of today. Case,
// accents and hyphens do not matter. Other names are for Resolve.
func ByName(name string) (Place, bool) {
	t := tables()
	for _, n := range t.named(name) {
		if n.how == Official {
			return t.towns[n.town].Place, true
		}
	}
	return Place{}, false
}

// Point returns a point inside the municipality with this NIS code (degrees,
// WGS 84). It suits a map of dots; it is not the town hall.
func Point(nis string) (lat, lon float64, ok bool) {
	t := tables()
	i, ok := t.byNIS[nis]
	if !ok {
		return 0, 0, false
	}
	return t.towns[i].lat, t.towns[i].lon, true
}

// Provinces returns the five provinces of Flanders and the region of Brussels,
// as in Place.Province, by name.
func Provinces() []string {
	return slices.Clone(tables().provinces)
}

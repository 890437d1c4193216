// Package places knows the municipalities of Flanders and Brussels: their
// official names of today, their NIS codes, and every other name by which
// people still call them.
package places

// A Place is a municipality as it exists today. Places are comparable; the
// zero Place is none.
type Place struct {
	NIS      string `json:"nis"`      // five digits: "72042"
	Name     string `json:"name"`     // official Dutch name: "Oudsbergen"
	Province string `json:"province"` // "Limburg"; "Brussels Hoofdstedelijk Gewest" for the 19 of Brussels
}

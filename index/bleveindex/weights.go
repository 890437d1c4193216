package bleveindex

import (
	"math"

	"praktijkzoeker/index"
)

// BM25F (Robertson, Zaragoza: "The Probabilistic Relevance Framework", 2009,
// section 3.6): the weight of a word in a fiche is
//
//	a = Σ over parts p of weight(p) · tf(p) / (1 − b(p) + b(p) · length(p)/average(p))
//	impact = a / (k1 + a)
//
// and its score is idf · impact. The averages are frozen, so that a fiche's
// impacts do not depend on the other fiches; they are those of the shipped
// fiches, rounded.
const k1 = 1.2

// shortest is the relative length below which a part is not favoured any more:
// else two words in a nearly empty fiche would beat a title.
const shortest = 0.5

// repeat bounds what repetition within one part can add: a word that fills the
// body counts at most 1 + repeat times as one that stands there once, and so
// never as much as a label.
const repeat = 2

// partWeights say how much a word in each part of a fiche counts, by
// index.Part: title, label, place, example, summary, body.
var partWeights = [index.Parts]struct {
	weight  float64
	b       float64 // how much a long part dampens
	average float64 // words
}{
	index.PartTitle:   {weight: 6, b: 0.35, average: 4},
	index.PartLabel:   {weight: 3, b: 0.2, average: 10},
	index.PartPlace:   {weight: 3, b: 0.1, average: 10},
	index.PartExample: {weight: 2.5, b: 0.3, average: 15},
	index.PartSummary: {weight: 2, b: 0.4, average: 30},
	index.PartBody:    {weight: 1, b: 0.6, average: 250},
}

// How a word may stand in a text, and what a stem's impact is worth then.
const (
	asWord     = iota // the word itself, in any form
	asHead            // last part of a compound: "beleid" in "taalbeleid"
	asModifier        // another part: "taal" in "taalbeleid"
	roles
)

var roleWeights = [roles]float64{asWord: 1, asHead: 0.6, asModifier: 0.45}

// occurrences count a word per part of one fiche.
type occurrences [index.Parts]uint16

// impact returns the BM25F impact, in (0, 1), of a word that occurs like this
// in a fiche whose parts have these lengths in words.
func (o *occurrences) impact(lengths *[index.Parts]int) float64 {
	a := 0.0
	for p, tf := range o {
		if tf != 0 {
			w := &partWeights[p]
			length := max(float64(lengths[p])/w.average, shortest)
			n := float64(tf) / (1 - w.b + w.b*length)
			a += w.weight * n * (1 + repeat) / (n + repeat)
		}
	}
	return a / (k1 + a)
}

// quantise maps an impact in (0, 1) to 1–maxImpact.
func quantise(impact float64) uint8 {
	return uint8(max(1, math.Round(maxImpact*impact)))
}

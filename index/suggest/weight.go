package suggest

import "math"

// base is the weight of a kind. What it is used adds at most 1, so that kinds
// mix: a label that many fiches have comes before a title, a rare one behind.
var base = [len(kinds)]float32{
	1.2, 1.1, 1.1, 1.1, // labels
	1.5, // titles
	0.9, // local examples
	0.3, // words
}

// logs are logarithms of small numbers.
var logs = func() (t [256]float32) {
	for i := range t {
		t[i] = float32(math.Log1p(float64(i)))
	}
	return t
}()

func log1p(n uint32) float32 {
	if n < uint32(len(logs)) {
		return logs[n]
	}
	return float32(math.Log1p(float64(n)))
}

// weight is the weight of an item: its kind, and its use on a logarithmic
// scale, compared with the most used of its kind. Both are given as logarithms.
func weight(kind int, log, most float32) float32 {
	if most == 0 {
		return base[kind]
	}
	return base[kind] + log/most
}

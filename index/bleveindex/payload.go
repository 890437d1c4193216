package bleveindex

// A posting of fieldForms carries in scorch's "frequency", an integer of 63
// bits, the impact of the word in the fiche and up to four of its positions:
//
//	bits 0–7    impact, 1–255
//	bits 8–20   first position + 1, 0 for none
//	bits 21–33  second, and so on, four in all
//
// Further positions stand in continuation terms, form + "\x01" + number, whose
// impact is 1. Positions from maxPosition on are not kept: phrases are not
// found there.
const (
	impactBits   = 8
	positionBits = 13
	perPayload   = 4
	maxPosition  = 1<<positionBits - 2
	continuation = '\x01'
)

// A posting of fieldStems carries:
//
//	bits 0–7   impact, 1–255
//	bits 8–15  which forms of the stem stand in the fiche as words of their own:
//	           the bit formBit(form) of each
//
// With it one list tells both who has the word in any form and who has the very
// form that was typed. Two forms of one stem may share a bit; then, once in
// eight, another form counts as the typed one.
func packStem(impact, forms uint8) int { return int(impact) | int(forms)<<impactBits }

// payloadForms returns the forms of a payload of fieldStems.
func payloadForms(payload uint64) uint8 { return uint8(payload >> impactBits) }

// formBit returns the bit of a form: one of eight, by FNV-1a.
func formBit(form string) uint8 {
	h := uint32(2166136261)
	for i := range len(form) {
		h = (h ^ uint32(form[i])) * 16777619
	}
	return 1 << (h >> 29)
}

// packPayload returns a payload with the impact and as many positions as fit,
// and the positions that are left.
func packPayload(impact uint8, positions []uint16) (payload int, rest []uint16) {
	n := min(len(positions), perPayload)
	payload = int(impact)
	for i, p := range positions[:n] {
		payload |= (int(p) + 1) << (impactBits + i*positionBits)
	}
	return payload, positions[n:]
}

// payloadImpact returns the impact of a payload.
func payloadImpact(payload uint64) uint8 { return uint8(payload) }

// payloadPositions appends the positions of a payload.
func payloadPositions(dst []uint16, payload uint64) []uint16 {
	for v := payload >> impactBits; v != 0; v >>= positionBits {
		dst = append(dst, uint16(v&(1<<positionBits-1))-1)
	}
	return dst
}

// continuationTerm returns the term of the n-th continuation, n ≥ 1, of form.
func continuationTerm(form string, n int) string {
	return form + string(rune(continuation)) + string(rune('0'+n))
}

// maxContinuations bounds the positions of one word in one fiche; a fiche has
// no more than maxPosition words.
const maxContinuations = maxPosition/perPayload + 1

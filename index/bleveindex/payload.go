package bleveindex

// A posting of fieldTerms carries in scorch's "frequency", an integer of 63
// bits, the impact of the word in the fiche and where and in which form it
// stands:
//
//	bits 0–6    impact, 1–maxImpact
//	bits 7–22   a slot, 0 for none
//	bits 23–38  another, and so on, three in all
//
// and a slot, of one occurrence of the word:
//
//	bits 0–2    class of the form, 1–7
//	bits 3–15   position + 1, 0 where it has none
//
// Scorch writes the integer with as few bytes as it needs: three for a word that
// stands once, like most. The slots of a fiche with more than three stand in
// continuation terms, stem + "\x01" + number, whose impact is 1. A stem that is
// only part of compounds has no slots. Positions from maxPosition on are not
// kept: phrases are not found there.
const (
	impactBits   = 7
	maxImpact    = 1<<impactBits - 1
	slotBits     = 16
	classBits    = 3
	perPayload   = 3
	maxPosition  = 1<<(slotBits-classBits) - 2
	continuation = '\x01'
	stopMark     = '\x02'
)

// A slot is one occurrence of a word, see above.
type slot uint16

func newSlot(class uint8, position int) slot {
	if position >= maxPosition {
		return slot(class)
	}
	return slot(class) | slot(position+1)<<classBits
}

func (s slot) class() uint8 { return uint8(s & (1<<classBits - 1)) }

// position returns the position, or false where none was kept.
func (s slot) position() (int, bool) { return int(s>>classBits) - 1, s>>classBits != 0 }

// formClass returns the class of a form of a stem, 1–7: 1 is the stem itself,
// the others share six by FNV-1a. Two other forms of one stem may have one
// class; then, once in six, one counts as the other.
func formClass(stem, form string) uint8 {
	if form == stem {
		return 1
	}
	h := uint32(2166136261)
	for i := range len(form) {
		h = (h ^ uint32(form[i])) * 16777619
	}
	return 2 + uint8((h>>16)%6)
}

// formBit returns the bit of a form in what payloadForms returns.
func formBit(stem, form string) uint8 { return 1 << (formClass(stem, form) - 1) }

// packPayload returns a payload with the impact and as many slots as fit, and
// the slots that are left.
func packPayload(impact uint8, slots []slot) (payload int, rest []slot) {
	n := min(len(slots), perPayload)
	payload = int(impact)
	for i, s := range slots[:n] {
		payload |= int(s) << (impactBits + i*slotBits)
	}
	return payload, slots[n:]
}

// payloadImpact returns the impact of a payload.
func payloadImpact(payload uint64) uint8 { return uint8(payload & maxImpact) }

// payloadForms returns the form bits of the slots of a payload; 0 for a stem
// that does not stand as a word of its own.
func payloadForms(payload uint64) uint8 {
	var forms uint8
	for v := payload >> impactBits; v != 0; v >>= slotBits {
		forms |= 1 << (slot(v).class() - 1)
	}
	return forms
}

// payloadPositions appends the positions of the slots whose form bit is in forms.
func payloadPositions(dst []uint16, payload uint64, forms uint8) []uint16 {
	for v := payload >> impactBits; v != 0; v >>= slotBits {
		if p, ok := slot(v).position(); ok && forms>>(slot(v).class()-1)&1 != 0 {
			dst = append(dst, uint16(p))
		}
	}
	return dst
}

// classesFirst brings an occurrence of every class to the front, so that the
// first payload tells of as many as it can.
func classesFirst(slots []slot) {
	var seen uint8
	n := 0
	for i, s := range slots {
		if bit := uint8(1) << (s.class() - 1); seen&bit == 0 {
			seen |= bit
			slots[n], slots[i] = slots[i], slots[n]
			n++
		}
	}
}

// continuationTerm returns the term of the n-th continuation, n ≥ 1, of stem.
func continuationTerm(stem string, n int) string {
	return stem + string(rune(continuation)) + string(rune('0'+n))
}

// stopTerm returns the term of a stop word, which has no stem.
func stopTerm(form string) string { return string(rune(stopMark)) + form }

// maxContinuations bounds the slots of one word in one fiche; a fiche has no
// more than maxPosition words that count.
const maxContinuations = maxPosition/perPayload + 1

package bleveindex

import segment "github.com/blevesearch/scorch_segment_api/v2"

// A posting of fieldTerms carries a payload, an integer of 60 bits: the impact of
// the word in the fiche, and where and in which form it stands.
//
//	bits 0–6  impact, 1–maxImpact
//	bits 7–   0: no slot
//	          below 2^narrowBits: one slot
//	          else bit 7: how wide slots are, narrowBits (0) or slotBits (1),
//	          then slots, four narrow or three wide ones at most
//
// and a slot, of one occurrence of the word:
//
//	bits 0–2    class of the form, 1–7
//	bits 3–15   position + 1, 0 where it has none
//
// The impact is written as scorch's norm and the rest, plus leastFrequency, as its
// frequency, each with as few bytes as it needs: one and two for a word that
// stands once, like most. The slots of a fiche with more than fit stand in
// continuation terms, stem + "\x01" + number, whose impact is 1. A stem that is
// only part of compounds has no slots. Positions from maxPosition on are not
// kept: phrases are not found there.
const (
	impactBits   = 7
	maxImpact    = 1<<impactBits - 1
	slotBits     = 16
	classBits    = 3
	narrowBits   = 13
	maxPosition  = 1<<(slotBits-classBits) - 2
	continuation = '\x01'
	stopMark     = '\x02'
)

// leastFrequency is the least that is written as a frequency. It is no 1: zap puts
// a term with one document of frequency 1 into the dictionary itself, and its
// iterator over a dictionary counts the terms behind such a one wrong.
const leastFrequency = 2

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
func packPayload(impact uint8, slots []slot) (payload uint64, rest []slot) {
	width, wide := uint(narrowBits), uint64(0)
	for _, s := range slots[:min(len(slots), perPayload(narrowBits))] {
		if s >= 1<<narrowBits {
			width, wide = slotBits, 1
		}
	}
	n := min(len(slots), perPayload(width))
	var v uint64
	for i, s := range slots[:n] {
		v |= uint64(s) << (uint(i) * width)
	}
	if v >= 1<<narrowBits {
		v = v<<1 | wide
	}
	return v<<impactBits | uint64(impact), slots[n:]
}

// perPayload returns the number of slots of a width that a payload has room for.
func perPayload(width uint) int {
	if width == narrowBits {
		return 4
	}
	return 3
}

// payloadSlots returns the slots of a payload, lowest first, and how many bits
// each has.
func payloadSlots(payload uint64) (slots uint64, width uint) {
	v := payload >> impactBits
	switch {
	case v < 1<<narrowBits:
		return v, narrowBits
	case v&1 == 0:
		return v >> 1, narrowBits
	}
	return v >> 1, slotBits
}

// firstSlot returns the lowest of slots of a width; 0 for none.
func firstSlot(slots uint64, width uint) slot { return slot(slots & (1<<width - 1)) }

// A scored is a posting of scorch that tells its norm as it is written.
type scored interface {
	Frequency() uint64
	NormUint64() uint64
}

// payloadOf returns the payload of a posting of fieldTerms.
func payloadOf(p segment.Posting) uint64 {
	s := p.(scored)
	return joinPayload(s.Frequency(), s.NormUint64())
}

// splitPayload returns the frequency and the norm as which a payload is written, 0
// for that of a stop word.
func splitPayload(payload uint64) (freq uint64, norm uint32) {
	if payload == 0 {
		return 0, 0
	}
	return payload>>impactBits + leastFrequency, uint32(payloadImpact(payload))
}

// joinPayload returns the payload that is written as a frequency and a norm.
func joinPayload(freq, norm uint64) uint64 {
	if freq == 0 {
		return stopImpact
	}
	return (freq-leastFrequency)<<impactBits | norm
}

// stopImpact is the impact of every stop word: how often one stands in a fiche
// tells nothing, and without impact a posting is one byte instead of two.
const stopImpact = 64

// payloadImpact returns the impact of a payload.
func payloadImpact(payload uint64) uint8 { return uint8(payload & maxImpact) }

// payloadForms returns the form bits of the slots of a payload; 0 for a stem
// that does not stand as a word of its own.
func payloadForms(payload uint64) uint8 {
	var forms uint8
	for v, width := payloadSlots(payload); v != 0; v >>= width {
		forms |= 1 << (slot(v).class() - 1)
	}
	return forms
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

package corpus

import (
	"praktijkzoeker/corpus/places"
)

func (r *reader) hasField(field string) bool {
	for _, p := range r.problems {
		if p.Field == field && !p.Warning {
			return true
		}
	}
	return false
}
func (r *reader) checkName() {}
func (r *reader) readable(data []byte) bool {
	if validUTF8(data) >= 0 {
		r.fail(1, "bestand", "dit bestand is niet in UTF-8 bewaard")
		return false
	}
	return true
}
func (r *reader) missingTitle(noFront bool, lines []string) {
	r.fail(1, "titel", "titel ontbreekt: zet bovenaan tussen de +++-regels een regel title = \"…\"")
}
func (r *reader) checkText(lines []string)                               {}
func (r *reader) checkRepeated(known string, n int)                      {}
func (r *reader) warnEmpty(heading textLine)                             {}
func (r *reader) checkExtra(s Section, n int)                            {}
func (r *reader) checkExample(e Example, n int)                          {}
func (r *reader) checkFront(fr front)                                    {}
func (r *reader) checkDuplicateLabels(fr front, key string, in []string) {}
func (r *reader) resolve(asWritten string, n int) []places.Place         { return municipalities(asWritten) }
func namesOnlyPlaces(asWritten string) bool                              { return false }

package compound

import (
	"strings"

	"praktijkzoeker/index/dutch/compound/internal/lexicon"
)

// Costs are in half nats, see lexicon.Entry.
const (
	maxUnknown = 48 // a form that the lexicon does not know is divided up to this cost
	minSegment = 10 // bytes of an unknown segment between hyphens that is divided further
)

// Split appends the parts of a folded form to dst: nothing for a form that is
// no compound, else at least two. A hyphen ends a part and belongs to it:
// "onthaal-|gesprek". It allocates nothing but what dst needs.
func (s *Splitter) Split(dst []Part, form string) []Part {
	if !strings.Contains(form, "-") {
		return s.split(dst, form, 0, false)
	}
	first, start := len(dst), 0
	for start < len(form) {
		end := segmentEnd(form, start)
		segment := strings.TrimRight(form[start:end], "-")
		before := len(dst)
		if len(segment) >= minSegment && !s.Known(segment) {
			dst = s.split(dst, segment, start, end < len(form))
		}
		if len(dst) == before {
			dst = append(dst, Part{start, end, segment})
		}
		dst[len(dst)-1].End = end
		start = end
	}
	if len(dst)-first == 1 {
		return dst[:first]
	}
	return dst
}

// segmentEnd finds the end of the segment that begins at start, its hyphens
// included. A single letter belongs to what follows ("e-mail"), and hyphens
// at the beginning or the end of the form part nothing.
func segmentEnd(form string, start int) int {
	i := start
	for i < len(form) && form[i] == '-' {
		i++
	}
	for {
		letters := strings.IndexByte(form[i:], '-')
		if letters < 0 {
			return len(form)
		}
		i += letters
		for i < len(form) && form[i] == '-' {
			i++
		}
		if i-start > 2 || i == len(form) {
			return i
		}
	}
}

// split appends the parts of a form without hyphens that stands at offset in
// a longer one; modifier is true when its last part is no head.
func (s *Splitter) split(dst []Part, form string, offset int, modifier bool) []Part {
	var cuts lexicon.Cuts
	if !s.cuts(form, &cuts) {
		return dst
	}
	start := 0
	for _, cut := range cuts.At[:cuts.N] {
		dst = append(dst, Part{offset + start, offset + cut, s.base(form[start:cut])})
		start = cut
	}
	head := form[start:]
	if modifier {
		head = s.base(head)
	}
	return append(dst, Part{offset + start, offset + len(form), head})
}

// cuts finds where a form is cut, and is false for a form that is no compound.
func (s *Splitter) cuts(form string, cuts *lexicon.Cuts) bool {
	if len(form) < lexicon.MinForm || len(form) > lexicon.MaxForm {
		return false
	}
	e := s.lexicon.Find(form)
	if e != nil && e.Atom {
		return false
	}
	if at, ok := s.lexicon.Splits[form]; ok {
		cuts.N = copy(cuts.At[:], at)
		return true
	}
	cost, ok := s.lexicon.Cheapest(form, cuts)
	return ok && (e != nil && e.Word || cost <= maxUnknown)
}

// base returns the dictionary form of a part that is not the head.
func (s *Splitter) base(part string) string {
	e := s.lexicon.Find(part)
	if e == nil { // a word with a linking s that the lexicon knows without
		return strings.TrimSuffix(part, "s")
	}
	switch e.Base {
	case lexicon.BaseSame:
		return part
	case lexicon.BaseListed:
		return s.lexicon.Bases[part]
	}
	return part[:len(part)-int(e.Base)]
}

package main

import (
	"math"
	"strings"

	"praktijkzoeker/index/dutch/compound/internal/lexicon"
)

// parts decides what every form may be in a compound.
type parts struct {
	*sources
	lists  *lists
	counts counts
}

// Costs in nats. The families of the commonest parts have about leftTotal and
// rightTotal members, so that these cost nothing.
const (
	smoothing  = .3
	leftTotal  = 2000
	rightTotal = 700
	unmarked   = 1  // a left part that the dictionary does not mark as one
	notHead    = .5 // a right part that is no form of a word that it marks as one
	short      = 1  // a part of three letters
	nameLeft   = 9  // a name before a word: "siciliereis"
	minName    = 5  // letters of such a name
	minLinked  = 1  // words that a form with a linking s must begin to be listed
)

func (p *parts) entries() (map[string]lexicon.Entry, map[string]string) {
	forms, bases := map[string]lexicon.Entry{}, map[string]string{}
	add := func(form string) {
		if _, ok := forms[form]; ok || form == "" || len(form) > lexicon.MaxForm {
			return
		}
		e := lexicon.Entry{Left: cost(p.leftCost(form)), Right: cost(p.rightCost(form)), Word: p.words[form] || p.forms[form] != nil || p.names[form]}
		if e.Left != lexicon.Never {
			e.Base = baseOf(form, p.leftBase(form), bases)
		}
		if e.Word || e.Left != lexicon.Never || e.Right != lexicon.Never {
			forms[form] = e
		}
	}
	for form := range p.words {
		add(form)
	}
	for form := range p.forms {
		add(form)
	}
	for form := range p.left {
		add(form)
	}
	for form, n := range p.counts.left {
		if n >= minLinked {
			add(form)
		}
	}
	for form := range p.lists.left {
		add(form)
	}
	for form := range p.lists.right {
		add(form)
	}
	for form := range p.names {
		add(form)
	}
	return forms, bases
}

// cost rounds a cost in nats to half nats; a negative one is Never.
func cost(nats float64) uint8 {
	if nats < 0 {
		return lexicon.Never
	}
	return uint8(math.Round(2 * min(nats, 100)))
}

func (p *parts) leftCost(form string) float64 {
	listed, ok := p.lists.left[form]
	if !plain(form) || p.lists.neverLeft[form] {
		return -1
	}
	if len(form) < minPart || len(form) == minPart && !p.lists.shortLeft[form] {
		if ok {
			return listed
		}
		return -1
	}
	x := -1.0
	switch {
	case p.begins(form):
		x = max(0, -math.Log((p.counts.left[form]+smoothing)/leftTotal))
		if p.left[form] == nil {
			x += unmarked
		}
		if len(form) == minPart {
			x += short
		}
	case p.names[form] && len(form) >= minName:
		x = nameLeft
	}
	if ok && (x < 0 || listed < x) {
		return listed
	}
	return x
}

func (p *parts) rightCost(form string) float64 {
	if listed, ok := p.lists.right[form]; ok && !p.words[form] {
		return listed
	}
	if !plain(form) || p.lists.neverRight[form] || len(form) < minPart ||
		len(form) == minPart && !p.lists.shortRight[form] ||
		!p.words[form] && p.forms[form] == nil {
		return -1
	}
	x := max(0, -math.Log((p.counts.right[p.base(form)]+smoothing)/rightTotal))
	if !p.head(form) {
		x += notHead
	}
	if len(form) == minPart {
		x += short
	}
	return x
}

// head tells whether a form belongs to a word that the dictionary lets end a
// compound.
func (p *parts) head(form string) bool {
	if p.heads[form] {
		return true
	}
	for _, d := range p.forms[form] {
		if p.heads[d.base] {
			return true
		}
	}
	return false
}

// leftBase returns the dictionary form of a left part.
func (p *parts) leftBase(form string) string {
	if b, ok := p.lists.bases[form]; ok {
		return b
	}
	best := ""
	for _, d := range p.left[form] {
		if d.flag == "" {
			return form
		}
		if best == "" || len(d.base) > len(best) {
			best = d.base
		}
	}
	for _, d := range p.forms[form] {
		if best == "" && strings.HasPrefix(d.flag, "Z") { // a plural
			best = d.base
		}
	}
	switch {
	case best != "":
		return best
	case !p.words[form] && p.forms[form] == nil && strings.HasSuffix(form, "s") && p.words[form[:len(form)-1]]:
		return form[:len(form)-1]
	}
	return form
}

// baseOf says how the base follows from the form and lists it where no rule
// does.
func baseOf(form, base string, bases map[string]string) uint8 {
	if n := len(form) - len(base); n >= 0 && n <= 3 && form[:len(base)] == base {
		return uint8(n)
	}
	bases[form] = base
	return lexicon.BaseListed
}

// Package suffix holds a tree of word endings and what is to be done with the
// words that have them.
package suffix

import "strings"

// A Script turns a form into its root: it takes out the ge- of a participle,
// then strips bytes at the end, then adds some. The zero Script changes
// nothing.
type Script struct {
	Ge    bool
	Strip uint8
	Add   string
}

// A Tree gives the script of a form: that of the longest ending of it that the
// tree holds. It is immutable and safe for concurrent use.
//
// Nodes stand in the order of their depth, the children of a node next to each
// other in the order of their labels. The first two nodes are the roots, for
// forms without and with ge-. Below them the labels are the letters of a form
// from the last to the first, then edge for the whole form.
type Tree struct {
	scripts []Script
	label   []byte
	script  []uint16 // 0: that of the parent; else index in scripts plus 1
	first   []uint32 // first child; the next node's first ends the children
}

// edge is the label that follows the first letter of a form.
const edge = '^'

// Apply gives the root of form by the script of its longest known ending. It
// gives form itself where the script does not fit.
func (t *Tree) Apply(form string) string {
	if ge := Ge(form); ge >= 0 {
		return t.apply(form, 1, ge)
	}
	return t.Plain(form)
}

// Plain is Apply for a form that is no participle, whatever it begins with.
func (t *Tree) Plain(form string) string { return t.apply(form, 0, -1) }

func (t *Tree) apply(form string, node uint32, ge int) string {
	script := t.script[node]
	for i := len(form) - 1; i >= -1; i-- {
		c := byte(edge)
		if i >= 0 {
			c = form[i]
		}
		child, end := t.first[node], t.first[node+1]
		for child < end && t.label[child] < c {
			child++
		}
		if child == end || t.label[child] != c {
			break
		}
		node = child
		if s := t.script[node]; s != 0 {
			script = s
		}
	}
	if script == 0 {
		return form
	}
	return t.scripts[script-1].apply(form, ge)
}

// apply gives form itself if the script would leave less than two letters.
func (s Script) apply(form string, ge int) string {
	keep := len(form) - int(s.Strip)
	if !s.Ge || ge < 0 {
		switch {
		case s.Strip == 0 && s.Add == "" || keep < 1 || keep+len(s.Add) < 2:
			return form
		case s.Add == "":
			return form[:keep]
		}
		return form[:keep] + s.Add
	}
	if keep-2 < ge || keep-2+len(s.Add) < 2 {
		return form
	}
	return form[:ge] + form[ge+2:keep] + s.Add
}

// Separable are the prefixes that may stand before the ge- of a participle.
var Separable = strings.Fields(`aaneen aan deel kennis toejuich terneer vrijwaar hard heen her geef lief leeg droog dood groen paard prijs recht schuil stuk tegenover achterna achterop achterover achteruit achter af bijeen bij binnen boven buiten dicht
	door dood fijn gade gelijk goed groot heen hoog ineen in klaar kwijt langs los mee mede mis na neer omhoog omlaag om
	onder opeen open op over plaats recht rond samen schoon stand stil stop tegemoet tegen teleur terecht terug teweeg ten thuis
	toe tussen uiteen uit vast voorbij vooruit voorop voor voort vol vrij waar weer weg`)

// Ge gives where the ge- of a participle stands in form, or -1 if none can:
// participles end in t, d or en, inflected in e or en. A form with ge- may still
// be no participle.
func Ge(form string) int {
	if len(form) < 5 || strings.IndexByte("tden", form[len(form)-1]) < 0 {
		return -1
	}
	if strings.HasPrefix(form, "ge") {
		return 0
	}
	i := strings.Index(form, "ge")
	if i < 2 || i > 10 {
		return -1
	}
	for _, p := range Separable {
		if len(p) == i && form[:i] == p {
			return i
		}
	}
	return -1
}

// ScriptOf gives the script that turns form into root.
func ScriptOf(form, root string) Script {
	plain := difference(form, root)
	if i := Ge(form); i >= 0 {
		without := difference(form[:i]+form[i+2:], root)
		if int(without.Strip)+len(without.Add) < int(plain.Strip)+len(plain.Add) {
			without.Ge = true
			return without
		}
	}
	return plain
}

func difference(form, root string) Script {
	n := 0
	for n < min(len(form), len(root)) && form[n] == root[n] {
		n++
	}
	return Script{Strip: uint8(len(form) - n), Add: root[n:]}
}

package main

import (
	"slices"
	"strings"

	"praktijkzoeker/index/dutch/inflect/internal/suffix"
)

// The ways to read a form, the most trusted first.
const (
	byHand        = iota
	nounForm      // huizen
	infinitive    // werken
	adjectiveForm // grote
	noun          // vrijwilliger, which is more than vrijwillig; gebouw, no participle
	comparative   // groter
	participle    // gewerkt, werkende
	nounGuess     // what looks like the plural of a noun, in no rule of the dictionary
	adjective     // groot
	strongForm    // liep
	verbForm      // werkt
	lastPart      // the last part of compounds only
)

// A reading says that a form belongs to base.
type reading struct {
	kind       int
	base       string
	diminutive bool
}

// roots gives the root of every form that the lists explain: the same for all
// forms of a word, and for the words that have a form in common.
func (lex *lexicon) roots() map[string]string {
	readings := map[string][]reading{}
	add := func(form string, kind int, base string) {
		readings[form] = append(readings[form], reading{kind: kind, base: base})
	}
	lex.pasts = pasts()
	for _, m := range []map[string]string{irregular, irregularVerbs} {
		for form, base := range m {
			add(form, byHand, base)
		}
	}
	for w := range lex.words {
		if base, ok := lex.compoundOf(w); ok {
			add(w, byHand, base)
		}
	}
	for form, bases := range lex.forms {
		for _, d := range bases {
			switch {
			case d.class == "Zm":
				if strings.HasSuffix(form, "heden") {
					add(form, nounForm, strings.TrimSuffix(form, "heden")+"heid")
				}
			case d.class == "Zk":
				add(form, adjectiveForm, d.base)
			case d.class[0] == 'Y':
				readings[form] = append(readings[form], reading{nounForm, d.base, true})
			case d.class[0] == 'Z' && lex.isNoun(d.base):
				add(form, nounForm, d.base)
			case d.class[0] == 'A' && strings.HasSuffix(form, "er"):
				add(form, comparative, d.base)
			case d.class[0] == 'A':
				add(form, adjectiveForm, d.base)
			case d.class == "Ve":
				add(form, participle, d.base)
			}
		}
	}
	for base, flags := range lex.bases {
		if kind := lex.kind(base, flags); kind != 0 {
			add(base, kind, base)
		}
	}
	for _, v := range lex.verbs() {
		for _, f := range v.forms {
			add(f.form, f.kind, v.root)
		}
		// The noun "bijdrage" goes with the verb whose infinitive is its plural.
		if e, ok := strings.CutSuffix(v.infinitive, "n"); ok && lex.isNoun(e) {
			add(e, infinitive, v.root)
		}
	}
	for w := range lex.words {
		for _, base := range singulars(w) {
			if lex.isNoun(base) || lex.isPart(base) {
				add(w, nounGuess, base)
				break
			}
		}
	}
	return resolve(readings)
}

// resolve follows the most trusted reading of each form to its root.
func resolve(readings map[string][]reading) map[string]string {
	best := map[string]string{}
	for form, rs := range readings {
		slices.SortFunc(rs, func(a, b reading) int {
			if a.kind != b.kind {
				return a.kind - b.kind
			}
			if len(a.base) != len(b.base) {
				// "palen" are of paal, not of pal; but "artiesten" are of artiest, not
				// of artieste, "messen" of mes, not of mess, and "gedacht" is of denken.
				if a.kind == participle || a.kind == verbForm || !a.diminutive && near(a.base, b.base) {
					return len(a.base) - len(b.base)
				}
				return len(b.base) - len(a.base)
			}
			return strings.Compare(a.base, b.base)
		})
		best[form] = rs[0].base
	}
	roots := map[string]string{}
	for form, base := range best {
		for range 5 {
			next, ok := best[base]
			if !ok || next == base {
				break
			}
			base = next
		}
		roots[form] = base
	}
	return roots
}

// kind tells as what a base of the dictionary stands for itself, or 0.
func (lex *lexicon) kind(base string, flags map[string]bool) int {
	kind := 0
	for f := range flags {
		switch {
		case f[0] == 'Y' || f[0] == 'Z' && f != "Zk" && f != "Zm":
			if !lex.isNoun(base) {
				continue
			}
			if strings.HasSuffix(base, "de") || strings.HasSuffix(base, "te") {
				return adjective
			}
			return noun
		case f[0] == 'A':
			kind = adjective
		case f == "Cc" && kind == 0:
			kind = lastPart
		}
	}
	return kind
}

// isNoun tells whether word is a noun. A word that has nothing but the flags of
// a plural on -en is the past of a strong verb: the dictionary makes "gingen" of
// "ging" that way.
func (lex *lexicon) isNoun(word string) bool {
	past, yes := lex.pasts[word], false
	for f := range lex.bases[word] {
		plural := f[0] == 'Z'
		if f[0] == 'Y' || plural && !(past && (f == "Zb" || f == "Ze")) || past && f[0] == 'C' {
			yes = true
		}
	}
	return yes
}

// isPart tells whether word is used in compounds and is no verb: mostly a noun.
func (lex *lexicon) isPart(word string) bool {
	part := false
	for f := range lex.bases[word] {
		if f[0] == 'V' {
			return false
		}
		part = part || f == "Ca" || f == "Cb" || f == "Cc"
	}
	return part
}

// near tells whether one of the words is the other with an e or with its last
// letter twice.
func near(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return b == a+"e" || b == a+a[len(a)-1:]
}

// compoundOf gives the base of a compound whose head is irregular:
// "kleinkinderen" → "kleinkind".
func (lex *lexicon) compoundOf(word string) (base string, ok bool) {
	for i := 2; i <= len(word)-4; i++ {
		if head, ok := irregular[word[i:]]; ok && head != word[i:] && i > 2 && lex.words[word[:i]+head] {
			return word[:i] + head, true
		}
	}
	return "", false
}

// pasts gives the past singulars of the strong verbs, with their prefixes.
func pasts() map[string]bool {
	all := map[string]bool{}
	for _, row := range strongVerbs {
		all[row[1]] = true
		for _, prefixes := range [][]string{suffix.Separable, inseparable} {
			for _, p := range prefixes {
				all[p+row[1]] = true
			}
		}
	}
	return all
}

// singulars gives what the word can be the plural of.
func singulars(word string) []string {
	if heid, ok := strings.CutSuffix(word, "heden"); ok {
		return []string{heid + "heid"}
	}
	if base, ok := strings.CutSuffix(word, "s"); ok {
		return []string{base}
	}
	return rootsOf(word)
}

package main

import (
	"slices"
	"strings"

	"praktijkzoeker/index/dutch/inflect/internal/suffix"
)

// inseparable prefixes take none.
var inseparable = []string{"be", "ge", "her", "er", "ont", "ver", "mis", "over", "onder", "door", "om", "voor", "weer", "aan", "vol", "ach"}

// A verb is its root, which stands for all its forms, and those forms.
type verb struct {
	root, infinitive string
	forms            []verbReading
}

type verbReading struct {
	form string
	kind int
}

// isVowel tells whether c is a vowel; y counts as none.
func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// rootsOf gives the spellings that the root of a word on -en can have: the
// v and z devoiced, the double consonant single, the open vowel double.
func rootsOf(inf string) (roots []string) {
	s, ok := strings.CutSuffix(inf, "en")
	if !ok || len(s) < 2 {
		return nil
	}
	if strings.HasSuffix(s, "i") || strings.HasSuffix(s, "e") { // skiën, ideeën
		return []string{s, s + "e"}
	}
	last := s[len(s)-1]
	voiceless := strings.NewReplacer("v", "f", "z", "s").Replace(s[len(s)-1:])
	stem := s[:len(s)-1]
	switch {
	case isVowel(last) || last == 'w' || last == 'j':
		return []string{s}
	case len(stem) > 0 && stem[len(stem)-1] == last:
		return []string{stem, s}
	case len(stem) > 0 && isVowel(stem[len(stem)-1]) && (len(stem) < 2 || !isVowel(stem[len(stem)-2])) && stem[len(stem)-1] != 'i':
		long := stem + stem[len(stem)-1:] + voiceless
		// Only an unstressed vowel stays short: rekenen, grinniken.
		if v := stem[len(stem)-1]; v == 'e' && strings.ContainsAny(stem[:len(stem)-1], "aeiouy") {
			return []string{long, stem + voiceless}
		}
		return []string{long}
	}
	if len(stem) > 1 && stem[len(stem)-1] == 'e' && isVowel(stem[len(stem)-2]) { // definiëren, instrueren
		return []string{stem + voiceless, stem + "e" + voiceless}
	}
	return []string{stem + voiceless}
}

// verbs finds the verbs of the lexicon: the infinitives of the dictionary, and
// words on -en of which at least two other forms are attested.
func (lex *lexicon) verbs() (found []verb) {
	strong := map[string][]string{}
	for _, row := range strongVerbs {
		strong[row[0]] = row
	}
	for inf := range lex.words {
		if v, ok := lex.verb(inf, strong); ok {
			found = append(found, v)
		}
	}
	slices.SortFunc(found, func(a, b verb) int { return strings.Compare(a.root, b.root) })
	return found
}

// verb gives the attested forms of an infinitive.
func (lex *lexicon) verb(inf string, strong map[string][]string) (v verb, ok bool) {
	prefix, row := split(inf, strong)
	for short, root := range shortVerbs {
		if strings.HasSuffix(inf, short) && row != nil {
			v.root = prefix + root
		}
	}
	if v.root == "" {
		for _, r := range rootsOf(inf) {
			if lex.words[r+"t"] && lex.words[r] || strings.HasSuffix(r, "t") && lex.words[r] && (lex.words[r+"te"] || lex.bases[inf]["Vi"] || row != nil) {
				v.root = r
				break
			}
		}
	}
	if v.root == "" {
		return v, false
	}
	v.infinitive = inf
	evidence := 0
	add := func(kind int, forms ...string) {
		for _, f := range forms {
			if lex.words[f] {
				v.forms = append(v.forms, verbReading{f, kind})
				evidence++
			}
		}
	}
	r := v.root
	add(infinitive, inf)
	add(adjective, r)
	t, past := endings(inf, r)
	if strings.HasSuffix(r, "a") { // gaat
		add(verbForm, r+"at")
	}
	add(verbForm, r+"t", r+past, r+past+"n")
	add(participle, inf+"d", inf+"de", inf+"den")
	for _, p := range participles(r, t) {
		add(participle, p, p+"e", p+"en")
	}
	if row != nil {
		past = prefix + row[1]
		add(strongForm, past, past+"t", prefix+row[2], past+"e", past+"en")
		for _, p := range []string{prefix + "ge" + row[3], prefix + row[3]} {
			if p != inf {
				add(participle, p, p+"e")
			}
		}
	}
	return v, row != nil || lex.known(inf) || evidence >= 7
}

// known tells whether the dictionary has the infinitive, with a prefix or
// without.
func (lex *lexicon) known(inf string) bool {
	if lex.bases[inf]["Vi"] {
		return true
	}
	for _, prefixes := range [][]string{suffix.Separable, inseparable} {
		for _, p := range prefixes {
			if rest, ok := strings.CutPrefix(inf, p); ok && lex.bases[rest]["Vi"] {
				return true
			}
		}
	}
	return false
}

// endings gives the end of the weak participle and of the past tense: t and te
// after the voiceless consonants of the infinitive ('t kofschip), else d and
// de.
func endings(inf, root string) (participle, past string) {
	participle, past = "d", "de"
	if c := strings.TrimSuffix(inf, "en"); c != "" && (strings.ContainsRune("tkfspxc", rune(c[len(c)-1])) || strings.HasSuffix(c, "ch")) {
		participle, past = "t", "te"
	}
	if strings.HasSuffix(root, participle) {
		participle = ""
	}
	return participle, past
}

// participles gives the weak participles that a root can have, with the ending
// e.
func participles(root, e string) (all []string) {
	all = append(all, "ge"+root+e)
	for _, p := range suffix.Separable {
		if rest, ok := strings.CutPrefix(root, p); ok && len(rest) > 1 {
			all = append(all, p+"ge"+rest+e)
		}
	}
	if slices.ContainsFunc(inseparable, func(p string) bool { return strings.HasPrefix(root, p) }) {
		all = append(all, root+e)
	}
	return all
}

// split finds the strong verb that inf ends in.
func split(inf string, strong map[string][]string) (prefix string, row []string) {
	for i := range len(inf) - 2 {
		row := strong[inf[i:]]
		if row == nil {
			continue
		}
		if p := inf[:i]; p == "" || slices.Contains(suffix.Separable, p) || slices.Contains(inseparable, p) {
			return p, row
		}
	}
	return "", nil
}

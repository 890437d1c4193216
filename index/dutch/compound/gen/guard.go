package main

import (
	"slices"
	"strings"

	"praktijkzoeker/index/dutch/compound/internal/lexicon"
)

// guard finds the words of the lexicon that are no compounds, although they
// can be tiled with words.
type guard struct {
	*sources
	lists   *lists
	lexicon *lexicon.Lexicon
	memo    map[string][]int
}

// Costs in half nats.
const (
	maxKnown    = 40 // a word of the lexicon is a compound up to this cost
	maxName     = 28 // a name is one, up to this cost ("Kamerlid") or with a listed head ("Nederlandstalig")
	derivation  = 14 // less, when it is a prefix and a word: "be-stuur"
	maybePrefix = 6  // less, when it begins like a prefix: "ges-lacht"
	maxDepth    = 3  // inflections of inflections
)

var prefixes = []string{"be", "ge", "her", "ont", "ver"}

// atom tells whether a word is never divided.
func (g *guard) atom(form string) bool {
	if g.lists.splits[form] != nil {
		return false
	}
	return len(g.cuts(form, 0)) == 0
}

// cuts returns where a known word is cut. An inflected form is only cut where
// its dictionary word is: "toer-isten" falls with "toerist".
func (g *guard) cuts(form string, depth int) []int {
	if at, ok := g.memo[form]; ok {
		return at
	}
	g.memo[form] = nil
	if g.lists.atoms[form] {
		return nil
	}
	if at := g.lists.splits[form]; at != nil {
		g.memo[form] = at
		return at
	}
	var found lexicon.Cuts
	cost, ok := g.lexicon.Cheapest(form, &found)
	if !ok || cost > maxKnown-g.doubt(form) || g.particleVerb(form, found.At[0]) {
		return nil
	}
	cuts := slices.Clone(found.At[:found.N])
	if _, listed := g.lists.right[form[cuts[len(cuts)-1]:]]; g.names[form] && !g.words[form] && !listed && cost > maxName {
		return nil
	}
	for _, d := range g.forms[form] {
		if d.base == form || depth == maxDepth {
			continue
		}
		of := g.cuts(d.base, depth+1)
		cuts = slices.DeleteFunc(cuts, func(at int) bool { return !slices.Contains(of, at) })
	}
	g.memo[form] = cuts
	return cuts
}

// doubt is what a form that begins with a prefix must be cheaper.
func (g *guard) doubt(form string) int {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(form, p); ok {
			base, _ := strings.CutPrefix(g.base(form), p)
			if g.words[rest] || g.words[base] {
				return derivation
			}
			return maybePrefix
		}
	}
	return 0
}

// particleVerb tells whether a form that is cut at the given place comes from
// a separable verb: "voor-zitter" from voorzitten, "aan-pak" from aanpakken.
func (g *guard) particleVerb(form string, cut int) bool {
	particle, rest := form[:cut], form[cut:]
	if !g.lists.particles[particle] {
		return false
	}
	if g.verbs[form] || g.verbs[rest] && g.infinitive(form) {
		return true
	}
	roots := []string{rest}
	for _, ending := range []string{"er", "ers", "ing", "ingen", "end", "ende", "ster", "baar", "e", "t", "te", "d", "de"} {
		if root, ok := strings.CutSuffix(rest, ending); ok {
			roots = append(roots, root)
		}
	}
	for _, root := range roots {
		root, _ = strings.CutPrefix(root, "ge")
		for _, verb := range infinitives(root) {
			if g.verbs[particle+verb] || g.verbs[verb] && g.words[particle+verb] && g.infinitive(particle+verb) {
				return true
			}
		}
	}
	return false
}

// infinitive tells whether a form may be one: no mere plural of another word.
func (g *guard) infinitive(form string) bool {
	return g.forms[form] == nil || slices.Contains(g.forms[form], derived{form, ""})
}

// infinitives returns the infinitives that a stem could have: pak → pakken,
// leg → leggen, wijs → wijzen, deel → delen, zitt → zitten.
func infinitives(stem string) []string {
	n := len(stem)
	if n < 2 {
		return nil
	}
	last := stem[n-1:]
	list := []string{stem + "en", stem + last + "en", stem + "n"}
	if n > 2 && stem[n-2] == stem[n-3] {
		list = append(list, stem[:n-2]+last+"en")
	}
	if voiced, ok := map[string]string{"s": "z", "f": "v"}[last]; ok {
		list = append(list, stem[:n-1]+voiced+"en")
		if n > 2 && stem[n-2] == stem[n-3] {
			list = append(list, stem[:n-2]+voiced+"en")
		}
	}
	return list
}

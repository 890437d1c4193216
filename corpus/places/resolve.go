package places

import (
	"slices"
	"strings"
)

// Resolve returns the municipalities named in a text where a place is
// expected, such as a heading: one name or several, apart by commas, "en",
// slashes and the like. It also takes a name for granted when it is an
// ordinary word ("Mol"), drops what may stand before a name ("Stad Gent",
// "9230 Wetteren") and corrects a slip of the pen when just one municipality
// is near ("Temste").
//
// What names none, or not for sure, is told in Unknown; nothing of it is lost.
// A name that several municipalities share means the one that is named with
// it ("Nieuwerkerken (Aalst)"), else the one of the stronger kind (see How),
// else none: then the candidates are told.
func Resolve(text string) Resolution {
	r := resolver{t: tables()}
	r.read(text)
	groups := r.groups()
	for i := 0; i < len(groups); {
		j := i + 1
		for j < len(groups) && groups[j].bracket == groups[i].bracket && groups[i].bracket > 0 {
			j++ // one bracket is judged whole
		}
		if groups[i].bracket > 0 {
			r.bracket(groups, i, j)
		} else {
			r.group(groups[i], r.context(groups, i))
		}
		i = j
	}
	if len(r.words) > 0 && len(r.out.Matches)+len(r.out.Unknown) == 0 {
		r.rest(0, len(r.words))
	}
	return r.out
}

// A resolver holds the state of one Resolve.
type resolver struct {
	scan
	t   *gazetteer
	out Resolution
	// compared counts the pieces compared with all names; past maxCompared
	// the text is no heading, and pieces are told without nearest names.
	compared int
}

const maxCompared = 50

// A group is a run of words that belong together, such as "Stad Gent".
type group struct {
	from, to int // words
	bracket  int // 0, or the number of the bracket that it stands in
	spans    []span
}

// A span is a known name.
type span struct {
	from, to int // words
	names    []name
}

// Words around a name. All are folded.
var (
	separators = set("en of et and ofwel alsook")
	titles     = set("stad steden gemeente gemeenten gemeentebestuur stadsbestuur lokaal lokale bestuur besturen ocmw district districten deelgemeente deelgemeenten dorp de het van in te bij uit voor naar rond s")
	areas      = set("regio provincie streek arrondissement vervoerregio zorgregio referentieregio politiezone")
	remarks    = set("andere alle verschillende meerdere heel ook e a ea o oa m i b omstreken omgeving omliggende buurgemeenten enz enzovoort etc centrum stad steden gemeente gemeenten noord zuid oost west nog")
)

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

func (r *resolver) is(set map[string]bool, i int) bool { return set[string(r.key(i, i+1))] }

// groups finds the known names and cuts the text where one place ends and the
// next may begin.
func (r *resolver) groups() []group {
	var gs []group
	g := group{}
	bracket, brackets := 0, 0
	flush := func(i int) {
		g.to = i
		if g.to > g.from {
			gs = append(gs, g)
		}
		g = group{from: i, bracket: bracket}
	}
	for i := 0; i < len(r.words); {
		before := r.text[:r.words[i].start]
		if i > 0 {
			before = r.text[r.words[i-1].end:r.words[i].start]
		}
		cut := r.words[i].gap >= gapDash
		if strings.ContainsAny(before, ")]") {
			cut, bracket = true, 0
		}
		if strings.ContainsAny(before, "([") {
			brackets++
			cut, bracket = true, brackets
		}
		if cut {
			flush(i)
			g.bracket = bracket
		}
		names, n := r.t.longestName(&r.scan, i)
		if n == 0 && r.is(separators, i) && r.words[i].gap != gapJoin {
			flush(i)
			g.from, g.bracket = i+1, bracket
			i++
			continue
		}
		if n > 0 {
			g.spans = append(g.spans, span{i, i + n, names})
		}
		i += max(n, 1)
	}
	flush(len(r.words))
	return gs
}

// context returns the municipalities that stand with group i: those named in
// it and in the bracket behind it, those of a postcode before it.
func (r *resolver) context(gs []group, i int) []int {
	towns := r.towns(gs[i])
	for j := i + 1; j < len(gs) && gs[j].bracket > 0; j++ {
		towns = append(towns, r.towns(gs[j])...)
	}
	return towns
}

func (r *resolver) towns(g group) []int {
	var towns []int
	for _, s := range g.spans {
		if best := strongest(s.names); len(best) == 1 {
			towns = append(towns, best[0].town)
		}
	}
	for i := g.from; i < g.to; i++ {
		switch w := string(r.key(i, i+1)); {
		case isPostcode(w):
			for j, t := range r.t.towns {
				if slices.Contains(t.postcodes, w) {
					towns = append(towns, j)
				}
			}
		case w == "district": // only Antwerp has districts
			towns = append(towns, r.t.byNIS["11002"])
		}
	}
	return towns
}

func isPostcode(w string) bool {
	return len(w) == 4 && strings.Trim(w, "0123456789") == ""
}

// choose returns the names that s may mean: one, or several when it is not
// sure. A municipality of the context wins, but no name is its own context.
func choose(s span, context []int) []name {
	best := strongest(s.names)
	for _, n := range s.names {
		own := len(best) == 1 && best[0].town == n.town
		if !own && slices.Contains(context, n.town) {
			return []name{n}
		}
	}
	return best
}

// bracket resolves groups i to j (excluded) of one bracket: places when they
// are nothing else, or else one remark.
func (r *resolver) bracket(gs []group, i, j int) {
	for _, g := range gs[i:j] {
		if len(r.leftover(g)) > 0 || len(g.spans) == 0 {
			from := gs[i].from
			if from > 0 && r.is(separators, from-1) && (i == 0 || gs[i-1].to < from) && r.words[from].gap == gapSpace {
				from-- // "en" of "(en andere gemeenten)"
			}
			r.remark(from, gs[j-1].to)
			return
		}
	}
	for _, g := range gs[i:j] {
		var context []int
		if i > 0 {
			context = r.towns(gs[i-1])
		}
		r.group(g, append(context, r.towns(g)...))
	}
}

package places

import "slices"

// leftover returns the words of g that are neither in a name nor a usual
// addition to one.
func (r *resolver) leftover(g group) []int {
	var ws []int
	next := 0
	for i := g.from; i < g.to; i++ {
		for next < len(g.spans) && g.spans[next].to <= i {
			next++
		}
		if next < len(g.spans) && g.spans[next].from <= i {
			continue
		}
		w := string(r.key(i, i+1))
		if titles[w] || isPostcode(w) && i+1 < g.to {
			continue
		}
		ws = append(ws, i)
	}
	return ws
}

// group resolves one group outside brackets, or all names in a bracket.
func (r *resolver) group(g group, context []int) {
	left := r.leftover(g)
	if len(left) > 0 && r.is(areas, left[0]) && (len(g.spans) == 0 || left[0] < g.spans[0].from) {
		r.rest(g.from, g.to) // a region is no municipality: "regio Aalst"
		return
	}
	if !r.remarksOnly(left) && r.corrected(r.trimmed(g.from, g.to, false)) {
		return
	}
	if len(left) > 0 {
		g.spans = slices.DeleteFunc(slices.Clone(g.spans), func(s span) bool { return r.doubtful(g, s) })
	}
	from := g.from
	for _, s := range g.spans {
		r.between(from, s.from, true)
		r.name(s, context)
		from = s.to
	}
	r.between(from, g.to, false)
}

// doubtful reports whether s, in a group with other words, may be an ordinary
// word: "As" in "As de wijk".
func (r *resolver) doubtful(g group, s span) bool {
	if !r.t.ambiguous[string(r.key(s.from, s.to))] {
		return false
	}
	if s.from > g.from && (prepositions[string(r.key(s.from-1, s.from))] || r.words[s.from].gap == gapJoin) {
		return false
	}
	return s.to == g.to || r.words[s.to].gap != gapJoin
}

// name records the municipality, or the candidates, of a known name.
func (r *resolver) name(s span, context []int) {
	names := choose(s, context)
	m := r.piece(s.from, s.to)
	if len(names) == 1 {
		r.out.Matches = append(r.out.Matches, r.t.match(m, names[0]))
		return
	}
	r.unsure(m, names)
}

// between records what stands between names: words i to j (excluded), before a
// name or after the last.
func (r *resolver) between(i, j int, before bool) {
	joined := i > 0 && i < len(r.words) && r.words[i].gap == gapJoin || j < len(r.words) && r.words[j].gap == gapJoin
	i, j = r.trimmed(i, j, before)
	if i == j {
		return
	}
	if joined && r.corrected(i, j) { // "Machelen-Digem"
		return
	}
	for k := i; k < j; k++ {
		if !r.is(remarks, k) {
			r.rest(i, j)
			return
		}
	}
	r.remark(i, j)
}

func (r *resolver) remarksOnly(words []int) bool {
	for _, i := range words {
		if !r.is(remarks, i) {
			return false
		}
	}
	return true
}

// trimmed cuts the usual additions from both ends of words i to j (excluded),
// and a postcode before other words or, with before, before a name.
func (r *resolver) trimmed(i, j int, before bool) (int, int) {
	for i < j && (r.is(titles, i) || isPostcode(string(r.key(i, i+1))) && (before || i+1 < j)) {
		i++
	}
	for j > i && r.is(titles, j-1) {
		j--
	}
	return i, j
}

// corrected records words i to j (excluded) if they are near one municipality,
// or near several. It reports whether they were near any.
func (r *resolver) corrected(i, j int) bool {
	if i == j || j-i > 6 {
		return false
	}
	for k := i + 1; k < j; k++ {
		if r.words[k].gap == gapOther {
			return false
		}
	}
	if r.compared++; r.compared > maxCompared {
		return false
	}
	names := r.t.correct(string(r.key(i, j)))
	if len(names) == 0 {
		return false
	}
	m := r.piece(i, j)
	for _, n := range names {
		if n.town != names[0].town {
			r.unsure(m, names)
			return true
		}
	}
	m = r.t.match(m, names[0])
	m.How = Misspelled
	r.out.Matches = append(r.out.Matches, m)
	return true
}

// piece returns words i to j (excluded) as a match without place.
func (r *resolver) piece(i, j int) Match {
	m := Match{Start: r.words[i].start, End: r.words[j-1].end}
	m.Written = r.text[m.Start:m.End]
	return m
}

func (r *resolver) unsure(m Match, names []name) {
	rest := Rest{Written: m.Written, Start: m.Start, End: m.End}
	for _, n := range names {
		if p := r.t.towns[n.town].Place; !slices.Contains(rest.Candidates, p) {
			rest.Candidates = append(rest.Candidates, p)
			rest.Nearest = append(rest.Nearest, p.Name)
		}
	}
	rest.Nearest = rest.Nearest[:min(len(rest.Nearest), 3)]
	r.out.Unknown = append(r.out.Unknown, rest)
}

func (r *resolver) rest(i, j int) {
	m := r.piece(i, j)
	rest := Rest{Written: m.Written, Start: m.Start, End: m.End}
	if r.compared++; r.compared <= maxCompared {
		for _, p := range Nearest(m.Written, 3) {
			rest.Nearest = append(rest.Nearest, p.Name)
		}
	}
	r.out.Unknown = append(r.out.Unknown, rest)
}

func (r *resolver) remark(i, j int) {
	m := r.piece(i, j)
	r.out.Unknown = append(r.out.Unknown, Rest{Written: m.Written, Start: m.Start, End: m.End, Remark: true})
}

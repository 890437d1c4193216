package bleveindex

// linkers are the letters between the parts of a compound, commonest first.
var linkers = []string{"", "s", "en", "e", "n"}

// joinNeighbours lets two words next to each other be met by the compound that
// they make: "taal beleid" by "taalbeleid". Both clauses are then met at once.
func (b *planner) joinNeighbours() {
	for i := 0; i+1 < len(b.words); i++ {
		first, second := b.words[i], b.words[i+1]
		if second.Pos != first.Pos+1 || len(first.Term) < 2 || len(second.Term) < 2 || first.Stop || second.Stop {
			continue
		}
		for _, link := range linkers {
			b.join(i, i+1, first.Term+link+second.Term)
		}
		if first.Stem != first.Term { // "vrijwilligers werk" is also sought as it links
			b.join(i, i+1, first.Stem+second.Term)
		}
	}
}

// join adds the compound to the clauses of words from to until, if any fiche
// has it.
func (b *planner) join(from, until int, form string) {
	w := b.dutch.Word(form)
	if b.known == nil || !b.known.hasForm(form) && !b.known.hasStem(w.Stem) {
		return
	}
	for n := from; n <= until; n++ {
		b.plan.marker.WholeStem(w.Stem, n)
		c := &b.plan.clauses[n]
		c.variants = append(c.variants, variant{terms: []string{w.Stem}, weight: weightJoined})
	}
}

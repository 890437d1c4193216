package bleveindex

import (
	"context"
	"slices"

	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch"
)

// narrow drops the documents that lack a phrase of the plan, or that have what
// it excludes.
func (s *searcher) narrow(ctx context.Context, hits *list, i int, p *plan) error {
	for _, ph := range p.phrases {
		found, err := s.withPhrase(ctx, hits, i, ph)
		if err != nil {
			return err
		}
		hits.keep(func(k int) bool { return found[k] })
	}
	for _, ph := range p.excluded {
		found, err := s.withPhrase(ctx, hits, i, ph)
		if err != nil {
			return err
		}
		hits.keep(func(k int) bool { return !found[k] })
	}
	return nil
}

// verifiedHits is the number of documents of a segment up to which a phrase with
// stop words is looked up in the texts themselves: stop words have no positions.
// Where more may have it, a stop word of a phrase stands for any word.
const verifiedHits = 2000

// withPhrase tells of each document whether it has the forms of a phrase next
// to each other.
func (s *searcher) withPhrase(ctx context.Context, hits *list, i int, ph phrase) ([]bool, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	found := make([]bool, hits.len())
	r, err := s.reader(i)
	if err != nil || hits.len() == 0 {
		return found, err
	}
	words := make([]variant, len(ph.forms))
	for n, form := range ph.forms {
		words[n] = formVariant(s.dutch, form, 1)
		if ph.loose && words[n].only != 0 { // a stop word has but one form
			words[n].only = anyForm
		}
	}
	if len(words) == 1 { // positions would miss words that stand very late
		return found, s.markWith(found, r, hits, &words[0])
	}
	for k := range found {
		found[k] = true
	}
	stops := false
	for n := range words {
		if words[n].only != 0 {
			continue
		}
		stops = true
		has := make([]bool, len(found))
		if err := s.markWith(has, r, hits, &words[n]); err != nil {
			return nil, err
		}
		for k := range found {
			found[k] = found[k] && has[k]
		}
	}
	if err := s.markNeighbours(found, r, hits.docs, words); err != nil || !stops {
		return found, err
	}
	left := 0
	for _, ok := range found {
		if ok {
			left++
		}
	}
	if left > verifiedHits {
		return found, nil
	}
	return found, s.verify(ctx, found, i, hits.docs, ph.forms)
}

// anyForm are the form bits of every form.
const anyForm = 1<<7 - 1

// markWith sets found for the hits that meet v, which has one term.
func (s *searcher) markWith(found []bool, r *segmentReader, hits *list, v *variant) error {
	l := &s.spare[0]
	l.reset()
	if err := r.read(l, inTerms, v.terms[0], v.scale()); err != nil {
		return err
	}
	at := 0
	for k, d := range hits.docs {
		at = seek(l.docs, at, d)
		found[k] = at < l.len() && l.docs[at] == d
	}
	return nil
}

// markNeighbours leaves found set for the documents in which the words stand at
// the distances that they have in the phrase, stop words aside.
func (s *searcher) markNeighbours(found []bool, r *segmentReader, docs []uint32, words []variant) error {
	var cursors []positionCursor
	var places []uint16 // in the phrase, parallel to cursors
	for n := range words {
		if words[n].only == 0 {
			continue
		}
		t, err := r.positions(words[n].terms[0], docs)
		if err != nil {
			return err
		}
		cursors = append(cursors, positionCursor{positionTable: t, forms: words[n].only})
		places = append(places, uint16(n))
	}
	slots := make([][]slot, len(cursors))
	var starts, next []uint16 // where the phrase may begin
	for k, d := range docs {
		if !found[k] {
			continue
		}
		for n := range cursors {
			slots[n] = cursors[n].slotsOf(d)
			if n > 0 && found[k] {
				found[k] = areNeighbours(slots[n-1], slots[n], cursors[n-1].forms, cursors[n].forms, slot(places[n]-places[n-1]))
			}
		}
		if !found[k] || len(cursors) == 2 {
			continue
		}
		for n := range cursors {
			next = appendPositions(next[:0], slots[n], cursors[n].forms)
			for i := range next {
				next[i] -= places[n] // below 0 it is far past every position
			}
			if n > 0 {
				next = slices.DeleteFunc(next, func(p uint16) bool { return !slices.Contains(starts, p) })
			}
			starts, next = next, starts
			if found[k] = len(starts) > 0; !found[k] {
				break
			}
		}
	}
	return nil
}

// verify leaves found set for the documents that have the forms of a phrase
// next to each other in their text.
func (s *searcher) verify(ctx context.Context, found []bool, i int, docs []uint32, forms []string) error {
	var tokens []dutch.Token
	for k, d := range docs {
		if !found[k] {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		f, err := s.view.fiche(s.view.segments[i].base + d)
		if err != nil {
			return err
		}
		found[k] = slices.ContainsFunc(index.Passages(&f), func(p index.Passage) bool {
			tokens = s.dutch.Tokens(tokens[:0], p.Text)
			return hasSequence(tokens, forms)
		})
	}
	return nil
}

// hasSequence reports whether forms stand next to each other in a text.
func hasSequence(tokens []dutch.Token, forms []string) bool {
	n := 0 // forms met so far
	for i := 0; i < len(tokens); i++ {
		t := &tokens[i]
		switch {
		case t.Joined:
		case t.Term == forms[n]:
			if n++; n == len(forms) {
				return true
			}
		case n > 0:
			i, n = backTo(tokens, i, n), 0
		}
	}
	return false
}

// backTo returns the token at which a sequence of n that ends before i began,
// so that the search goes on after it.
func backTo(tokens []dutch.Token, i, n int) int {
	for n > 0 {
		if i--; !tokens[i].Joined {
			n--
		}
	}
	return i
}

// titled returns the documents of segment i whose title is the query, ascending.
func (s *searcher) titled(i int, p *plan) ([]uint32, error) {
	if !p.titled || len(p.clauses) == 0 {
		return nil, nil
	}
	r, err := s.reader(i)
	if err != nil {
		return nil, err
	}
	var docs []uint32
	err = r.lists[inTitles].each(titleTerm(p.title), func(d uint32, _ uint64) { docs = append(docs, d) })
	return docs, err
}

// lift adds to the weight of the documents whose title is the query, which must
// be more than the words of a query can be worth together.
func lift(hits *list, titled []uint32, by float32) {
	for _, d := range titled {
		if k, ok := slices.BinarySearch(hits.docs, d); ok {
			hits.weights[k] += by
		}
	}
}

package bleveindex

import "slices"

// narrow drops the documents that lack a phrase of the plan, or that have what
// it excludes.
func (s *searcher) narrow(hits *list, i int, p *plan) error {
	for _, ph := range p.phrases {
		found, err := s.withPhrase(hits, i, ph)
		if err != nil {
			return err
		}
		hits.keep(func(k int) bool { return found[k] })
	}
	for _, ph := range p.excluded {
		found, err := s.withPhrase(hits, i, ph)
		if err != nil {
			return err
		}
		hits.keep(func(k int) bool { return !found[k] })
	}
	return nil
}

// withPhrase tells of each document whether it has the forms of a phrase next
// to each other.
func (s *searcher) withPhrase(hits *list, i int, ph phrase) ([]bool, error) {
	found := make([]bool, hits.len())
	r, err := s.reader(i)
	if err != nil || hits.len() == 0 {
		return found, err
	}
	if len(ph.forms) == 1 { // positions would miss words that stand very late
		var l list
		if err := r.read(&l, inForms, ph.forms[0], 1, 0); err != nil {
			return nil, err
		}
		at := 0
		for k, d := range hits.docs {
			at = seek(l.docs, at, d)
			found[k] = at < l.len() && l.docs[at] == d
		}
		return found, nil
	}
	positions := make([][][]uint16, len(ph.forms))
	for n, form := range ph.forms {
		if positions[n], err = r.positions(form, hits.docs); err != nil {
			return nil, err
		}
	}
	for k := range hits.docs {
	start:
		for _, first := range positions[0][k] {
			for n := 1; n < len(ph.forms); n++ {
				if !slices.Contains(positions[n][k], first+uint16(n)) {
					continue start
				}
			}
			found[k] = true
			break
		}
	}
	return found, nil
}

// boostTitle lifts the documents whose title is the query above all others: by
// more than the words of a query can be worth together.
func (s *searcher) boostTitle(hits *list, i int, p *plan, idf []float32) error {
	if p.title == "" || hits.len() == 0 || len(p.clauses) == 0 {
		return nil
	}
	var most float32
	for _, v := range idf {
		most += v
	}
	dict, err := s.view.segments[i].scorch.Segment().Dictionary(fieldTitle)
	if err != nil {
		return err
	}
	titled, err := dict.PostingsList([]byte(p.title), nil, nil)
	if err != nil {
		return err
	}
	it := titled.Iterator(false, false, false, nil)
	for {
		posting, err := it.Next()
		if err != nil || posting == nil {
			return err
		}
		if k, ok := slices.BinarySearch(hits.docs, uint32(posting.Number())); ok {
			hits.weights[k] += most
		}
	}
}

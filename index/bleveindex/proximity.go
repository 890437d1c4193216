package bleveindex

// Words of the query that stand next to each other in a fiche, in that order,
// lift it. Positions cost more than impacts, so they are only looked at where
// they can decide: with at most proximityHits hits in a segment, for forms with
// at most proximityPostings documents there.
const (
	proximityHits     = 200
	proximityPostings = 1024
	// proximityGap is how far apart two neighbours of the query may stand: a
	// stop word in between makes no difference.
	proximityGap = 2
	// proximityBonus is the part of the idf of the rarer word that a pair adds.
	proximityBonus = 0.2
)

// boostNear lifts the hits in which neighbours of the query are neighbours too.
func (s *searcher) boostNear(hits *list, i int, p *plan, idf []float32) error {
	if hits.len() == 0 || hits.len() > proximityHits || len(p.near) < 2 {
		return nil
	}
	r, err := s.reader(i)
	if err != nil {
		return err
	}
	var before [][]uint16 // positions of the word before, per hit
	for n, w := range p.near {
		positions, err := r.rarePositions(w.form, hits.docs)
		if err != nil {
			return err
		}
		if n > 0 && before != nil && positions != nil && p.near[n-1].number+1 >= w.number-proximityGap {
			bonus := proximityBonus * min(idf[p.near[n-1].clause], idf[w.clause])
			for k := range hits.docs {
				if near(before[k], positions[k]) {
					hits.weights[k] += bonus
				}
			}
		}
		before = positions
	}
	return nil
}

// near reports whether a position of b follows one of a closely. Both rise.
func near(a, b []uint16) bool {
	j := 0
	for _, x := range a {
		for j < len(b) && b[j] <= x {
			j++
		}
		if j == len(b) {
			return false
		}
		if b[j] <= x+1+proximityGap {
			return true
		}
	}
	return false
}

// rarePositions is positions, but nil for a form that too many documents have.
func (r *segmentReader) rarePositions(form string, within []uint32) ([][]uint16, error) {
	list, err := r.dictionaries[inForms].PostingsList([]byte(form), nil, nil)
	if err != nil || list.Count() > proximityPostings {
		return nil, err
	}
	return r.positions(form, within)
}

package bleveindex

// hasForm implements lexicon for the view of s.
func (s *searcher) hasForm(form string) bool { return s.view.vocabulary.Count(form) > 0 }

// hasStem implements lexicon for the view of s.
func (s *searcher) hasStem(stem string) bool { return isStem(stem) && s.has(inTerms, stem) }

// hasTitle implements lexicon for the view of s.
func (s *searcher) hasTitle(key string) bool { return s.has(inTitles, titleTerm(key)) }

// has reports whether a term is in any segment. A segment that cannot be read
// has nothing here; the search itself will say why.
func (s *searcher) has(src source, term string) bool {
	for i := range s.view.segments {
		r, err := s.reader(i)
		if err != nil {
			return false
		}
		if ok, err := r.has(src, term); err == nil && ok {
			return true
		}
	}
	return false
}

package bleveindex

import "strings"

// hasForm implements lexicon for the view of s. A form of deleted documents
// only still counts until scorch merges them away.
func (s *searcher) hasForm(form string) bool { return s.has(inForms, form) }

// hasStem implements lexicon for the view of s.
func (s *searcher) hasStem(stem string) bool { return s.has(inStems, stem) }

// hasTitle implements lexicon for the view of s.
func (s *searcher) hasTitle(key string) bool { return s.has(inTitles, key) }

// has reports whether a term is in any segment. A segment that cannot be read
// has nothing here; the search itself will say why.
func (s *searcher) has(src source, term string) bool {
	if term == "" || strings.IndexByte(term, continuation) >= 0 {
		return false
	}
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

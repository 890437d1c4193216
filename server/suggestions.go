package server

import (
	"net/http"

	"praktijkzoeker/index"
)

// suggestionsType is that of the extension "Suggestions" of OpenSearch 1.1.
const suggestionsType = "application/x-suggestions+json"

// suggestionKinds tell a browser's user what a completion is.
var suggestionKinds = map[index.Kind]string{
	index.KindFiche: "Praktijk", index.KindPractice: "Lokaal voorbeeld", index.KindTerm: "Woord",
	index.KindCategory: facetLabels[index.Category], index.KindDomain: facetLabels[index.Domain],
	index.KindMunicipality: facetLabels[index.Municipality], index.KindTargetGroup: facetLabels[index.TargetGroup],
}

// suggest asks for the completions that r wants; unchanged tells that the client
// has them, and has been told so.
func (s *site) suggest(w http.ResponseWriter, r *http.Request) (st state, found []index.Suggestion, unchanged bool, err error) {
	if st, err = parseState(r.URL.RawQuery, inSuggest); err != nil {
		return st, nil, false, err
	}
	if s.tags.unchanged(w, r, s.Searcher.Stats(), "") {
		return st, nil, true, nil
	}
	found, err = s.Searcher.Suggest(r.Context(), st.text, st.size)
	return st, found, false, err
}

// serveSuggestions completes what somebody types in a browser's address bar:
// the words, the completions, what each is and where it leads. A text that
// stands for several things is there once; the browser searches it as words.
func (s *site) serveSuggestions(w http.ResponseWriter, r *http.Request) error {
	st, found, unchanged, err := s.suggest(w, r)
	if err != nil || unchanged {
		return err
	}
	texts, notes, urls := []string{}, []string{}, []string{}
	seen := make(map[string]bool, len(found))
	base := s.base(r)
	for _, x := range found {
		if seen[x.Text] {
			continue
		}
		seen[x.Text] = true
		note := suggestionKinds[x.Kind]
		if x.Count > 0 && x.Kind != index.KindTerm { // a search finds other forms of a word, too
			note += ", " + practices(x.Count)
		}
		texts, notes, urls = append(texts, x.Text), append(notes, note), append(urls, base+suggestionURL(x))
	}
	writeJSON(w, suggestionsType, http.StatusOK, []any{st.text, texts, notes, urls})
	return nil
}

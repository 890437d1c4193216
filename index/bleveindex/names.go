package bleveindex

import (
	"strings"
	"sync"

	"praktijkzoeker/corpus/places"
	"praktijkzoeker/index/dutch"
)

// defaultAnalyzer knows the names of the municipalities, so that nobody who
// looks for a brug finds Brugge. Names that are ordinary words too (Mol, Peer)
// stay words: the planner decides by the words around them.
var defaultAnalyzer = sync.OnceValue(func() *dutch.Analyzer {
	var names []string
	for _, p := range places.All() {
		form := dutch.Fold(p.Name)
		if strings.ContainsAny(form, " -'") {
			continue
		}
		if found := places.Find(p.Name); len(found) == 1 && !found[0].Ambiguous {
			names = append(names, form)
		}
	}
	return dutch.NewAnalyzer(names...)
})

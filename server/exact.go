package server

import (
	"slices"
	"strings"
)

// exactText returns typed with those of its words in quotes that are not in
// searched, what was searched instead: words in quotes are never corrected, and
// the others keep their freedom.
func exactText(typed, searched string) string {
	kept := strings.Fields(strings.ToLower(searched))
	var out []string
	quoted := false
	for _, w := range strings.Fields(typed) {
		quotes := strings.Count(w, `"`)
		if !quoted && quotes == 0 && !strings.HasPrefix(w, "-") && !slices.Contains(kept, strings.ToLower(w)) {
			w = `"` + w + `"`
		}
		quoted = quoted != (quotes%2 == 1)
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

package corpus

import (
	"fmt"
	"strings"
)

// A Problem is something an editor can mend, said in Dutch. Its text form is
// "path:line: field: message", which editors' tools make clickable.
type Problem struct {
	Path    string // as given to Parse or found by Load, with forward slashes
	Line    int    // 1-based; 0 when it concerns the whole file
	Field   string // "titel", "categorie" …; may be empty
	Message string // what is wrong and how to mend it
	Warning bool   // the fiche is usable all the same
}

// Error returns the problem as one line. Control characters of the file, which
// could disturb a terminal, are shown escaped.
func (p Problem) Error() string {
	var b strings.Builder
	b.WriteString(p.Path)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
	}
	b.WriteString(": ")
	if p.Field != "" {
		b.WriteString(p.Field + ": ")
	}
	b.WriteString(p.Message)
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return '␦'
		}
		return r
	}, b.String())
}

package corpus

import "strings"

// maxDepth is how deep values of a front matter may nest, and how many parts a
// key may have. The template has two; the decoder takes time with the square of
// the depth: seconds for some thousands.
const maxDepth = 50

// tooDeep returns the index of the line at which the front matter nests deeper
// than maxDepth, or -1. It counts what stands outside texts and comments, and
// sees where these end as the decoder does: what it took for text by mistake
// could nest without end.
func tooDeep(lines []string) int {
	var n nesting
	for i, line := range lines {
		if n.tooDeep(line) {
			return i
		}
	}
	return -1
}

// A nesting is where in a TOML text one is.
type nesting struct {
	depth int    // of lists and tables
	quote string // with which the text ends in which one is; empty: in none
}

// tooDeep goes over the next line. Text within one quote ends with its line.
func (n *nesting) tooDeep(line string) bool {
	if len(n.quote) == 1 {
		n.quote = ""
	}
	dots := 0
	for j := 0; j < len(line); j++ {
		switch c := line[j]; {
		case n.quote != "":
			if c == '\\' && n.quote[0] == '"' {
				j++ // what it escapes
			} else if ends(line[j:], n.quote) {
				j += len(n.quote) - 1
				n.quote = ""
			}
		case c == '"' || c == '\'':
			n.quote = line[j : j+1]
			if three := strings.Repeat(n.quote, 3); strings.HasPrefix(line[j:], three) {
				n.quote = three
				j += 2
			}
		case c == '#':
			return false
		case c == '[' || c == '{':
			n.depth++
		case c == ']' || c == '}':
			n.depth = max(n.depth-1, 0)
		case c == '.':
			dots++
		case c == '=' || c == ',':
			dots = 0
		}
		if n.depth > maxDepth || dots > maxDepth {
			return true
		}
	}
	return false
}

// ends tells whether a text ends at the beginning of rest. Of more than three
// quotes the last three end it.
func ends(rest, quote string) bool {
	after, found := strings.CutPrefix(rest, quote)
	return found && (len(quote) == 1 || !strings.HasPrefix(after, quote[:1]))
}

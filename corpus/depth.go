package corpus

// maxDepth is how deep values of a front matter may nest, and how many parts a
// key may have. The template has two; the decoder takes time with the square of
// the depth: seconds for some thousands.
const maxDepth = 50

// tooDeep returns the index of the line at which the front matter nests deeper
// than maxDepth, or -1. It counts what stands outside quotes.
func tooDeep(lines []string) int {
	depth := 0
	for i, line := range lines {
		dots, quote, escaped := 0, byte(0), false
	scan:
		for j := range len(line) {
			c := line[j]
			switch {
			case escaped:
				escaped = false
			case quote != 0:
				escaped = c == '\\' && quote == '"'
				if c == quote {
					quote = 0
				}
			case c == '"' || c == '\'':
				quote = c
			case c == '#':
				break scan
			case c == '[' || c == '{':
				depth++
			case c == ']' || c == '}':
				depth = max(depth-1, 0)
			case c == '.':
				dots++
			case c == '=' || c == ',':
				dots = 0
			}
			if depth > maxDepth || dots > maxDepth {
				return i
			}
		}
	}
	return -1
}

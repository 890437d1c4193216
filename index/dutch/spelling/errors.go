package spelling

import "strings"

// Kinds of errors, the likelier the smaller. They order words at the same
// distance.
const (
	typical  = 0 // sounds the same, or a letter is single that is double
	swapped  = 1 // neighbours
	slip     = 2 // the key beside
	dropped  = 2 // a letter missing or too many
	replaced = 4 // another letter
	atStart  = 4 // more, for an error in the first letter
)

// perEdit is more than all kinds in the errors of one word together.
const perEdit = 64

// alike are spellings of one sound, or of what one expects to be written the
// same, in both directions; a mistake between two of them is one edit, whatever
// its length. Those of the first list are the errors of Dutch spelling; those
// of the second come from loan words and from speech.
var alike = [2][][2]string{{
	{"d", "t"}, {"d", "dt"}, {"t", "dt"}, {"dd", "tt"}, {"d", "tt"}, {"t", "dd"},
	{"ei", "ij"}, {"au", "ou"}, {"auw", "ouw"}, {"au", "auw"}, {"ou", "ouw"}, {"au", "ouw"}, {"ou", "auw"},
	{"c", "k"}, {"cc", "kk"}, {"ct", "kt"}, {"ck", "k"}, {"g", "ch"}, {"i", "ie"}, {"v", "f"}, {"z", "s"},
	{"th", "t"}, {"x", "ks"}, {"cs", "ks"}, {"y", "i"}, {"y", "ie"}, {"y", "ij"}, {"qu", "kw"}, {"tie", "sie"}, {"tie", "cie"},
}, {
	{"ei", "y"}, {"ei", "ey"}, {"c", "s"}, {"q", "k"}, {"qu", "k"}, {"cc", "ks"}, {"c", "ck"}, {"cqu", "kw"},
	{"ch", "gg"}, {"g", "gh"}, {"ch", "sj"}, {"g", "j"}, {"g", "zj"}, {"ch", "sch"}, {"s", "sch"}, {"sh", "sj"},
	{"isch", "ies"}, {"ph", "f"}, {"v", "w"}, {"b", "p"}, {"cie", "sie"}, {"rh", "r"}, {"ae", "e"}, {"oe", "u"},
	{"oe", "e"}, {"o", "eau"}, {"o", "au"}, {"uw", "w"}, {"nk", "ngk"}, {"eu", "u"}, {"ee", "ea"}, {"ai", "e"},
	{"eur", "er"}, {"ui", "uu"}, {"ua", "uwa"}, {"oi", "wa"}, {"ske", "je"}, {"skes", "jes"}, {"ke", "je"},
	{"kes", "jes"}, {"kie", "je"}, {"kies", "jes"}, {"pie", "je"}, {"pies", "jes"}, {"ie", "je"}, {"ies", "jes"},
}}

// A replacement is one of two spellings that are alike.
type replacement struct {
	written, right string
	kind           int
}

// replacements are those that begin with a byte.
var replacements = func() (table [256][]replacement) {
	for kind, pairs := range alike {
		for _, p := range pairs {
			table[p[0][0]] = append(table[p[0][0]], replacement{p[0], p[1], typical + kind})
			table[p[1][0]] = append(table[p[1][0]], replacement{p[1], p[0], typical + kind})
		}
	}
	return table
}()

// The letter rows of the Belgian keyboard (azerty).
var keyRows = []string{"azertyuiop", "qsdfghjklm", "wxcvbn"}

// beside tells of two letters whether their keys touch: neighbours in a row,
// or in the rows above and below.
var beside = func() (near [26][26]bool) {
	for r, row := range keyRows {
		for i := range row {
			for dr := range 2 {
				for di := -1; di <= 1; di++ {
					if r+dr >= len(keyRows) || dr+di*di == 0 {
						continue
					}
					if other := keyRows[r+dr]; i+di >= 0 && i+di < len(other) {
						a, b := row[i]-'a', other[i+di]-'a'
						near[a][b], near[b][a] = true, true
					}
				}
			}
		}
	}
	return near
}()

func isBeside(a, b byte) bool {
	a, b = a-'a', b-'a'
	return a < 26 && b < 26 && beside[a][b]
}

// maxEdit is the most that one edit costs, and maxShift the letters by which
// two edits make a word longer or shorter ("eau" for "o", twice).
const (
	maxEdit  = perEdit + replaced + atStart
	maxShift = 4
)

// A costTable is the memory of cost, used again by every call.
type costTable [(maxLength + 1) * (maxLength + 1)]uint16

// cost returns perEdit for each edit that turns what is written into what is
// right, plus the kinds of the edits, by the cheapest way. More edits than
// limit, which is at most 2, are not looked for. Neither word may be longer
// than maxLength.
func (t *costTable) cost(written, right string, limit int) int {
	const far = 1 << 12
	n, m := len(written), len(right)
	bound := uint16(limit * maxEdit)
	cells := t[:(n+1)*(m+1)]
	for i := range cells {
		cells[i] = far
	}
	cells[0] = 0
	for i := range n + 1 {
		for j := max(0, i-maxShift); j <= min(m, i+maxShift); j++ {
			at := i*(m+1) + j
			here := cells[at]
			if here > bound {
				continue
			}
			if i < n && j < m && written[i] == right[j] {
				next := &cells[at+m+2]
				*next = min(*next, here)
			}
			if here+perEdit > bound {
				continue
			}
			start := 0
			if at == 0 {
				start = atStart
			}
			reach := func(i2, j2, kind int) {
				next := &cells[at+i2*(m+1)+j2]
				*next = min(*next, here+perEdit+uint16(start+kind))
			}
			if i < n {
				reach(1, 0, forgotten(written, i))
			}
			if j < m {
				reach(0, 1, forgotten(right, j))
			}
			if i == n || j == m {
				continue
			}
			switch {
			case isBeside(written[i], right[j]):
				reach(1, 1, slip)
			case vowel(written[i]) == vowel(right[j]):
				reach(1, 1, replaced-1)
			default:
				reach(1, 1, replaced)
			}
			if i+1 < n && j+1 < m && written[i] == right[j+1] && written[i+1] == right[j] {
				reach(2, 2, swapped)
			}
			for _, r := range replacements[written[i]] {
				if r.right[0] == right[j] && strings.HasPrefix(written[i:], r.written) && strings.HasPrefix(right[j:], r.right) {
					kind := r.kind
					if at == 0 {
						kind -= atStart - 1 // hardly worse at the start: "kadeau"
					}
					reach(len(r.written), len(r.right), kind)
				}
			}
		}
	}
	return int(cells[n*(m+1)+m])
}

// forgotten is the kind of not writing letter i of a word, or of writing one
// too many: double letters, the linking s and the n of -en- are easily
// confused, and so is a mute e or h.
func forgotten(word string, i int) int {
	c := word[i]
	switch {
	case i > 0 && word[i-1] == c || i+1 < len(word) && word[i+1] == c:
		return typical
	case i > 2 && c == 's', i > 0 && c == 'n' && word[i-1] == 'e':
		return typical + 1
	case i > 0 && (c == 'e' || c == 'h' || c == '\''):
		return dropped - 1
	}
	return dropped
}

func vowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }

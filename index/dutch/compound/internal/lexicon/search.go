package lexicon

// Bounds of the search.
const (
	MaxForm  = 80 // bytes; a longer form is not divided
	MinForm  = 6  // bytes; a shorter one neither
	perPart  = 6  // half nats a part: the fewest parts win, near ties go to the commoner parts
	unseenS  = 20 // half nats: a word with a linking s that no word of the lexicon shows
	minS     = 4  // bytes of a word that takes such an s
	infinite = 1 << 20
)

// Cuts are byte offsets inside a form, in order.
type Cuts struct {
	At [MaxForm / 2]int
	N  int
}

// Cheapest finds the cheapest way to tile a form with at least two parts and
// leaves the cuts between them. The cost is in half nats. It is false when
// there is no way. It does not look at Atom or Splits.
func (l *Lexicon) Cheapest(form string, cuts *Cuts) (cost int, ok bool) {
	cuts.N = 0
	n := len(form)
	if n < MinForm || n > MaxForm {
		return 0, false
	}
	var best [MaxForm + 1]int32
	var from [MaxForm + 1]uint8
	for i := 1; i <= n; i++ {
		best[i] = infinite
	}
	for i := 0; i < n-1; i++ {
		if best[i] == infinite {
			continue
		}
		node := l.root
		bare := false // form[i:j] is a word that may take a linking s
		for j := i; j < n; {
			c := form[j]
			if node != 0 && c != 0 {
				node = l.step(node, c)
			} else {
				node = 0
			}
			j++
			var e *Entry
			if node != 0 {
				e = l.entry(node)
			}
			part := uint8(Never)
			switch {
			case j == n:
				if e != nil && i > 0 {
					part = e.Right
				}
			case e != nil:
				part = e.Left
			case bare && c == 's':
				part = unseenS
			}
			if part != Never && (j-i > 2 || i == 0) {
				if c := best[i] + int32(part) + perPart; c < best[j] {
					best[j], from[j] = c, uint8(i)
				}
			}
			bare = e != nil && e.Word && e.Left != Never && j-i >= minS && c != 's'
			if node == 0 && !bare {
				break
			}
		}
	}
	if best[n] == infinite {
		return 0, false
	}
	for j := int(from[n]); j > 0; j = int(from[j]) {
		cuts.At[cuts.N] = j
		cuts.N++
	}
	for a, b := 0, cuts.N-1; a < b; a, b = a+1, b-1 {
		cuts.At[a], cuts.At[b] = cuts.At[b], cuts.At[a]
	}
	return int(best[n]), true
}

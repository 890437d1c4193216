package places

import (
	"cmp"
	"slices"
	"strings"
)

// A spelling is a name prepared for comparing.
type spelling struct {
	compact string // its key without spaces
	core    string // the same without "sint" or "saint"
	saint   bool   // has "sint" or "saint"
	name    name
}

// newSpelling prepares a name.
func newSpelling(n name) spelling {
	core, isSaint := saint(n.key)
	return spelling{compact(n.key), compact(core), isSaint, n}
}

// saint cuts "sint " from a key: that word says nothing of which saint is meant.
func saint(key string) (core string, ok bool) {
	for _, p := range []string{"sint ", "saint "} {
		if core, ok = strings.CutPrefix(key, p); ok {
			return core, true
		}
	}
	return key, false
}

func compact(key string) string { return strings.ReplaceAll(key, " ", "") }

// edits is how many edits a word of n letters may be away from a name: one
// from four letters, two from eight.
func edits(n int) int {
	switch {
	case n >= 8:
		return 2
	case n >= 4:
		return 1
	}
	return 0
}

// correct returns the names nearest to a misspelled key: those within the
// allowed edits, with the first letter right, that tie for the fewest. It
// returns none for an ordinary word and for a region.
func (t *gazetteer) correct(key string) []name {
	if t.kept[key] || t.ambiguous[key] {
		return nil
	}
	core, isSaint := saint(key)
	core = compact(core)
	allowed := edits(len(core))
	if core == "" || len(core) > 40 {
		return nil
	}
	var best []name
	for i := range t.near {
		n := &t.near[i]
		if n.saint != isSaint || n.core[0] != core[0] {
			continue
		}
		d := distance(core, n.core, allowed)
		if d > allowed {
			continue
		}
		if d < allowed {
			allowed, best = d, best[:0]
		}
		best = append(best, n.name)
	}
	return best
}

// distance returns the edits between two folded words, up to most; beyond, a
// larger number. An edit is a letter added, dropped or replaced, or two
// neighbours swapped (optimal string alignment).
func distance(a, b string, most int) int {
	if abs(len(a)-len(b)) > most {
		return most + 1
	}
	var rows [3][64]int
	if len(b) >= len(rows[0]) {
		return most + 1
	}
	before, last, now := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		now[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			d := last[j-1]
			if a[i-1] != b[j-1] {
				d = min(d, last[j], now[j-1]) + 1
				if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
					d = min(d, before[j-2]+1)
				}
			}
			now[j] = d
			least = min(least, d)
		}
		if least > most && i > 1 {
			return most + 1
		}
		before, last, now = last, now, before
	}
	return last[len(b)]
}

func abs(n int) int { return max(n, -n) }

// Nearest returns at most n municipalities whose name may be meant by word,
// best first: those named in it, then those with a similar name. It is for
// messages and promises nothing.
func Nearest(word string, n int) []Place {
	t := tables()
	var out []Place
	add := func(p Place) {
		if len(out) < n && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	for _, m := range Find(word) {
		add(m.Place)
	}
	key := compact(folded(word))
	if len(key) < 3 || len(key) > 40 {
		return out
	}
	type near struct{ d, i int }
	var nears []near
	most := min(1+len(key)/4, 4)
	for i := range t.near {
		c := t.near[i].compact
		d := distance(key, c, most)
		if d > most && len(key) >= 4 && strings.HasPrefix(c, key) {
			d = most // "Kapelle" for Kapelle-op-den-Bos
		}
		if d <= most {
			if c[0] != key[0] {
				d++
			}
			nears = append(nears, near{d, i})
		}
	}
	slices.SortFunc(nears, func(a, b near) int {
		return cmp.Or(cmp.Compare(a.d, b.d), cmp.Compare(t.near[a.i].name.how, t.near[b.i].name.how), cmp.Compare(a.i, b.i))
	})
	for _, x := range nears {
		add(t.towns[t.near[x.i].name.town].Place)
	}
	return out
}

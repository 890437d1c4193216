package suggest

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// brute is the definition of Suggest's order within a shelf, word for word.
type brute struct{ t *layer }

// fit tells how item i of a shelf fits the typed words, whose last is
// unfinished. Misspelled holds which words may be one edit away.
func (b brute) fit(sh *shelf, i int, typed []string, misspelled []bool) (uint8, bool) {
	var own, all []string
	for j := sh.begin[i]; j < sh.begin[i+1]; j++ {
		w := b.t.words[sh.words[j]]
		if all = append(all, w); j < sh.beside[i] {
			own = append(own, w)
		}
	}
	any := slices.Contains(misspelled, true)
	begins := func(w string, j int) bool {
		return strings.HasPrefix(w, typed[j]) || misspelled[j] && nearBeginning(w, typed[j])
	}
	fits := func(words []string, j int) bool {
		return slices.ContainsFunc(words, func(w string) bool { return begins(w, j) })
	}
	last := len(typed) - 1
	runs := func(at int) bool {
		if at+len(typed) > len(own) || any && last > 0 {
			return false
		}
		return slices.Equal(own[at:at+last], typed[:last]) && begins(own[at+last], last)
	}
	if !any && slices.Equal(own, typed) {
		return whole, true
	}
	if runs(0) {
		return head, true
	}
	for at := range own {
		if runs(at) {
			return inner, true
		}
	}
	fit := scattered
	for j := range typed {
		if !fits(all, j) {
			return 0, false
		}
		if !fits(own, j) {
			fit = beside
		}
	}
	return fit, true
}

// nearBeginning reports whether a beginning of w is one edit away from typed,
// with the same first letter.
func nearBeginning(w, typed string) bool {
	first, _ := utf8.DecodeRuneInString(typed)
	if r, _ := utf8.DecodeRuneInString(w); r != first {
		return false
	}
	ws, ts := []rune(w), []rune(typed)
	for end := range len(ws) + 1 {
		if oneEdit(ws[:end], ts) {
			return true
		}
	}
	return false
}

// oneEdit reports whether a and b are equal or one edit apart.
func oneEdit(a, b []rune) bool {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	a, b = a[i:], b[i:]
	switch {
	case len(a) == 0 && len(b) == 0:
		return true
	case len(a) > 0 && slices.Equal(a[1:], b), len(b) > 0 && slices.Equal(a, b[1:]):
		return true
	case len(a) > 0 && len(b) > 0 && slices.Equal(a[1:], b[1:]):
		return true
	}
	return len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] && slices.Equal(a[2:], b[2:])
}

// best gives the keys of the best items of every shelf.
func (b brute) best(text string, limit int) [][]key {
	var p phrase
	p.read(text)
	var typed []string
	for i := range p.pieces {
		typed = append(typed, string(p.word(i)))
	}
	begun := func(j int) bool {
		return slices.ContainsFunc(b.t.words, func(w string) bool { return strings.HasPrefix(w, typed[j]) })
	}
	for r := exact; r <= allWords && len(typed) > 0; r++ {
		may := make([]bool, len(typed))
		for j := range typed {
			long := utf8.RuneCountInString(typed[j]) >= minTypo
			may[j] = long && (r == allWords || r == unknown && !begun(j))
		}
		if r != exact && !slices.Contains(may, true) {
			continue
		}
		var out [][]key
		n := 0
		for k := range b.t.shelves {
			sh := &b.t.shelves[k]
			var keys []key
			for i := range sh.items {
				if fit, ok := b.fit(sh, i, typed, may); ok {
					if r != exact {
						fit += misspelled
					}
					keys = append(keys, newKey(fit, uint32(i)))
				}
			}
			slices.Sort(keys)
			n += len(keys)
			out = append(out, keys[:min(limit, len(keys))])
		}
		if n > 0 {
			return out
		}
	}
	return nil
}

// fast gives the same, the way Suggest finds it.
func fast(t *Table, text string, limit int) [][]key {
	s := new(scratch)
	if !t.collect(s, text, limit) {
		return nil
	}
	return slices.Clone(s.lists[:])
}

// TestAgainstDefinition compares the fast way with the definition on generated
// contents, typed letter by letter, with typos.
func TestAgainstDefinition(t *testing.T) {
	fits := map[uint8]int{}
	for seed := range uint64(4) {
		fiches, words := generated(seed, 300)
		table, err := Build(all(fiches), counted(words), partsOf)
		if err != nil {
			t.Fatal(err)
		}
		for i, text := range keystrokes(seed, fiches, 400) {
			limit := 1 + i%12
			want, got := brute{table.pair[0]}.best(text, limit), fast(table, text, limit)
			if diff := cmp.Diff(want, got, cmp.Transformer("empty", func(ks []key) []key { return append([]key{}, ks...) })); diff != "" {
				t.Fatalf("seed %d, %q, limit %d:\n%s", seed, text, limit, diff)
			}
			for _, keys := range got {
				for _, k := range keys {
					fits[k.fit()]++
				}
			}
		}
	}
	for _, fit := range []uint8{whole, head, inner, scattered, beside, misspelled + head, misspelled + inner, misspelled + scattered, misspelled + beside} {
		if fits[fit] == 0 {
			t.Errorf("the texts never gave fit %d: %v", fit, fits)
		}
	}
}

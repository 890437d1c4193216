package spelling

import (
	"hash/maphash"
	"slices"
	"strings"
)

// maxChanged is the part of all words that may have changed before With makes
// one list of them: one in 16, and some more so that a small vocabulary is not
// made anew for every document.
const (
	maxChanged     = 16
	leastOfChanged = 256
)

// With returns the vocabulary after changes in the number of documents that
// have a form: 1 for each document more, -1 for each one fewer. A form that is
// not known is added; one that no document has any longer is known no more,
// unless Build got it with zero. The answers are those of a vocabulary that is
// built anew.
//
// It takes time for the changes since the last full list, which v and what With
// returns share: less than a millisecond for a document. Once in a while it
// makes a new full list, as Build of sorted words does.
func (v *Vocabulary) With(changes map[string]int) *Vocabulary {
	var fresh []word
	size := v.size
	for form, n := range changes {
		if form == "" || n == 0 {
			continue
		}
		h := maphash.String(seed, form)
		old := uint32(gone)
		if i, ok := v.changed.find(form, h); ok {
			old = v.changed.counts[i]
		} else if i, ok := v.base.find(form, h); ok {
			old = v.base.counts[i]
		}
		now := added(old&^gone, n)
		if now == 0 {
			now = gone
		}
		size += int(old&gone>>30) - int(now&gone>>30)
		fresh = append(fresh, word{form, now})
	}
	if len(fresh) == 0 {
		return v
	}
	slices.SortFunc(fresh, func(a, b word) int { return strings.Compare(a.form, b.form) })
	out := &Vocabulary{base: v.base, changed: newList(v.changed.with(fresh)), size: size}
	if out.changed.len() > v.base.len()/maxChanged+leastOfChanged {
		all := make([]word, 0, size)
		out.each("", func(w word) bool {
			all = append(all, w)
			return true
		})
		out.base, out.changed = newList(all), noWords
	}
	return out
}

// with returns the words of a list and fresh ones, in order, the fresh in place
// of the equal.
func (l *list) with(fresh []word) []word {
	out := make([]word, 0, l.len()+len(fresh))
	for i := range l.len() {
		w := l.nth(i)
		for len(fresh) > 0 && fresh[0].form < w.form {
			out, fresh = append(out, fresh[0]), fresh[1:]
		}
		if len(fresh) > 0 && fresh[0].form == w.form {
			w, fresh = fresh[0], fresh[1:]
		}
		out = append(out, w)
	}
	return append(out, fresh...)
}

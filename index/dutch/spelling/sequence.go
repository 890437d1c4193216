package spelling

import (
	"iter"
	"strings"
)

// All returns the words in alphabetical order (of bytes), each with the number
// of documents that have it, which is 0 for a word that is known all the same.
func (v *Vocabulary) All() iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		v.each("", func(w word) bool { return yield(w.form, int(w.count&count)) })
	}
}

// WithPrefix returns the first words that begin with prefix, in alphabetical
// order, at most limit of them. Words that no document has are among them:
// Count tells.
func (v *Vocabulary) WithPrefix(prefix string, limit int) iter.Seq[string] {
	return func(yield func(string) bool) {
		left := limit
		if left <= 0 {
			return
		}
		v.each(prefix, func(w word) bool {
			left--
			return strings.HasPrefix(w.form, prefix) && yield(w.form) && left > 0
		})
	}
}

// each yields the words that are known, in order, beginning at the first that
// does not come before form.
func (v *Vocabulary) each(form string, yield func(word) bool) {
	old, changed := v.base, v.changed
	i, j := old.from(form), changed.from(form)
	for i < old.len() || j < changed.len() {
		if j == changed.len() || i < old.len() && old.nth(i).form < changed.nth(j).form {
			if !yield(old.nth(i)) {
				return
			}
			i++
			continue
		}
		w := changed.nth(j)
		if i < old.len() && old.nth(i).form == w.form {
			i++
		}
		if w.count&gone == 0 && !yield(w) {
			return
		}
		j++
	}
}

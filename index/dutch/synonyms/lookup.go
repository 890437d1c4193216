package synonyms

import (
	"cmp"
	"slices"
	"strings"

	"praktijkzoeker/index/dutch"
)

// An Alternative is another way to say a stretch of a query.
type Alternative struct {
	From, To int      // the words of the query that it stands for: forms[From:To]
	Forms    []string // folded words, in order, without stop words; never none
	Weight   float64  // 0 < Weight < 1; the typed words weigh 1
}

// Alternatives gives the alternatives for the words of a query, given as folded
// forms in order (Token.Term, without Joined tokens), by position and then by
// weight. Words match by their stems, so plurals do too. The longest key wins:
// "vrije tijd" gives no alternatives for "tijd" alone. Stop words inside a key
// may be there or not. A compound that is no key itself has its parts replaced
// by their synonyms: "buurthuis" gives "wijkhuis".
func (t *Table) Alternatives(forms []string) []Alternative {
	if len(t.rules) == 0 {
		return nil
	}
	var all []Alternative
	for i := 0; i < len(forms); {
		end, rules := t.longest(forms, i)
		for _, r := range rules {
			all = append(all, Alternative{i, end, r.forms, r.weight})
		}
		if len(rules) == 0 {
			all = t.parts(all, forms[i], i)
			end = i + 1
		}
		i = end
	}
	slices.SortStableFunc(all, func(a, b Alternative) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(b.Weight, a.Weight))
	})
	return all
}

// longest finds the longest key that starts at form i, and where it ends.
func (t *Table) longest(forms []string, i int) (end int, found []rule) {
	first := dutch.Default().Word(forms[i])
	if !t.first[first.Stem] || first.Stop {
		return i + 1, nil
	}
	key := first.Stem
	for n, at := 1, i+1; ; n++ {
		if rules := t.rules[key]; rules != nil {
			end, found = at, rules
		}
		for at < len(forms) && dutch.Default().Word(forms[at]).Stop {
			at++
		}
		if n == t.words || at == len(forms) {
			return end, found
		}
		key += " " + dutch.Default().Word(forms[at]).Stem
		at++
	}
}

// parts appends the compounds that the synonyms of a part of form make. Only
// synonyms of one word that hold both ways are close enough.
func (t *Table) parts(all []Alternative, form string, i int) []Alternative {
	for _, p := range dutch.Default().Word(form).Parts {
		for _, r := range t.rules[p.Stem] {
			if len(r.forms) != 1 || r.weight < weightBothWays || strings.ContainsAny(r.forms[0], "-'+&@") {
				continue
			}
			whole := form[:p.Start] + r.forms[0] + form[p.End:]
			all = append(all, Alternative{i, i + 1, []string{whole}, r.weight * weightCompound})
		}
	}
	return all
}

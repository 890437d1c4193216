// Package synonyms holds words and phrases that mean the same, or nearly, and
// finds them for the words of a query.
package synonyms

import (
	"bytes"
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"praktijkzoeker/index/dutch"
)

// Weights of an alternative beside the typed word, which weighs 1. They are
// judgement: a synonym ranks below the word itself and above what is merely
// related.
const (
	weightBothWays = 0.75
	weightOneWay   = 0.5
	weightCompound = 0.8 // times the weight of the synonym of its part
)

// A Table holds synonyms. It is immutable and safe for concurrent use. The zero
// Table is empty.
type Table struct {
	rules map[string][]rule // by the stems of the content words, with spaces
	words int               // of the longest key
	first map[string]bool   // stems with which keys start
}

// A rule gives one alternative for a key: its content words, folded.
type rule struct {
	forms  []string
	weight float64
}

//go:embed synonyms.txt
var shipped []byte

// Shipped returns the list that comes with the program.
func Shipped() *Table { return parseShipped() }

var parseShipped = sync.OnceValue(func() *Table {
	t, problems := Parse("synonyms.txt", bytes.NewReader(shipped))
	if len(problems) > 0 {
		panic(problems[0].String()) // a test holds that there are none
	}
	return t
})

// Len gives the number of alternatives in the table.
func (t *Table) Len() int {
	n := 0
	for _, rules := range t.rules {
		n += len(rules)
	}
	return n
}

// Merge returns a table with the synonyms of both; of the same alternative in
// both the greater weight counts. Neither t nor other changes.
func (t *Table) Merge(other *Table) *Table {
	m := &Table{}
	for _, from := range []*Table{t, other} {
		for _, key := range slices.Sorted(maps.Keys(from.rules)) {
			for _, r := range from.rules[key] {
				m.add(strings.Fields(key), r)
			}
		}
	}
	return m
}

// add takes up a rule for a key of stems, once.
func (t *Table) add(key []string, r rule) {
	if t.rules == nil {
		t.rules, t.first = map[string][]rule{}, map[string]bool{}
	}
	k := strings.Join(key, " ")
	if strings.Join(stems(r.forms), " ") == k {
		return
	}
	rules := t.rules[k]
	for i := range rules {
		if slices.Equal(rules[i].forms, r.forms) {
			rules[i].weight = max(rules[i].weight, r.weight)
			return
		}
	}
	t.rules[k] = append(rules, r)
	t.first[key[0]] = true
	t.words = max(t.words, len(key))
}

// content gives the folded words of a term without its stop words, or all its
// words if it has no others.
func content(term string) (forms []string) {
	var all []string
	for _, tok := range dutch.Default().Tokens(nil, term) {
		if tok.Joined {
			continue
		}
		all = append(all, tok.Term)
		if !dutch.Default().Word(tok.Term).Stop {
			forms = append(forms, tok.Term)
		}
	}
	if len(forms) == 0 {
		return all
	}
	return forms
}

// stems gives the stems of forms.
func stems(forms []string) []string {
	out := make([]string, len(forms))
	for i, f := range forms {
		out[i] = dutch.Default().Word(f).Stem
	}
	return out
}

package stock

import (
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"
)

// textFields are the fields in which words are looked for.
var textFields = []struct {
	name  string
	boost float64
}{{fieldTitle, boostTitle}, {fieldSummary, boostSummary}, {fieldBody, boostBody}}

// wordsQuery returns the query for the words and phrases of a text; everything
// when there are none. A quote that is not closed is left out.
func wordsQuery(text string, anyWord, fuzzy bool) query.Query {
	var each []query.Query
	for text != "" {
		before, rest, _ := strings.Cut(text, `"`)
		for w := range strings.FieldsSeq(before) {
			each = append(each, wordQuery(w, fuzzy))
		}
		phrase, after, closed := strings.Cut(rest, `"`)
		switch {
		case !closed:
			after = rest
		case strings.TrimSpace(phrase) != "":
			each = append(each, phraseQuery(phrase))
		}
		text = after
	}
	switch {
	case len(each) == 0:
		return bleve.NewMatchAllQuery()
	case anyWord:
		return bleve.NewDisjunctionQuery(each...)
	}
	return bleve.NewConjunctionQuery(each...)
}

// wordQuery finds a word in any of the three fields.
func wordQuery(word string, fuzzy bool) query.Query {
	fields := bleve.NewDisjunctionQuery()
	for _, f := range textFields {
		m := bleve.NewMatchQuery(word)
		m.SetField(f.name)
		m.SetBoost(f.boost)
		if fuzzy {
			m.SetFuzziness(1)
			m.SetPrefix(1)
		}
		fields.AddQuery(m)
	}
	return fields
}

// phraseQuery finds words next to each other in any of the three fields.
func phraseQuery(phrase string) query.Query {
	fields := bleve.NewDisjunctionQuery()
	for _, f := range textFields {
		m := bleve.NewMatchPhraseQuery(phrase)
		m.SetField(f.name)
		m.SetBoost(f.boost)
		fields.AddQuery(m)
	}
	return fields
}

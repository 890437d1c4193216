package bleveindex

import (
	"strings"
	"testing"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

func TestTryMany(t *testing.T) {
	x, _ := Open("", Options{})
	defer x.Close()
	w := strings.Fields("appel peer kers banaan druif pruim citroen meloen mango vijg dadel kokos framboos braam aardbei bosbes perzik abrikoos kiwi limoen")
	x.Replace(t.Context(), sequence([]corpus.Fiche{{ID: "a", Title: strings.Join(w, " ")}, {ID: "b", Title: "x"}}))
	res, err := x.Search(t.Context(), index.Query{Text: strings.Join(w, "/"), Limit: 5})
	t.Log(len(res.Hits), err)
	for _, p := range []string{"in Mol", "mol", "Mol", "mol vangen", "een mol in de tuin", "buddy lier", "hoboken", "oost-vlaanderen", "buddy in Oost-Vlaanderen", "antwerpen", "vlaams-brabant", "Sint-Niklaas", "temste", "niel", "de haan", "De Haan", "in Antwerpen en Gent", "halle", "brussel"} {
		pl := newPlan(wordKnowledge{dutch: x.options.Analyzer}, &index.Query{Text: p})
		var cl []string
		for _, c := range pl.clauses {
			s := c.typed
			if c.place {
				s = "@" + s
			}
			cl = append(cl, s)
		}
		pp := pl.places
		if len(pp) > 3 {
			pp = append(pp[:2:2], "...")
		}
		t.Logf("%q loose=%v %v places=%v title=%q", p, pl.loose, cl, pp, pl.title)
	}
}

package bleveindex

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

func TestCountsOfLooseHits(t *testing.T) {
	texts := []string{"appel peer", "appel", "appel kers", "peer kers", "", "", "", "", "", ""}
	var fs []corpus.Fiche
	for i, text := range texts {
		fs = append(fs, corpus.Fiche{ID: fmt.Sprint(i), Title: "Titel", Description: text, Categories: []string{fmt.Sprint("soort ", i)}})
	}
	x := openWith(t, Options{HotFiches: 1}, fs...)
	res := searchFor(t, x, index.Query{Text: "appel peer kers", Limit: 9})
	want, got := []string{}, []string{}
	for _, h := range res.Hits {
		want = append(want, h.Fiche.Categories...)
	}
	for _, c := range res.Facets[index.Category] {
		got = append(got, c.Value)
	}
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-hits +counted):\n%s", diff)
	}
}

func TestReplaceAfterAFailedWrite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	x, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	replaceWith(t, x, versionOf(1, 5)...)
	if err := os.RemoveAll(dir); err != nil {
		t.Skip(err)
	}
	for range 3 {
		if err := x.Replace(t.Context(), sequence(versionOf(2, 5))); err == nil {
			served(t, x, 2, 5)
		} else {
			served(t, x, 1, 5)
		}
	}
}

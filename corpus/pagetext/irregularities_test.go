package pagetext_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/pagetext"
)

// An irregularity is one way in which pages of the databank stray from their
// template, with a page of our own that strays so.
type irregularity struct {
	name  string
	file  string // "" is samen-tafelen.txt
	page  string
	want  corpus.Fiche // without ID and Title: those of samen-tafelen.txt
	towns []string     // the municipalities by their names of today
	told  []string     // parts of notes
}

func irregularities() []irregularity {
	return slices.Concat(pageIrregularities, sectionIrregularities, listIrregularities, placeIrregularities, textIrregularities)
}

// imported reads one page and checks what holds for each: no word is lost, and the
// file that an editor gets holds the same fiche.
func imported(t *testing.T, file, page string) pagetext.Result {
	t.Helper()
	results, err := pagetext.Import(file, []byte(page))
	if err != nil {
		t.Fatalf("Import: %v", err)
	}
	if len(results) != 1 {
		t.Fatalf("Import gives %d fiches, want 1", len(results))
	}
	r := results[0]
	if lost := lostWords(page, r); len(lost) > 0 {
		t.Errorf("lost words: %q", lost)
	}
	for _, n := range r.Notes {
		if n.Path != file || n.Message == "" || n.Line < 0 || n.Line > 1+strings.Count(page, "\n") {
			t.Errorf("bad note: %+v", n)
		}
	}
	again, problems := corpus.Parse(r.Fiche.ID+".md", corpus.Format(r.Fiche))
	if corpus.Broken(problems) {
		t.Errorf("the file of the fiche is broken: %v", problems)
	}
	if diff := cmp.Diff(r.Fiche, again); diff != "" {
		t.Errorf("the file holds another fiche (-imported +parsed):\n%s", diff)
	}
	return r
}

func TestIrregularities(t *testing.T) {
	cases := irregularities()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if c.file == "" {
				c.file = "samen-tafelen.txt"
				c.want.ID, c.want.Title = "samen-tafelen", "Samen tafelen"
			}
			r := imported(t, c.file, c.page)
			if diff := cmp.Diff(c.want.Tidy(), r.Fiche); diff != "" {
				t.Errorf("fiche (-want +got):\n%s", diff)
			}
			if got := r.Fiche.MunicipalityNames(); c.towns != nil && !slices.Equal(got, c.towns) {
				t.Errorf("municipalities %q, want %q", got, c.towns)
			}
			for _, part := range c.told {
				if !slices.ContainsFunc(r.Notes, func(p corpus.Problem) bool { return strings.Contains(p.Error(), part) }) {
					t.Errorf("no note holds %q:\n%v", part, r.Notes)
				}
			}
		})
	}
	// Each of the 48 has at least one case.
	for i := 1; i <= 48; i++ {
		number := string([]byte{byte('0' + i/10), byte('0' + i%10), '_'})
		if !slices.ContainsFunc(cases, func(c irregularity) bool { return strings.HasPrefix(c.name, number) }) {
			t.Errorf("irregularity %d has no case", i)
		}
	}
}

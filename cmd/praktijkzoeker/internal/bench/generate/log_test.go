package generate_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch/compound"
)

func texts(t *testing.T, kind string, n int, of func() string) []string {
	var out []string
	for range n {
		s := of()
		if strings.TrimSpace(s) != s || s == "" {
			t.Fatalf("%s: %q", kind, s)
		}
		out = append(out, s)
	}
	return out
}

func TestLogsAreTheSameEachTime(t *testing.T) {
	g := generator(t)
	for kind, read := range map[string]func() []string{
		"words":  func() []string { return texts(t, "words", 50, g.Log("words", 1000).Words) },
		"typing": func() []string { return texts(t, "typing", 50, g.Log("typing", 1000).Typed) },
		"typos":  func() []string { return texts(t, "typos", 50, g.Log("typos", 1000).Misspelt) },
	} {
		t.Run(kind, func(t *testing.T) {
			first := read()
			if d := cmp.Diff(first, read()); d != "" {
				t.Error(d)
			}
			slices.Sort(first)
			if different := len(slices.Compact(first)); different < 25 {
				t.Errorf("%d different questions of 50", different)
			}
		})
	}
	if cmp.Equal(texts(t, "a", 20, g.Log("a", 1000).Words), texts(t, "b", 20, g.Log("b", 1000).Words)) {
		t.Error("two kinds of log ask the same")
	}
}

func TestWordsComeFromOneFiche(t *testing.T) {
	const n = 300
	var all []string
	for _, f := range sample(t, n) {
		all = append(all, strings.ToLower(f.Title+" "+f.Description))
	}
	lengths, phrases := map[int]int{}, 0
	for _, q := range texts(t, "words", 1000, generator(t).Log("words", n).Words) {
		phrase := strings.HasPrefix(q, `"`)
		words := strings.Fields(strings.Trim(q, `"`))
		if phrase {
			phrases++
			words = []string{strings.Trim(q, `"`)}
		} else {
			lengths[len(words)]++
		}
		if !slices.ContainsFunc(all, func(text string) bool {
			return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
		}) {
			t.Errorf("no fiche has %q", q)
		}
	}
	if phrases < 50 || phrases > 150 {
		t.Errorf("%d phrases in 1000, want about 100", phrases)
	}
	for k := 1; k <= 4; k++ {
		if lengths[k] < 50 {
			t.Errorf("%d questions of %d words", lengths[k], k)
		}
	}
	if len(lengths) != 4 {
		t.Errorf("lengths %v, want 1 to 4 words", lengths)
	}
}

func TestFilteredFindsSomething(t *testing.T) {
	const n = 300
	fiches := sample(t, n)
	log := generator(t).Log("multiselect", n)
	several, words, facets := 0, 0, map[index.Facet]int{}
	for range 200 {
		q := log.Filtered()
		if q.Text != "" {
			words++
		}
		fits := func(f corpus.Fiche) bool {
			has := map[index.Facet][]string{index.Category: f.Categories, index.Domain: f.Domains, index.Municipality: f.MunicipalityNames()}
			for facet, chosen := range q.Filters {
				if !slices.ContainsFunc(chosen, func(v string) bool { return slices.Contains(has[facet], v) }) {
					return false
				}
			}
			return true
		}
		if len(q.Filters) == 0 || !slices.ContainsFunc(fiches, fits) {
			t.Errorf("nothing fits %v", q.Filters)
		}
		for facet, chosen := range q.Filters {
			facets[facet]++
			if len(chosen) > 1 {
				several++
			}
		}
	}
	if several < 50 || words < 60 || words > 140 || len(facets) != 3 {
		t.Errorf("%d facets with several values, %d questions with words, facets %v", several, words, facets)
	}
}

func TestTypedBeginsATitle(t *testing.T) {
	const n = 100
	fiches := sample(t, n)
	for _, typed := range texts(t, "typing", 200, generator(t).Log("typing", n).Typed) {
		if !slices.ContainsFunc(fiches, func(f corpus.Fiche) bool { return strings.HasPrefix(strings.ToLower(f.Title), typed) }) {
			t.Errorf("no title begins with %q", typed)
		}
	}
}

func TestMisspeltIsNoWord(t *testing.T) {
	for _, text := range texts(t, "typos", 200, generator(t).Log("typos", 100).Misspelt) {
		for w := range strings.FieldsSeq(text) {
			if compound.Default().Known(w) || len(w) < 4 {
				t.Errorf("%q is a word", w)
			}
		}
	}
}

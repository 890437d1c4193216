package relevance_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index/relevance"
)

// inPassing are the words of judged queries that distractors may use: the
// words of any text about a municipality, which answer nothing by themselves.
var inPassing = strings.Fields(`
	aan alle andere bij buurt de dienst doen doet een één elk en er gemeente gemeenten heeft het hier hoe hun ik in
	inwoners is je kan komt maken maakt met naar nieuwe op praktijk raken s samen tegen tijd toe uit van voor
	vrijwilligers waar wat we welke wie
`)

// words are the words of a text in lower case.
func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return strings.ContainsRune(" \n\t.,:;!?()\"'’´-–/&+%", r)
	})
}

// text is everything that a search can find of a fiche.
func text(f corpus.Fiche) string {
	parts := slices.Concat([]string{f.Title, f.Summary, f.Description}, f.Categories, f.Domains, f.TargetGroups,
		f.Goals, f.SuccessFactors, f.Challenges)
	for _, p := range f.Practices {
		parts = append(parts, p.AsWritten)
		for _, e := range p.Examples {
			parts = append(parts, e.Name, e.Text)
		}
	}
	return strings.Join(parts, "\n")
}

func TestDistractorsAreTheSameEveryTime(t *testing.T) {
	all := relevance.Distractors(500)
	if diff := cmp.Diff(all, relevance.Distractors(500)); diff != "" {
		t.Errorf("a second call differs (-first +second):\n%s", diff)
	}
	if diff := cmp.Diff(all[:200], relevance.Distractors(200)); diff != "" {
		t.Errorf("200 are not the first of 500 (-first of 500 +200):\n%s", diff)
	}
	for _, n := range []int{0, -1} {
		if got := relevance.Distractors(n); got != nil {
			t.Errorf("Distractors(%d) = %d fiches, want none", n, len(got))
		}
	}
}

func TestDistractorsAreFictionalAndDistinct(t *testing.T) {
	all := relevance.Distractors(3000)
	if len(all) != 3000 || all[0].ID != "distractor-0001" || all[2999].ID != "distractor-3000" {
		t.Fatalf("%d fiches from %s to %s", len(all), all[0].ID, all[len(all)-1].ID)
	}
	seen := make(map[string]string)
	for _, f := range all {
		if !strings.HasPrefix(f.Summary, "Fictieve praktijk ") {
			t.Errorf("%s does not say that it is fictional: %s", f.ID, f.Summary)
		}
		if other, ok := seen[f.Title]; ok {
			t.Errorf("%s and %s are both called %q", f.ID, other, f.Title)
		}
		seen[f.Title] = f.ID
		if strings.ContainsAny(text(f), "{}") {
			t.Errorf("%s has a name that was not filled in: %s", f.ID, text(f))
		}
	}
}

// An editor could have written them: they survive being written to a file.
func TestDistractorsAreFiches(t *testing.T) {
	for _, f := range relevance.Distractors(300) {
		back, _ := corpus.Parse(f.ID+".md", corpus.Format(f))
		if diff := cmp.Diff(f, back); diff != "" {
			t.Errorf("%s comes back otherwise (-made +read):\n%s", f.ID, diff)
		}
	}
}

func TestDistractorsVary(t *testing.T) {
	values := map[string]map[string]int{"category": {}, "domain": {}, "municipality": {}, "target group": {}}
	count := func(facet string, list []string) {
		for _, v := range list {
			values[facet][v]++
		}
	}
	for _, f := range relevance.Distractors(300) {
		count("category", f.Categories)
		count("domain", f.Domains)
		count("municipality", f.MunicipalityNames())
		count("target group", f.TargetGroups)
		for _, p := range f.Practices {
			if len(p.Municipalities) != 1 {
				t.Errorf("%s: %q is no municipality of today", f.ID, p.AsWritten)
			}
		}
	}
	for facet, want := range map[string]int{"category": 10, "domain": 10, "municipality": 25, "target group": 15} {
		if got := len(values[facet]); got < want {
			t.Errorf("%d values of %s, want at least %d", got, facet, want)
		}
	}
}

// They are harder than random text: words of the shipped fiches stand in many.
func TestDistractorsShareWordsInPassing(t *testing.T) {
	with := make(map[string]int)
	all := relevance.Distractors(300)
	for _, f := range all {
		for _, w := range slices.Compact(slices.Sorted(slices.Values(words(text(f))))) {
			with[w]++
		}
	}
	for _, w := range []string{"gemeente", "inwoners", "vrijwilligers", "buurt", "aanbod", "project"} {
		if share := float64(with[w]) / float64(len(all)); share < 0.05 || share > 0.7 {
			t.Errorf("%q stands in %.0f %% of the distractors, want 5 to 70", w, 100*share)
		}
	}
}

// A distractor that answers a judged query would make the judgements wrong.
func TestDistractorsAnswerNoJudgedQuery(t *testing.T) {
	asked := make(map[string]string)
	for _, j := range readJudged(t) {
		for _, w := range words(j.query) {
			asked[w] = j.query
		}
	}
	labels := make(map[string]bool)
	for _, f := range shippedFiches(t) {
		for _, l := range slices.Concat(f.Categories, f.Domains, f.TargetGroups, f.MunicipalityNames()) {
			labels[l] = true
		}
	}
	subjects := []string{
		"taal", "nederlands", "nieuwkom", "buddy", "integrat", "inburger", "discrimin", "racis", "geloof", "levensbesch",
		"vluchteling", "asielzoek", "onthaal", "verwelkom", "diversiteit", "anderstalig", "opvoed", "divers",
	}
	for _, f := range relevance.Distractors(1000) {
		body := text(f)
		for _, w := range words(body) {
			if q, ok := asked[w]; ok && !slices.Contains(inPassing, w) {
				t.Errorf("%s has the word %q of the judged query %q", f.ID, w, q)
			}
			for _, s := range subjects {
				if strings.HasPrefix(w, s) {
					t.Errorf("%s is about %s: %q", f.ID, s, w)
				}
			}
		}
		for _, l := range slices.Concat(f.Categories, f.Domains, f.TargetGroups, f.MunicipalityNames()) {
			if labels[l] {
				t.Errorf("%s has the label %q of a shipped fiche", f.ID, l)
			}
		}
	}
}

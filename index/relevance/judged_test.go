package relevance_test

import (
	"os"
	"strings"
	"testing"

	"praktijkzoeker/corpus"
)

// minPerClass is the number of queries from which a mean of a class says
// something; minQueries is that for the whole file.
const (
	minPerClass = 16
	minQueries  = 240
)

// A judgedLine is a line of judged.tsv.
type judgedLine struct {
	n            int
	class, query string
	grades       map[string]string
}

func readJudged(t *testing.T) []judgedLine {
	t.Helper()
	data, err := os.ReadFile("judged.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var out []judgedLine
	for i, l := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
		if strings.HasPrefix(l, "#") {
			continue
		}
		columns := strings.Split(l, "\t")
		if len(columns) != 3 {
			t.Fatalf("line %d has %d columns, want 3", i+1, len(columns))
		}
		j := judgedLine{n: i + 1, class: columns[0], query: columns[1], grades: make(map[string]string)}
		for _, pair := range strings.Split(columns[2], " ") {
			id, grade, _ := strings.Cut(pair, ":")
			if _, twice := j.grades[id]; twice {
				t.Errorf("line %d judges %s twice", j.n, id)
			}
			j.grades[id] = grade
		}
		out = append(out, j)
	}
	return out
}

// shippedTitles maps the IDs of the shipped fiches to their titles.
func shippedTitles(t *testing.T) map[string]string {
	t.Helper()
	out := make(map[string]string)
	for _, f := range shippedFiches(t) {
		out[f.ID] = f.Title
	}
	return out
}

func shippedFiches(t *testing.T) []corpus.Fiche {
	t.Helper()
	const dir = "../../corpus/fiches"
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []corpus.Fiche
	for _, e := range entries {
		if e.Name() == "README.md" {
			continue
		}
		data, err := os.ReadFile(dir + "/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		f, problems := corpus.Parse(e.Name(), data)
		if corpus.Broken(problems) {
			t.Fatal(problems)
		}
		out = append(out, f)
	}
	return out
}

func TestJudgedQueriesAreSound(t *testing.T) {
	titles := shippedTitles(t)
	seen := make(map[string]bool)
	for _, j := range readJudged(t) {
		if key := j.class + "\t" + j.query; seen[key] {
			t.Errorf("line %d repeats %q", j.n, j.query)
		} else {
			seen[key] = true
		}
		if strings.TrimSpace(j.query) == "" || strings.TrimSpace(j.query) != j.query {
			t.Errorf("line %d: query %q is empty or has blanks around it", j.n, j.query)
		}
		top := false
		for id, grade := range j.grades {
			if titles[id] == "" {
				t.Errorf("line %d judges %q, which is no shipped fiche", j.n, id)
			}
			if grade != "1" && grade != "2" {
				t.Errorf("line %d gives %s grade %q, want 1 or 2", j.n, id, grade)
			}
			top = top || grade == "2"
		}
		if !top {
			t.Errorf("line %d: %q has no fiche of grade 2", j.n, j.query)
		}
	}
}

func TestJudgedQueriesCoverEveryClassAndFiche(t *testing.T) {
	classes := []string{
		"accents", "compound-part", "exact-title", "inflected", "joined-compound", "label", "municipality",
		"phrase", "question", "single-word", "split-compound", "synonym", "typo",
	}
	perClass := make(map[string]int)
	best := make(map[string]int)
	all := readJudged(t)
	for _, j := range all {
		perClass[j.class]++
		for id, grade := range j.grades {
			if grade == "2" {
				best[id]++
			}
		}
	}
	if len(all) < minQueries {
		t.Errorf("%d queries, want at least %d", len(all), minQueries)
	}
	for _, c := range classes {
		if perClass[c] < minPerClass {
			t.Errorf("class %s has %d queries, want at least %d", c, perClass[c], minPerClass)
		}
		delete(perClass, c)
	}
	for c := range perClass {
		t.Errorf("class %q is unknown: a slip of the pen?", c)
	}
	for id := range shippedTitles(t) {
		if best[id] < 5 {
			t.Errorf("%s is meant by %d queries, want at least 5", id, best[id])
		}
	}
}

// A query of the class exact-title is the title of the one fiche of grade 2,
// punctuation and capitals aside.
func TestJudgedTitlesAreTitles(t *testing.T) {
	titles := shippedTitles(t)
	plain := strings.NewReplacer("-", " ", "(", "", ")", "", "'", "")
	fold := func(s string) string { return strings.Join(strings.Fields(strings.ToLower(plain.Replace(s))), " ") }
	for _, j := range readJudged(t) {
		if j.class != "exact-title" {
			continue
		}
		for id, grade := range j.grades {
			if same := fold(titles[id]) == fold(j.query); same != (grade == "2") {
				t.Errorf("line %d: %q gives %s grade %s, its title is %q", j.n, j.query, id, grade, titles[id])
			}
		}
	}
}

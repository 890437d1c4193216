package generate_test

import (
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/cmd/praktijkzoeker/internal/bench/generate"
	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch"
)

var seven = sync.OnceValues(func() (*generate.Generator, error) { return generate.New(7) })

func generator(t testing.TB) *generate.Generator {
	g, err := seven()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// sample returns the first n fiches.
func sample(t testing.TB, n int) []corpus.Fiche {
	var fiches []corpus.Fiche
	for f, err := range generator(t).Fiches(n) {
		if err != nil {
			t.Fatal(err)
		}
		fiches = append(fiches, f)
	}
	return fiches
}

func TestFichesDependOnSeedAndNumberAlone(t *testing.T) {
	fiches := sample(t, 50)
	if d := cmp.Diff(fiches[:20], sample(t, 20)); d != "" {
		t.Errorf("20 fiches are not the first of 50:\n%s", d)
	}
	if d := cmp.Diff(fiches[37], generator(t).Fiche(37)); d != "" {
		t.Errorf("fiche 37 by its number differs:\n%s", d)
	}
	other, err := generate.New(8)
	if err != nil {
		t.Fatal(err)
	}
	if other.Fiche(3).Title == fiches[3].Title && other.Fiche(3).Description == fiches[3].Description {
		t.Error("another seed gives the same fiche")
	}
	ids := map[string]bool{}
	for _, f := range fiches {
		ids[f.ID] = true
	}
	if len(ids) != len(fiches) {
		t.Errorf("%d different IDs for %d fiches", len(ids), len(fiches))
	}
}

func TestIDsStayDifferent(t *testing.T) {
	g, seen := generator(t), map[string]int{}
	for _, i := range []int{0, 1, 999_999, 1_000_000, 1_000_001, 9_999_999} {
		id := g.Fiche(i).ID
		if j, ok := seen[id]; ok {
			t.Errorf("fiches %d and %d are both %s", i, j, id)
		}
		seen[id] = i
	}
}

func TestFichesHaveTheSizeOfFiches(t *testing.T) {
	for _, f := range sample(t, 500) {
		n := 0
		for _, p := range index.Passages(&f) {
			n += len(p.Text)
		}
		if n < 3000 || n > 4200 {
			t.Errorf("%s has %d bytes of text, want 3 to 4 kB", f.ID, n)
		}
	}
}

func TestFichesAreSound(t *testing.T) {
	for _, f := range sample(t, 100) {
		got, problems := corpus.Parse(f.ID+".md", corpus.Format(f))
		for _, p := range problems {
			if !p.Warning {
				t.Fatalf("%v", p)
			}
		}
		if got.Title != f.Title || got.Description != f.Description {
			t.Fatalf("%s does not come back from its file: %q", f.ID, got.Title)
		}
	}
}

func TestWordsAreLikeDutch(t *testing.T) {
	d := dutch.Default()
	words, stops, compounds := 0, 0, 0
	frequency := map[string]int{}
	for _, f := range sample(t, 500) {
		for _, p := range index.Passages(&f) {
			if p.Part == index.PartLabel || p.Part == index.PartPlace {
				continue
			}
			for _, token := range d.Tokens(nil, p.Text) {
				word := d.Word(token.Term)
				words++
				switch {
				case word.Stop:
					stops++
				case len(word.Parts) > 1:
					compounds++
					fallthrough
				default:
					frequency[token.Term]++
				}
			}
		}
	}
	if share := float64(stops) / float64(words); share < 0.38 || share > 0.46 {
		t.Errorf("%.2f of the words are stop words, want about 0.42", share)
	}
	if share := float64(compounds) / float64(words-stops); share < 0.1 || share > 0.6 {
		t.Errorf("%.2f of the content words are compounds", share)
	}
	once, most := 0, 0
	for _, n := range frequency {
		most = max(most, n)
		if n == 1 {
			once++
		}
	}
	if share := float64(once) / float64(len(frequency)); share < 0.2 || share > 0.7 {
		t.Errorf("%.2f of %d different words occur once, want what Zipf's law gives", share, len(frequency))
	}
	if most < 100*words/len(frequency)/10 {
		t.Errorf("the most frequent word occurs %d times among %d: not skewed", most, words)
	}
}

func BenchmarkFiches(b *testing.B) {
	g := generator(b)
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		for range g.Fiches(100) {
			n++
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "fiches/s")
}

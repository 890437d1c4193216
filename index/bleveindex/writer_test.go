package bleveindex

import (
	"fmt"
	"runtime"
	"testing"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

// A rebuild of more fiches than its pens hold at once ends in one segment with all
// of them, and so does what is opened again.
func TestRebuildInSeveralBatches(t *testing.T) {
	n := min((runtime.GOMAXPROCS(0)+1)*bulkFiches, mostFiches) + 500
	fs := make([]corpus.Fiche, n)
	for i := range fs {
		fs[i] = corpus.Fiche{ID: fmt.Sprintf("f-%05d", i), Title: fmt.Sprintf("Buurt %d", i), Summary: []string{"Fietsen.", "Zwemmen."}[i%2]}
	}
	dir := t.TempDir()
	x, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		replaceWith(t, x, fs...)
		if stats := x.Stats(); stats.Fiches != n || stats.Segments != 1 {
			t.Errorf("%d fiches in %d segments, want %d in 1", stats.Fiches, stats.Segments, n)
		}
		for text, want := range map[string]int{"": n, "fietsen": (n + 1) / 2, "zwemmen": n / 2, `"buurt 17"`: 1} {
			if got := searchFor(t, x, index.Query{Text: text}).Total; got != want {
				t.Errorf("%q finds %d, want %d", text, got, want)
			}
		}
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
		if x, err = Open(dir, Options{}); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
}

package bleveindex_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/index/bleveindex"
	"praktijkzoeker/index/indextest"
)

// some returns n fiches with a word that all share.
func some(n int) []corpus.Fiche {
	fs := make([]corpus.Fiche, n)
	for i := range fs {
		fs[i] = corpus.Fiche{ID: fmt.Sprintf("fiche-%05d", i), Title: fmt.Sprintf("Titel nummer %d", i), Description: "Samen leren fietsen."}
	}
	return fs
}

func mustReplace(t *testing.T, x *bleveindex.Index, fs ...corpus.Fiche) {
	t.Helper()
	if err := x.Replace(t.Context(), indextest.Fiches(fs...)); err != nil {
		t.Fatal(err)
	}
}

func total(t *testing.T, x *bleveindex.Index, text string) int {
	t.Helper()
	res, err := x.Search(t.Context(), index.Query{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return res.Total
}

func closeIndex(t *testing.T, x *bleveindex.Index) {
	t.Helper()
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestContentsOutliveTheProcess(t *testing.T) {
	dir := t.TempDir()
	x := open(t, dir)
	mustReplace(t, x, some(20)...)
	mustReplace(t, x, some(15)...)
	closeIndex(t, x)
	x = open(t, dir)
	defer closeIndex(t, x)
	if got := total(t, x, "fietsen"); got != 15 {
		t.Errorf("%d fiches after a restart, want 15", got)
	}
	mustReplace(t, x, some(17)...)
	if got := total(t, x, "fietsen"); got != 17 {
		t.Errorf("%d fiches after the next Replace, want 17", got)
	}
}

func TestManyBatches(t *testing.T) {
	dir := t.TempDir()
	x := open(t, dir)
	fs := some(2500) // three batches
	mustReplace(t, x, fs...)
	for i := range fs[:1500] {
		fs[i].Description = "Samen leren zwemmen."
	}
	mustReplace(t, x, fs...)
	for text, want := range map[string]int{"fietsen": 1000, "zwemmen": 1500, "": 2500} {
		if got := total(t, x, text); got != want {
			t.Errorf("%q finds %d, want %d", text, got, want)
		}
	}
	closeIndex(t, x)
	x = open(t, dir)
	defer closeIndex(t, x)
	if got := total(t, x, "zwemmen"); got != 1500 {
		t.Errorf("zwemmen finds %d after a restart, want 1500", got)
	}
}

// A sequence that fails after a batch has been written must leave neither the
// running index nor the next process with half of it.
func TestFailureAfterAWrittenBatch(t *testing.T) {
	dir := t.TempDir()
	x := open(t, dir)
	mustReplace(t, x, some(10)...)
	gone := errors.New("the folder is gone")
	bad := func(yield func(corpus.Fiche, error) bool) {
		for _, f := range some(2500) {
			f.Description = "Half geschreven."
			if !yield(f, nil) {
				return
			}
		}
		yield(corpus.Fiche{}, gone)
	}
	if err := x.Replace(t.Context(), bad); !errors.Is(err, gone) {
		t.Fatalf("Replace returned %v", err)
	}
	if got := total(t, x, "fietsen"); got != 10 {
		t.Errorf("%d old fiches, want 10", got)
	}
	closeIndex(t, x)
	x = open(t, dir)
	defer closeIndex(t, x)
	if got := total(t, x, "fietsen"); got != 10 {
		t.Errorf("%d old fiches after a restart, want 10", got)
	}
	mustReplace(t, x, some(10)...)
	if got, half := total(t, x, ""), total(t, x, "geschreven"); got != 10 || half != 0 {
		t.Errorf("%d fiches of which %d half written, want 10 and 0", got, half)
	}
}

func TestOneProcessAtATime(t *testing.T) {
	dir := t.TempDir()
	x := open(t, dir)
	if _, err := bleveindex.Open(dir, bleveindex.Options{}); !errors.Is(err, bleveindex.ErrInUse) {
		t.Errorf("a second Open returned %v, want ErrInUse", err)
	}
	closeIndex(t, x)
	closeIndex(t, open(t, dir))
}

func TestOldGenerationsGo(t *testing.T) {
	dir := t.TempDir()
	stray := filepath.Join(dir, "generation-000042")
	if err := os.MkdirAll(stray, 0o755); err != nil {
		t.Fatal(err)
	}
	x := open(t, dir)
	defer closeIndex(t, x)
	mustReplace(t, x, some(3)...)
	if _, err := os.Stat(stray); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a leftover generation is still there: %v", err)
	}
}

// In memory nothing merges segments but Replace itself.
func TestMemoryStaysCompact(t *testing.T) {
	x := open(t, "")
	defer closeIndex(t, x)
	fs := some(40)
	for i := range fs {
		fs[i].Title = "Veranderd"
		mustReplace(t, x, fs...)
		if st := x.Stats(); st.Segments > 9 || st.Fiches != len(fs) {
			t.Fatalf("after %d changes: %+v", i+1, st)
		}
	}
}

// A restart knows which generation it serves, and since when.
func TestStatsTellTheGeneration(t *testing.T) {
	dir := t.TempDir()
	x := open(t, dir)
	begin := time.Now().Truncate(time.Second)
	mustReplace(t, x, some(3)...)
	before := x.Stats()
	if before.Generation != 1 || before.Since.Before(begin) || before.Since.After(time.Now()) {
		t.Errorf("generation %d since %v, want 1 since %v", before.Generation, before.Since, begin)
	}
	mustReplace(t, x, some(3)...)
	if after := x.Stats(); after != before {
		t.Errorf("the same contents change the stats from %+v to %+v", before, after)
	}
	closeIndex(t, x)
	x = open(t, dir)
	defer closeIndex(t, x)
	if after := x.Stats(); after.Generation != 1 || !after.Since.Equal(before.Since) {
		t.Errorf("after a restart generation %d since %v, want 1 since %v", after.Generation, after.Since, before.Since)
	}
	memory := open(t, "")
	defer closeIndex(t, memory)
	mustReplace(t, memory, some(1)...)
	if st := memory.Stats(); st.Generation != 0 || st.Since.Before(begin) {
		t.Errorf("in memory: generation %d since %v", st.Generation, st.Since)
	}
}

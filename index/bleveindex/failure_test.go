package bleveindex

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"praktijkzoeker/index"
)

// served fails the test unless x serves n fiches of version v.
func served(t *testing.T, x *Index, v, n int) {
	t.Helper()
	res := searchFor(t, x, index.Query{Text: "samen werken", Limit: 100})
	counts := res.Facets[index.Category]
	if res.Total != n || len(res.Hits) != n || len(counts) != 1 || counts[0].Value != versionOf(v, 1)[0].Categories[0] {
		t.Errorf("%d fiches, %d hits, %v; want %d of version %d", res.Total, len(res.Hits), counts, n, v)
	}
	if _, err := x.Fiche(t.Context(), "fiche-0"); err != nil {
		t.Error(err)
	}
}

// TestRebuildThatCannotBeWritten has a file where the next generation goes.
func TestRebuildThatCannotBeWritten(t *testing.T) {
	dir := t.TempDir()
	x, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	// A folder that cannot be replaced by CURRENT.
	blocked := filepath.Join(dir, currentFile)
	if err := os.MkdirAll(filepath.Join(blocked, "in the way"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := x.Replace(t.Context(), sequence(versionOf(1, 5))); err == nil {
		t.Fatal("Replace cannot make its generation the current one, and says nothing")
	}
	if _, err := x.Search(t.Context(), index.Query{}); !errors.Is(err, index.ErrNotReady) {
		t.Errorf("Search returned %v, want ErrNotReady", err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, generationPrefix+"*")); len(left) != 0 {
		t.Errorf("the failed rebuild leaves %v", left)
	}
	if err := os.RemoveAll(blocked); err != nil {
		t.Fatal(err)
	}
	replaceWith(t, x, versionOf(2, 5)...)
	served(t, x, 2, 5)
}

// Taking many fiches out reads each of them, and stops between them.
func TestReplaceCancelledWhileTakingOut(t *testing.T) {
	x := openIn(t, "", Options{}, versionOf(1, 60)...)
	const gone = 40
	for n := range int64(gone) {
		if err := x.Replace(newCountdown(t.Context(), n), sequence(versionOf(1, 60-gone))); !errors.Is(err, context.Canceled) {
			t.Fatalf("cancelled at look %d: %v", n+1, err)
		}
	}
	served(t, x, 1, 60)
	replaceWith(t, x, versionOf(1, 60-gone)...)
	served(t, x, 1, 60-gone)
}

// TestReplaceCancelledInTheMiddle stops at each of many fiches.
func TestReplaceCancelledInTheMiddle(t *testing.T) {
	x := openIn(t, t.TempDir(), Options{}, versionOf(1, 30)...)
	for n := range int64(30) {
		ctx := newCountdown(t.Context(), n)
		if err := x.Replace(ctx, sequence(versionOf(1, 29))); err != nil {
			if !errors.Is(err, context.Canceled) {
				t.Fatal(err)
			}
			served(t, x, 1, 30)
			continue
		}
		served(t, x, 1, 29)
		replaceWith(t, x, versionOf(1, 30)...)
	}
}

// TestFailedWrite takes the folder away, so that a write fails as on a disk
// that is full: every call keeps answering from the old contents.
func TestFailedWrite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	x, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	replaceWith(t, x, versionOf(1, 5)...)
	if err := os.RemoveAll(dir); err != nil {
		t.Skip("an open folder cannot be removed on this system:", err)
	}
	served(t, x, 1, 5)
	v := 1
	if err := x.Replace(t.Context(), sequence(versionOf(2, 5))); err == nil {
		v = 2 // scorch had met the loss before: then the folder is made anew
	}
	for range 3 {
		served(t, x, v, 5)
	}
	if got := x.Stats().Fiches; got != 5 {
		t.Errorf("Stats tell %d fiches", got)
	}
	if list := suggestionsFor(t, x, "fich"); len(list) == 0 {
		t.Error("no suggestions")
	}
	if hits, err := x.Related(t.Context(), "fiche-1", 3); err != nil || len(hits) != 3 {
		t.Errorf("%d related fiches, %v", len(hits), err)
	}
	if err := x.Close(); err != nil {
		t.Log("Close:", err) // may say that the folder is gone
	}
	if _, err := x.Search(t.Context(), index.Query{}); !errors.Is(err, ErrClosed) {
		t.Errorf("Search after Close: %v", err)
	}
}

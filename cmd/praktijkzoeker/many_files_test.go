package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"praktijkzoeker/index"
)

// TestManyFilesSavedAtOnce saves thousands of files while the server follows the
// folder, and saves all of them once more: few refreshes do, and the last one has
// them all. PRAKTIJKZOEKER_TEST_LIVE=full makes it 10,000.
func TestManyFilesSavedAtOnce(t *testing.T) {
	files := 2500 // more than fit in one batch
	if os.Getenv("PRAKTIJKZOEKER_TEST_LIVE") == "full" {
		files = 10_000
	}
	dir := t.TempDir()
	save := func(i, version int) {
		text := fmt.Sprintf("+++\ntitle = \"Fiche %d\"\n+++\n\nVersie v%d.\n", i, version)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("fiche-%d.md", i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	save(0, 1)
	log := slog.New(slog.DiscardHandler)
	ix, err := openIndexToServe(IndexConfig{Data: t.TempDir()}, log)
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	src := newSource(CorpusConfig{Dir: dir, Poll: time.Second})
	refreshes := make(chan index.Refresh, 1000)
	r := &index.Refresher{Index: ix, Load: src.load, Quiet: quiet, Retry: retry, Doubt: doubt, Done: func(done index.Refresh) { refreshes <- done }}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	done, err := startRefreshing(ctx, r, src.watch(ctx, log), nil, func() {}, log)
	if err != nil {
		t.Fatal(err)
	}
	<-refreshes
	for version := 1; version <= 2; version++ {
		begin := time.Now()
		for i := range files {
			save(i, version)
		}
		saved := time.Since(begin)
		n, took := 0, time.Duration(0)
		for {
			refresh := <-refreshes
			n, took = n+1, took+refresh.Took
			if refresh.Err != nil {
				t.Error(refresh.Err)
			}
			found, err := ix.Search(t.Context(), index.Query{Text: fmt.Sprintf(`"v%d"`, version), Limit: 1})
			if err != nil {
				t.Fatal(err)
			}
			if found.Total == files {
				break
			}
		}
		// A refresh begins 2 s after the last, at the latest, while files change.
		if most := 3 + int((saved+took)/time.Second); n > most {
			t.Errorf("%d files saved in %s: %d refreshes, want at most %d", files, saved, n, most)
		}
		t.Logf("version %d of %d files, saved in %s: %d refreshes, together %s", version, files, saved.Round(time.Millisecond), n, took.Round(time.Millisecond))
	}
	cancel()
	<-done
}

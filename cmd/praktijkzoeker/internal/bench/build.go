package bench

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"praktijkzoeker/cmd/praktijkzoeker/internal/bench/generate"
	"praktijkzoeker/corpus"
	"praktijkzoeker/index/bleveindex"
	"praktijkzoeker/index/bleveindex/stock"
)

// stockBatch is the number of fiches that stock Bleve indexes at once.
const stockBatch = 1000

// A build tells how an index came to be.
type build struct {
	perSecond float64 // fiches; 0: the index was there already
	disk      int64   // bytes
	open      time.Duration
	warm      time.Duration // from opening until everything is in memory
}

// buildOurs makes the index in dir, unless it is there, and opens it again as a
// server does after a clean stop.
func buildOurs(ctx context.Context, dir string, g *generate.Generator, n int, progress func(int)) (*bleveindex.Index, build, error) {
	var b build
	ix, err := bleveindex.Open(dir, bleveindex.Options{Progress: progress})
	if err != nil {
		return nil, b, fmt.Errorf("open index: %w", err)
	}
	if ix.Stats().Fiches != n {
		start := time.Now()
		if err := ix.Replace(ctx, g.Fiches(n)); err != nil {
			return nil, b, errors.Join(fmt.Errorf("index generated fiches: %w", err), ix.Close())
		}
		b.perSecond = perSecond(n, time.Since(start))
	}
	if err := ix.Close(); err != nil {
		return nil, b, fmt.Errorf("close index: %w", err)
	}
	start := time.Now()
	if ix, err = bleveindex.Open(dir, bleveindex.Options{}); err != nil {
		return nil, b, fmt.Errorf("open index again: %w", err)
	}
	b.open = time.Since(start)
	if err := ix.Warm(ctx); err != nil {
		return nil, b, errors.Join(fmt.Errorf("open index again: %w", err), ix.Close())
	}
	b.warm = time.Since(start)
	if got := ix.Stats().Fiches; got != n {
		return nil, b, errors.Join(fmt.Errorf("the index has %d fiches after it was opened again, not %d", got, n), ix.Close())
	}
	b.disk, err = folderBytes(dir)
	return ix, b, err
}

// buildStock makes the index of stock Bleve in dir, unless it is there.
func buildStock(ctx context.Context, dir string, g *generate.Generator, n int, progress func(int)) (*stock.Index, build, error) {
	var b build
	if ix, err := stock.Reopen(dir); err == nil {
		if got, err := ix.Count(); err == nil && got == n {
			b.disk, err = folderBytes(dir)
			return ix, b, err
		}
		if err := ix.Close(); err != nil {
			return nil, b, fmt.Errorf("close stock index: %w", err)
		}
	}
	if err := os.RemoveAll(dir); err != nil {
		return nil, b, fmt.Errorf("make room for a stock index: %w", err)
	}
	ix, err := stock.Open(dir)
	if err != nil {
		return nil, b, err
	}
	start := time.Now()
	batch := make([]corpus.Fiche, 0, stockBatch)
	done := 0
	for f := range ahead(g.Fiches(n), stockBatch) {
		batch = append(batch, f)
		if len(batch) < stockBatch && done+len(batch) < n {
			continue
		}
		err := ctx.Err()
		if err == nil {
			err = ix.Add(batch)
		}
		if err != nil {
			return nil, b, errors.Join(err, ix.Close())
		}
		done += len(batch)
		batch = batch[:0]
		progress(done)
	}
	b.perSecond = perSecond(n, time.Since(start))
	// Closing waits for what is still written in the background.
	if err := ix.Close(); err != nil {
		return nil, b, fmt.Errorf("close stock index: %w", err)
	}
	if ix, err = stock.Reopen(dir); err != nil {
		return nil, b, err
	}
	b.disk, err = folderBytes(dir)
	return ix, b, err
}

func perSecond(n int, d time.Duration) float64 { return rounded(float64(n)/d.Seconds(), 1) }

// folderBytes returns the size of the files in a folder.
func folderBytes(dir string) (int64, error) {
	var sum int64
	err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if errors.Is(err, fs.ErrNotExist) { // merged away meanwhile
			return nil
		}
		if err == nil {
			sum += info.Size()
		}
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("size of index: %w", err)
	}
	return sum, nil
}

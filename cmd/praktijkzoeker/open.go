package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/index/bleveindex"
)

// openIndex opens the index of the settings. progress is told how many fiches
// have been indexed; it may be nil.
func openIndex(c IndexConfig, log *slog.Logger, progress func(fiches int)) (index.Index, error) {
	return openEngine(c, bleveindex.Options{Log: log, Progress: progress})
}

// openIndexToServe opens the index of the settings. A folder that cannot be used
// is no error: the index then is in memory, and the log says why.
func openIndexToServe(c IndexConfig, log *slog.Logger) (index.Index, error) {
	return openEngine(c, bleveindex.Options{Log: log, OrMemory: true})
}

// openEngine is the only place that chooses an engine.
func openEngine(c IndexConfig, options bleveindex.Options) (index.Index, error) {
	ix, err := bleveindex.Open(c.Data, options)
	switch {
	case errors.Is(err, bleveindex.ErrInUse):
		return nil, fmt.Errorf("de index in %s is in gebruik door een andere Praktijkzoeker; stop die, kies een andere map met -data, of zoek in het geheugen met -data=", c.Data)
	case err != nil:
		return nil, fmt.Errorf("index openen: %w", err)
	}
	return ix, nil
}

// where says where the index is kept.
func (c IndexConfig) where() string {
	if c.Data == "" {
		return "in het geheugen"
	}
	return c.Data
}

// openForReading opens the index for one question. An index on disk answers
// with what it holds; one in memory is filled from the fiches first.
func openForReading(ctx context.Context, t *terminal, c Config) (index.Index, error) {
	quietLog := slog.New(slog.DiscardHandler)
	ix, err := openFilled(ctx, t, c, quietLog)
	if err != nil {
		return nil, err
	}
	err = useSynonyms(c.Index, ix, func(problem string) { fmt.Fprintln(t.err, problem) })
	if err != nil {
		return nil, errors.Join(err, ix.Close())
	}
	return ix, nil
}

// openFilled opens the index on disk, or fills one in memory.
func openFilled(ctx context.Context, t *terminal, c Config, log *slog.Logger) (index.Index, error) {
	if c.Index.Data == "" {
		return fillIndex(ctx, t, c, log, func(refresh index.Refresh) {
			if refresh.Problems > 0 {
				fmt.Fprintf(t.err, "%s met een fout; \"praktijkzoeker check\" zegt waar\n", count(refresh.Problems, "plaats", "plaatsen"))
			}
		})
	}
	ix, err := openIndex(c.Index, log, nil)
	if err != nil {
		return nil, err
	}
	if ix.Stats().Snapshot == 0 {
		ix.Close()
		return nil, fmt.Errorf("de index in %s is nog leeg; maak hem eerst met: praktijkzoeker index -data %s", c.Index.Data, c.Index.Data)
	}
	return ix, nil
}

// fillIndex opens the index and brings it up to date, with a progress bar on a
// terminal. done is told how it went.
func fillIndex(ctx context.Context, t *terminal, c Config, log *slog.Logger, done func(index.Refresh)) (index.Index, error) {
	bar := t.progress(0, "fiches in de index zetten")
	ix, err := openIndex(c.Index, log, func(fiches int) { _ = bar.Set(fiches) })
	if err != nil {
		return nil, err
	}
	src := newSource(c.Corpus)
	r := &index.Refresher{Index: ix, Log: log, Done: done}
	r.Load = func(ctx context.Context) (*corpus.Loaded, error) {
		loaded, err := src.load(ctx)
		if err == nil {
			bar.ChangeMax(len(loaded.Fiches))
		}
		return loaded, err
	}
	if err := r.Refresh(ctx); err != nil {
		return nil, errors.Join(err, ix.Close())
	}
	return ix, bar.Finish()
}

package main

import (
	"context"
	"log/slog"
	"math"
	"runtime/debug"

	"praktijkzoeker/index"
)

// limitMemory applies the memory limit of the settings to the process, and
// tells which one holds. Without one the Go runtime has applied GOMEMLIMIT.
func limitMemory(c ProcessConfig, log *slog.Logger) {
	if c.MemoryLimit != "" {
		debug.SetMemoryLimit(mustSize(c.MemoryLimit))
	}
	if limit := debug.SetMemoryLimit(-1); limit < math.MaxInt64 {
		log.Info("geheugen is begrensd", "MiB", limit>>20)
	}
}

// keptPages returns the room for whole responses as server.Config has it.
func (c ProcessConfig) keptPages() int {
	if n := mustSize(c.PagesMemory); n > 0 {
		return int(n)
	}
	return -1
}

// noWord is in no language: the spelling of Dutch is asked for something near.
const noWord = "xqzwvkj"

// warm asks for a word that nobody knows, so that what an engine makes when it
// first mends a word is there before a searcher needs it. Whether it succeeds
// makes no difference to anybody.
func warm(ctx context.Context, ix index.Searcher) {
	_, _ = ix.Search(ctx, index.Query{Text: noWord, Limit: 1, Bare: true})
}

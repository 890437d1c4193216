package main

import (
	"bytes"
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"
	"time"

	"praktijkzoeker/index"
)

// synonymsLook is the time between two looks at the list of synonyms. A list is
// a few kilobytes: reading it costs less than watching would, and works on every
// drive.
const synonymsLook = 500 * time.Millisecond

// follow keeps the synonyms those of the list until the context ends, and looks
// at once after a hangup. What changed is used when two looks in a row see the
// same, so that a file being written is not taken for the whole.
func (l *synonymList) follow(ctx context.Context, hangup <-chan os.Signal) {
	ticker := time.NewTicker(synonymsLook)
	defer ticker.Stop()
	var seen []byte // by the last look, when it was new
	for {
		select {
		case <-ctx.Done():
			return
		case <-hangup:
			l.failed, seen = "", nil // who asks is told again
			l.load()
			continue
		case <-ticker.C:
		}
		text, err := readSynonyms(l.path)
		switch {
		case err != nil:
			l.fail(err)
			seen = nil
		case l.current(text):
			seen = nil
		case seen == nil || !bytes.Equal(text, seen):
			seen = text
		default:
			l.use(text)
			seen = nil
		}
	}
}

// followSynonyms uses the list of the settings, if any, and follows it until
// the context ends; then the channel that it returns is closed.
func followSynonyms(ctx context.Context, c IndexConfig, ix index.Index, log *slog.Logger) (<-chan struct{}, error) {
	done := make(chan struct{})
	list, err := newSynonymList(c, ix, func(problem string) { log.Warn(problem) })
	if list == nil {
		close(done)
		return done, err
	}
	list.changed = func(alternatives int) {
		log.Info("synoniemen bijgewerkt", "bestand", list.path, "alternatieven", alternatives)
	}
	list.load()
	hangup := make(chan os.Signal, 1)
	signal.Notify(hangup, syscall.SIGHUP)
	go func() {
		defer close(done)
		defer signal.Stop(hangup)
		list.follow(ctx, hangup)
	}()
	return done, nil
}

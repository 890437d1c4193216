package main

import (
	"context"
	"io/fs"
	"log/slog"
	"time"

	"praktijkzoeker/corpus"
)

// A source is where the fiches come from: a folder, or the binary itself.
type source struct {
	CorpusConfig
	loader *corpus.Loader
}

func newSource(c CorpusConfig) source {
	if c.Dir == "" {
		return source{c, corpus.NewLoader(corpus.Shipped())}
	}
	return source{c, corpus.NewDirLoader(c.Dir, corpus.DefaultVocabulary())}
}

// load reads all fiches; after the first time only the files that changed.
func (s source) load(ctx context.Context) (*corpus.Loaded, error) {
	return s.loader.Load(ctx)
}

// watch tells when to load again, until the context ends. A folder that is not
// there yet is waited for. The fiches in the binary never change.
func (s source) watch(ctx context.Context, log *slog.Logger) <-chan struct{} {
	if s.Dir == "" {
		return nil
	}
	w := corpus.Watcher{Dir: s.Dir, Log: log, Quiet: quiet, Poll: s.Poll}
	if changed, err := w.Watch(ctx); err == nil {
		return changed
	}
	appeared := make(chan struct{}, 1)
	go func() {
		defer close(appeared)
		for {
			select {
			case <-ctx.Done():
				return
			case <-time.After(s.Poll):
			}
			changed, err := w.Watch(ctx)
			if err != nil {
				continue
			}
			appeared <- struct{}{}
			for range changed {
				select {
				case appeared <- struct{}{}:
				default:
				}
			}
			return
		}
	}()
	return appeared
}

// images returns the files that stand beside the fiches; the binary has none.
func (s source) images() fs.FS {
	if s.Dir == "" {
		return nil
	}
	return reopened(s.Dir)
}

// name says where the fiches come from.
func (s source) name() string {
	if s.Dir == "" {
		return "uit het programma"
	}
	return s.Dir
}

// A reopened is a folder that is opened anew for every file: the one that bears
// the name at that moment. No name and no symbolic link leads out of it.
type reopened string

// Stat describes a file without opening it: to open a named pipe would wait for
// who writes.
func (r reopened) Stat(name string) (fs.FileInfo, error) {
	folder, err := corpus.Dir(string(r))
	if err != nil {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: err}
	}
	defer folder.Close()
	return folder.Stat(name)
}

// Open opens a file of the folder.
func (r reopened) Open(name string) (fs.File, error) {
	folder, err := corpus.Dir(string(r))
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	defer folder.Close() // the file stays open
	return folder.Open(name)
}

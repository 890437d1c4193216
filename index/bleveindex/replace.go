package bleveindex

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"runtime"

	"golang.org/x/sync/errgroup"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index/suggest"
)

// batchFiches is the number of fiches that are written at once.
const batchFiches = 1000

// bulkFiches is what each pen of a rebuild writes at once, and mostFiches bounds
// what all hold: fewer segments are merged faster, at the price of memory, some
// 7 kB a fiche.
const (
	bulkFiches = 2000
	mostFiches = 20_000
)

// maxMemorySegments bounds the segments of an index in memory, which scorch
// does not merge: past it, Replace builds it anew.
const maxMemorySegments = 8

// Replace implements index.Index. It writes only the fiches whose content
// changed. Up to batchFiches changes are one atomic write, also on disk; with
// more, a process that dies in between leaves an index that says that it is
// not whole; it is not ready until the next Replace, which builds it anew.
func (x *Index) Replace(ctx context.Context, fiches iter.Seq2[corpus.Fiche, error]) (err error) {
	select {
	case x.replacing <- struct{}{}:
		defer func() { <-x.replacing }()
	case <-ctx.Done():
		return ctx.Err()
	}
	x.mu.Lock()
	closed, st, old := x.closed, x.store, x.current
	x.mu.Unlock()
	if closed {
		return ErrClosed
	}
	if old == nil || x.unusable || x.dir == "" && len(old.segments) >= maxMemorySegments {
		return x.rebuild(ctx, fiches)
	}
	if x.contents == nil {
		if x.contents, err = st.contents(); err != nil {
			return err
		}
	}
	changed, d, err := x.write(ctx, st, old, x.contents, fiches)
	if err != nil || !changed {
		return err
	}
	v, err := x.viewOf(st, old, d)
	if err != nil {
		x.unusable = true // it has what no view shows
		return err
	}
	x.publish(v)
	return nil
}

// rebuild builds the contents aside, in a store of its own, and then takes it
// in the place of the current one.
func (x *Index) rebuild(ctx context.Context, fiches iter.Seq2[corpus.Fiche, error]) error {
	dir, next := "", x.generation+1
	if x.dir != "" {
		dir = generationDir(x.dir, next)
		if err := os.RemoveAll(dir); err != nil {
			return fmt.Errorf("make room for a new generation: %w", err)
		}
	}
	st, err := openStore(dir, true)
	if err != nil {
		return err
	}
	unusable := x.unusable // of the store that is there; that of a rebuild that fails goes
	fail := func(err error) error {
		x.unusable = unusable
		st.remove.Store(true)
		return st.release(err)
	}
	known := newContents()
	if _, _, err := x.write(ctx, st, nil, known, fiches); err != nil {
		return fail(err)
	}
	// Scorch merges only what it has opened as files.
	reopened, err := st.reopen(true)
	if err != nil {
		return fail(err)
	}
	st = reopened
	if err := st.merge(ctx); err != nil {
		return fail(err)
	}
	if reopened, err = st.reopen(false); err != nil {
		return fail(err)
	}
	st = reopened
	v, err := x.viewOf(st, nil, nil)
	if err == nil {
		err = v.heat(ctx) // the old contents serve meanwhile
	}
	if err != nil {
		return fail(errors.Join(err, v.release()))
	}
	if dir != "" {
		if err := v.save(); err != nil { // opening will take longer
			x.options.Log.Warn("overzicht van de index bewaren is mislukt", "fout", err)
		} else {
			v.saved = true
		}
		if err := publishGeneration(x.dir, next); err != nil {
			return fail(errors.Join(err, v.release()))
		}
		x.generation = next
	}
	x.mu.Lock()
	oldStore := x.store
	x.store, x.unusable = st, false
	x.contents = known
	x.mu.Unlock()
	x.publish(v)
	if oldStore != nil {
		oldStore.remove.Store(true)
		if err := oldStore.release(nil); err != nil {
			x.options.Log.Error("verwijderen van de oude index is mislukt", "fout", err)
		}
	}
	return nil
}

// write brings st from the fiches it knows, which old shows, to the given ones,
// and reports whether that changed anything, and what; nil when it is too much to
// tell, or when there was no old.
func (x *Index) write(ctx context.Context, st *store, old *view, known *contents, fiches iter.Seq2[corpus.Fiche, error]) (changed bool, d *difference, err error) {
	// One more than can work at once: some wait for the disk.
	pens := runtime.GOMAXPROCS(0) + 1
	w := newWriter(st, batchFiches, pens)
	if old == nil {
		w.bulk, w.size = true, min(pens*bulkFiches, mostFiches)
		fiches = sampled(fiches, st.useDictionary)
	}
	defer func() {
		// Also what was written before an error makes the store one that no
		// view shows.
		x.unusable = x.unusable || w.failed.Load() || err != nil && w.batches > 0
	}()
	known.begin()
	d = &difference{}
	group, ctx := errgroup.WithContext(ctx)
	jobs := make(chan job, 64)
	group.Go(func() error {
		defer close(jobs)
		return x.read(ctx, known, fiches, jobs)
	})
	for range pens {
		group.Go(func() error {
			a := newAnalyst(x.options.Analyzer)
			a.recent = make([]recentForm, recentMany)
			p := w.pen(a)
			var added []suggest.Fiche
			for j := range jobs {
				if old != nil && len(added) <= batchFiches {
					added = append(added, a.suggested(&j.fiche))
				}
				if err := a.forget(old, j.replaces); err != nil {
					return err
				}
				d, err := a.document(&j.fiche, j.hash, st.fiches)
				if err != nil {
					return err
				}
				if err := p.update(d); err != nil {
					return err
				}
			}
			if err := p.lift(); err != nil {
				return err
			}
			w.mu.Lock()
			defer w.mu.Unlock()
			d.added = append(d.added, added...)
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return false, nil, err
	}
	a := newAnalyst(x.options.Analyzer)
	d.gone = known.gone()
	for _, id := range d.gone {
		if err := a.forget(old, id); err != nil {
			return false, nil, err
		}
		w.rest.Delete(id)
	}
	w.count(a)
	d.words = w.words
	if changed, err = w.finish(old); err != nil {
		return false, nil, err
	}
	known.commit(d.gone)
	if old == nil || len(d.added)+len(d.gone) > batchFiches {
		d = nil
	}
	return changed, d, nil
}

// forget takes the words of the fiche with an ID that v shows out of the
// counts; none for an empty ID.
func (a *analyst) forget(v *view, id string) error {
	if id == "" {
		return nil
	}
	global, err := v.find(id)
	if err != nil {
		return err
	}
	f, err := v.fiche(global)
	if err != nil {
		return err
	}
	a.read(&f, -1)
	return nil
}

// A job is a fiche to analyse.
type job struct {
	fiche    corpus.Fiche
	hash     string
	replaces string // ID of the fiche that it takes the place of; empty: none
}

// read sends the fiches that are new or changed to jobs.
func (x *Index) read(ctx context.Context, known *contents, fiches iter.Seq2[corpus.Fiche, error], jobs chan<- job) error {
	seen := 0
	for f, err := range fiches {
		if err != nil {
			return err
		}
		if f.ID == "" {
			return errors.New("a fiche without ID")
		}
		h, replaces := contentHash(&f), ""
		novelty := known.meet(f.ID, hash([]byte(h)))
		if novelty == metBefore {
			return fmt.Errorf("two fiches with ID %q", f.ID)
		}
		if seen++; x.options.Progress != nil {
			x.options.Progress(seen)
		}
		switch novelty {
		case sameFiche:
			if err := ctx.Err(); err != nil {
				return context.Cause(ctx)
			}
			continue
		case changedFiche:
			replaces = f.ID
		}
		select {
		case jobs <- job{f, h, replaces}:
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
	return ctx.Err()
}

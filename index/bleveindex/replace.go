package bleveindex

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"

	"github.com/blevesearch/bleve/v2/index/scorch"
	"golang.org/x/sync/errgroup"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index/suggest"
)

// batchFiches is the number of fiches that are written into what is there at once;
// those that are taken out are not counted.
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

// errManyChanges: the changes do not fit in one batch.
var errManyChanges = errors.New("too many changes for one batch")

// A sequenceError is that of the fiches that Replace was given: no fault of the
// index.
type sequenceError struct{ error }

func (e sequenceError) Unwrap() error { return e.error }

// Replace implements index.Index. It writes only the fiches whose content
// changed: up to batchFiches as one atomic batch into what is there, more as an
// index of their own that then takes its place. So a process that dies leaves
// the old contents or the new ones, and never a part of them.
func (x *Index) Replace(ctx context.Context, fiches iter.Seq2[corpus.Fiche, error]) error {
	select {
	case x.replacing <- struct{}{}:
		defer func() { <-x.replacing }()
	case <-ctx.Done():
		return ctx.Err()
	}
	x.mu.Lock()
	closed := x.closed
	x.mu.Unlock()
	if closed {
		return ErrClosed
	}
	if x.dir == "" {
		return x.replaceInMemory(ctx, fiches)
	}
	err := x.replaceInFolder(ctx, fiches)
	if err == nil {
		x.tellHome()
		return nil
	}
	served := x.current != nil && x.store.dir != ""
	_, theirs := errors.AsType[sequenceError](err)
	if !x.options.OrMemory || served || theirs || ctx.Err() != nil {
		return err
	}
	x.tellHomeless(err)
	return x.replaceInMemory(ctx, fiches)
}

// replaceInMemory changes the store in memory, or builds another.
func (x *Index) replaceInMemory(ctx context.Context, fiches iter.Seq2[corpus.Fiche, error]) error {
	if x.current == nil || x.store.dir != "" || !x.store.writable() || len(x.current.segments) >= maxMemorySegments {
		return x.rebuild(ctx, "", fiches)
	}
	v, err := x.update(ctx, x.store, x.current, fiches)
	if errors.Is(err, errManyChanges) {
		return x.rebuild(ctx, "", fiches)
	}
	if err != nil {
		return err
	}
	x.adopt(x.store, v)
	return nil
}

// replaceInFolder changes the store on disk, or builds another.
func (x *Index) replaceInFolder(ctx context.Context, fiches iter.Seq2[corpus.Fiche, error]) error {
	if err := x.openFolder(); err != nil {
		return err
	}
	if err := x.checkRoom(0); err != nil {
		return err
	}
	for range 2 {
		st, v, opened, err := x.usable()
		if err != nil {
			return err
		}
		if v == nil {
			break
		}
		next, err := x.update(ctx, st, v, fiches)
		if err == nil {
			x.adopt(st, next)
			if opened && next != v {
				x.letGo(v)
			}
			return nil
		}
		if !st.writable() {
			err = errors.Join(err, st.stop())
		}
		if opened {
			err = errors.Join(err, v.release(), st.release(nil))
		}
		if errors.Is(err, errManyChanges) {
			break
		}
		if errors.Is(err, errAbandoned) { // nobody can open its files again
			if asideErr := x.giveUp(err); asideErr != nil {
				return errors.Join(err, asideErr)
			}
			continue
		}
		if !isPanic(err) && !errors.Is(err, scorch.ErrAsyncPanic) {
			return err
		}
		x.tellPanic(err) // what it read may be damaged: opening it anew tells
	}
	dir := generationDir(x.dir, x.generation+1)
	if x.store != nil {
		if err := x.checkRoom(rebuildRoom * x.store.bytes()); err != nil {
			return err
		}
	}
	return x.rebuild(ctx, dir, fiches)
}

// usable returns the store on disk and its view. When there is none that can be
// written to, it opens what is on disk, as a start of the program does: then
// opened is set, and the caller owns both. They are nil when there is none.
func (x *Index) usable() (st *store, v *view, opened bool, err error) {
	if x.store != nil && x.store.dir != "" {
		if x.store.writable() {
			return x.store, x.current, false, nil
		}
		err := x.store.stop()
		if errors.Is(err, errAbandoned) { // nobody can open its files again
			return nil, nil, false, x.giveUp(err)
		}
		if err != nil {
			x.options.Log.Warn("index waarin niet meer geschreven kon worden, is niet goed gesloten", "fout", err)
		}
	}
	st, v, err = x.openCurrent()
	return st, v, true, err
}

// update writes the difference between what old shows and the fiches into its
// store, and returns a view of the outcome: old itself when nothing changed.
func (x *Index) update(ctx context.Context, st *store, old *view, fiches iter.Seq2[corpus.Fiche, error]) (v *view, err error) {
	v = old
	err = guarded(func() error {
		if st.known == nil {
			if st.known, err = st.contents(); err != nil {
				return err
			}
		}
		changed, d, err := x.write(ctx, st, old, st.known, fiches)
		if err != nil || !changed {
			return err
		}
		v, err = x.viewOf(st, old, d)
		if err != nil {
			st.unusable.Store(true) // it has what nobody will see
		}
		return err
	})
	if isPanic(err) {
		st.unusable.Store(true)
	}
	return v, err
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
	known.begin()
	d = &difference{}
	group, working := errgroup.WithContext(ctx)
	jobs := make(chan job, 64)
	group.Go(func() error {
		defer close(jobs)
		n, err := x.read(working, known, fiches, jobs)
		w.fiches = n
		return err
	})
	for range pens {
		work(group, func() error {
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
		if err := ctx.Err(); err != nil {
			return false, nil, err
		}
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

// read sends the fiches that are new or changed to jobs, and returns the number
// of all.
func (x *Index) read(ctx context.Context, known *contents, fiches iter.Seq2[corpus.Fiche, error], jobs chan<- job) (int, error) {
	seen := 0
	for f, err := range fiches {
		if err != nil {
			return 0, sequenceError{err}
		}
		if f.ID == "" {
			return 0, sequenceError{errors.New("a fiche without ID")}
		}
		h, replaces := contentHash(&f), ""
		novelty := known.meet(f.ID, hash([]byte(h)))
		if novelty == metBefore {
			return 0, sequenceError{fmt.Errorf("two fiches with ID %q", f.ID)}
		}
		if seen++; x.options.Progress != nil {
			x.options.Progress(seen)
		}
		switch novelty {
		case sameFiche:
			if err := ctx.Err(); err != nil {
				return 0, context.Cause(ctx)
			}
			continue
		case changedFiche:
			replaces = f.ID
		}
		select {
		case jobs <- job{f, h, replaces}:
		case <-ctx.Done():
			return 0, context.Cause(ctx)
		}
	}
	return seen, ctx.Err()
}

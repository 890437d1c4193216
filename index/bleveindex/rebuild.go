package bleveindex

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"

	"praktijkzoeker/corpus"
)

// rebuild builds the contents aside, in a store of its own in dir (empty: in
// memory), and then takes it in the place of the current one.
func (x *Index) rebuild(ctx context.Context, dir string, fiches iter.Seq2[corpus.Fiche, error]) error {
	st, v, err := x.build(ctx, dir, fiches)
	if err != nil {
		if dir != "" {
			err = errors.Join(err, os.RemoveAll(dir))
		}
		return err
	}
	if dir != "" {
		if err := publishGeneration(x.dir, x.generation+1); err != nil {
			st.remove.Store(true)
			return errors.Join(err, v.release(), st.release(nil))
		}
		x.generation++
	}
	x.adopt(st, v)
	return nil
}

// build returns a new store with these contents, closed and opened once, and a
// view of it. After an error both are closed.
func (x *Index) build(ctx context.Context, dir string, fiches iter.Seq2[corpus.Fiche, error]) (st *store, v *view, err error) {
	if dir != "" {
		if err := os.RemoveAll(dir); err != nil {
			return nil, nil, fmt.Errorf("make room for a new generation: %w", err)
		}
	}
	if st, err = openStore(dir, true); err != nil {
		return nil, nil, err
	}
	known := newContents()
	err = guarded(func() error {
		_, _, err := x.write(ctx, st, nil, known, fiches)
		return err
	})
	if err == nil && dir != "" {
		// Scorch merges only what it has opened as files.
		if err = st.release(nil); err == nil {
			err = unseal(dir)
		}
		if err != nil {
			return nil, nil, err
		}
		if st, err = openStore(dir, true); err != nil {
			return nil, nil, err
		}
		err = guarded(func() error { return st.merge(ctx) })
	}
	switch {
	case err != nil:
		return nil, nil, errors.Join(err, st.stop(), st.release(nil))
	case dir == "":
		if v, err = x.viewOf(st, nil, nil); err != nil {
			err = st.release(err)
		}
	default:
		if err = st.release(nil); err == nil { // closed and sealed
			st, v, err = x.openGeneration(dir)
		}
	}
	if err != nil {
		return nil, nil, err
	}
	if err := v.heat(ctx); err != nil { // the old contents serve meanwhile
		return nil, nil, errors.Join(err, v.release(), st.release(nil))
	}
	if dir != "" {
		if err := v.save(); err != nil { // opening will take longer
			x.options.Log.Warn("overzicht van de index bewaren is mislukt", "fout", err)
		} else {
			v.saved = true
		}
	}
	st.known = known
	return st, v, nil
}

// adopt makes v, a view of st, what calls see from now on, and st the store that
// the next Replace writes to. Nothing after it can fail: an error of leaving the
// old store is only logged.
func (x *Index) adopt(st *store, v *view) {
	x.mu.Lock()
	old := x.store
	x.store = st
	x.mu.Unlock()
	if v != x.current {
		x.publish(v)
	}
	if old == nil || old == st {
		return
	}
	if old.dir != st.dir {
		old.remove.Store(true)
	}
	if err := old.release(nil); err != nil {
		x.options.Log.Error("verwijderen van de oude index is mislukt", "fout", err)
	}
}

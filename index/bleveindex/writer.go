package bleveindex

import (
	"crypto/rand"
	"fmt"
	"strconv"
	"sync"
	"time"

	bleveapi "github.com/blevesearch/bleve_index_api"
)

// A writer writes changes to a store, in batches. Up to size changes are one
// batch; of more, each pen writes its own share of size at once.
type writer struct {
	store  *store
	size   int  // fiches
	pens   int  // that share them
	bulk   bool // nobody sees the store before it is whole; else all changes are one batch
	fiches int  // that the store is to hold

	mu      sync.Mutex      // guards what follows
	held    int             // fiches that pens hold
	rest    *bleveapi.Batch // what is written last
	batches int             // written before that
	words   wordCounts      // by how much they change
}

func newWriter(st *store, size, pens int) *writer {
	return &writer{store: st, size: size, pens: pens, rest: bleveapi.NewBatch(), words: wordCounts{}}
}

// A pen is one goroutine's part of a writer, with the analyst of its documents:
// a segment is built of an analyst's documents only while it rests.
type pen struct {
	*writer
	*analyst
	batch *bleveapi.Batch
}

func (w *writer) pen(a *analyst) *pen { return &pen{w, a, bleveapi.NewBatch()} }

// update adds a document.
func (p *pen) update(d *document) error {
	p.mu.Lock()
	if !p.bulk && p.held == p.size {
		p.mu.Unlock()
		return errManyChanges
	}
	full := p.held >= p.size && len(p.batch.IndexOps) >= max(1, p.size/p.pens)
	if full {
		p.held -= len(p.batch.IndexOps)
		p.batches++
	}
	p.held++
	p.mu.Unlock()
	if full {
		if err := p.flush(p.batch, stateBusy); err != nil {
			return err
		}
		p.batch = bleveapi.NewBatch()
	}
	p.batch.Update(d)
	return nil
}

// lift ends the work of a pen: it hands in what has been counted, and what has not
// been written. In a rebuild of several batches each pen writes that itself, at the
// same time as the others.
func (p *pen) lift() error {
	p.count(p.analyst)
	p.mu.Lock()
	if p.bulk && p.batches > 0 && len(p.batch.IndexOps) > 0 {
		p.batches++
		p.mu.Unlock()
		return p.flush(p.batch, stateBusy)
	}
	defer p.mu.Unlock()
	for id, d := range p.batch.IndexOps {
		p.rest.IndexOps[id] = d
	}
	return nil
}

// count takes over what an analyst has counted.
func (w *writer) count(a *analyst) {
	changed := a.counts()
	w.mu.Lock()
	defer w.mu.Unlock()
	for form, n := range changed {
		w.words.add(form, n)
	}
}

// flush writes a batch together with the state it leaves the store in, and a
// stamp that no other contents ever have. A batch is atomic, so that contents,
// state and stamp always agree.
func (w *writer) flush(batch *bleveapi.Batch, state string) error {
	batch.SetInternal(keyState, []byte(state))
	batch.SetInternal(keyFormat, []byte(formatID()))
	batch.SetInternal(keyStamp, []byte(rand.Text()))
	batch.SetInternal(keySince, strconv.AppendInt(nil, time.Now().Unix(), 10))
	if err := w.store.batch(batch); err != nil {
		w.store.unusable.Store(true)
		return fmt.Errorf("write index: %w", err)
	}
	return nil
}

// finish writes the last batch, if there is anything to write, and reports
// whether the contents or the state of the store changed. Old showed the contents
// before; nil: there were none.
func (w *writer) finish(old *view) (changed bool, err error) {
	state, err := w.store.internal(keyState)
	if err != nil || len(w.rest.IndexOps) == 0 && w.batches == 0 && state == stateWhole {
		return false, err
	}
	all, changes := w.words, wordCounts{}
	if old != nil {
		all, changes = old.wordsWith(w.words)
	}
	if all != nil {
		w.rest.SetInternal(keyWords, all.encode())
	}
	w.rest.SetInternal(keyChangedWords, changes.encode())
	w.rest.SetInternal(keyFiches, strconv.AppendInt(nil, int64(w.fiches), 10))
	return true, w.flush(w.rest, stateWhole)
}

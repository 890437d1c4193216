package bleveindex

import (
	"fmt"
	"sync"
	"sync/atomic"

	bleveapi "github.com/blevesearch/bleve_index_api"
)

// A writer collects changes into batches, from any number of goroutines.
type writer struct {
	store  *store
	failed atomic.Bool // a write failed: the store must not be written to any more

	mu      sync.Mutex // guards what follows
	batch   *bleveapi.Batch
	batches int
	words   wordCounts // by how much they change
}

func newWriter(st *store) *writer {
	return &writer{store: st, batch: bleveapi.NewBatch(), words: wordCounts{}}
}

// update adds a document. Whoever fills a batch writes it, while the others go
// on with the next.
func (w *writer) update(d *document) error {
	w.mu.Lock()
	w.batch.Update(d)
	if len(w.batch.IndexOps) < batchFiches {
		w.mu.Unlock()
		return nil
	}
	full := w.batch
	w.batch = bleveapi.NewBatch()
	w.batches++
	w.mu.Unlock()
	return w.flush(full, stateBusy)
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

// flush writes a batch together with the state it leaves the store in. A batch
// is atomic, so that contents and state always agree.
func (w *writer) flush(batch *bleveapi.Batch, state string) error {
	batch.SetInternal(keyState, []byte(state))
	batch.SetInternal(keyFormat, []byte(formatID()))
	if err := w.store.scorch.Batch(batch); err != nil {
		w.failed.Store(true)
		return fmt.Errorf("write index: %w", err)
	}
	return nil
}

// finish writes the last batch, if there is anything to write, and reports
// whether the contents or the state of the store changed.
func (w *writer) finish() (changed bool, err error) {
	state, err := w.store.internal(keyState)
	if err != nil || len(w.batch.IndexOps) == 0 && w.batches == 0 && state == stateWhole {
		return false, err
	}
	data, err := w.store.internal(keyWords)
	if err != nil {
		return false, err
	}
	for form, n := range decodeWords(data, &err) {
		w.words.add(form, n)
	}
	if err != nil {
		return false, err
	}
	w.batch.SetInternal(keyWords, w.words.encode())
	return true, w.flush(w.batch, stateWhole)
}

package bleveindex

import (
	"fmt"

	bleveapi "github.com/blevesearch/bleve_index_api"
)

// A writer collects changes into batches.
type writer struct {
	store   *store
	batch   *bleveapi.Batch
	batches int
	failed  bool // a write failed: the store must not be written to any more
}

// update adds a document, and writes the batch when it is full.
func (w *writer) update(d *document) error {
	w.batch.Update(d)
	if len(w.batch.IndexOps) < batchFiches {
		return nil
	}
	return w.flush(stateBusy)
}

// flush writes what has been collected together with the state it leaves the
// store in. A batch is atomic, so that contents and state always agree.
func (w *writer) flush(state string) error {
	w.batch.SetInternal(keyState, []byte(state))
	w.batch.SetInternal(keyFormat, []byte(formatID()))
	if err := w.store.scorch.Batch(w.batch); err != nil {
		w.failed = true
		return fmt.Errorf("write index: %w", err)
	}
	w.batch = bleveapi.NewBatch()
	w.batches++
	return nil
}

// finish writes the last batch, if there is anything to write, and reports
// whether the contents or the state of the store changed.
func (w *writer) finish() (changed bool, err error) {
	if len(w.batch.IndexOps) == 0 && w.batches == 0 {
		state, err := w.store.internal(keyState)
		if err != nil || state == stateWhole {
			return false, err
		}
	}
	return true, w.flush(stateWhole)
}

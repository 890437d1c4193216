package bleveindex

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch"
	"praktijkzoeker/index/dutch/compound"
	"praktijkzoeker/index/dutch/synonyms"
)

// Errors of this engine that callers decide by.
var (
	// ErrInUse: another process has the index folder open.
	ErrInUse = errors.New("index folder is in use by another process")
	// ErrClosed: the index has been closed.
	ErrClosed = errors.New("index is closed")
)

// Options set up an Index. The zero Options are good.
type Options struct {
	// Analyzer turns text into terms; nil: one that knows the municipalities.
	Analyzer *dutch.Analyzer
	// Synonyms are other words for the words of a query; nil: the shipped ones.
	Synonyms *synonyms.Table
	// Log hears what an operator should know, such as a damaged index that is
	// built anew; nil: nothing is logged.
	Log *slog.Logger
	// HotFiches is the number of fiches of a segment from which a word that
	// they have is kept in memory; 0: hotMinimum. Lower is faster and needs
	// more memory: Stats tells how much.
	HotFiches int
	// OrMemory keeps the contents in memory as long as the folder cannot be used,
	// because it cannot be written to or its disk is full, instead of failing.
	// It is told to Log; each Replace tries the folder again. Contents that are
	// served from the folder stay: then Replace fails.
	OrMemory bool
	// Progress is called during Replace with the number of fiches read so far,
	// from one goroutine at a time; nil: never.
	Progress func(fiches int)
}

// An Index is an index.Index on scorch.
type Index struct {
	options Options
	dir     string
	minRoom int64 // free bytes without which nothing is written to dir
	// synonyms are those of searches from now on.
	synonyms atomic.Pointer[synonyms.Table]
	// asks tells whoever refreshes the index that it wants its contents again.
	asks chan struct{}
	exam exam

	// replacing is held by the one Replace at a time; a channel, so that
	// waiting for it can be cancelled. It guards what follows.
	replacing  chan struct{}
	lock       *folderLock // nil: in memory, or the folder cannot be used
	generation int         // of the store on disk
	homeless   error       // why the contents are in memory and not in dir
	askAgain   *time.Timer // set while homeless

	// closing ends when the index closes, and with it the work in the background.
	closing context.Context
	end     context.CancelFunc

	mu        sync.Mutex // guards what follows
	current   *view      // nil: no contents yet
	store     *store     // nil: none usable
	views     uint64     // number of the last view, or of the last synonyms
	answers   uint64     // number of the last synonyms
	closed    bool
	published chan struct{}  // closed, and renewed, when current changes
	calls     sync.WaitGroup // calls that use a view
}

var (
	_ index.Index = (*Index)(nil)
	_ index.Asker = (*Index)(nil)
)

// Open opens the index in the folder dir, which it makes if need be; an empty
// dir is an index in memory. Contents of an earlier run are there at once; a
// damaged index, or one of another version, is told to Options.Log and built
// anew by the next Replace. ErrInUse if another process has dir open.
func Open(dir string, options Options) (*Index, error) {
	if options.Analyzer == nil {
		options.Analyzer = defaultAnalyzer()
	}
	if options.Log == nil {
		options.Log = slog.New(slog.DiscardHandler)
	}
	if options.Synonyms == nil {
		options.Synonyms = synonyms.Shipped()
	}
	if options.HotFiches <= 0 {
		options.HotFiches = hotMinimum
	}
	x := &Index{
		options: options, dir: dir, replacing: make(chan struct{}, 1),
		minRoom: minRoom, asks: make(chan struct{}, 1), published: make(chan struct{}),
	}
	x.synonyms.Store(options.Synonyms)
	x.closing, x.end = context.WithCancel(context.Background())
	if dir == "" {
		return x, nil
	}
	err := x.openFolder()
	if err == nil {
		x.store, x.current, err = x.openCurrent()
	}
	switch {
	case err == nil:
		x.warm()
		return x, nil
	case options.OrMemory && !errors.Is(err, ErrInUse):
		x.tellHomeless(err)
		return x, nil
	default:
		return nil, errors.Join(err, x.unlock())
	}
}

// formatVersion changes with everything that makes an older index unusable:
// fields, payloads, weights.
const formatVersion = "8"

// formatID says how the terms of an index were made: another program may have
// other word lists.
var formatID = sync.OnceValue(func() string {
	return fmt.Sprintf("%s %016x", formatVersion, fingerprint())
})

// fingerprintStep is the part of the lexicon that the fingerprint looks at: one
// word in so many, some thousands in all.
const fingerprintStep = 97

// fingerprint is a hash (FNV-1a) of what the analysis makes of words from all
// over the lexicon. A change of the lists or rules changes it, but for one that
// touches very few words.
func fingerprint() uint64 {
	h := fnv.New64a()
	d := dutch.NewAnalyzer()
	i := 0
	for word := range compound.Default().Words() {
		if i++; i%fingerprintStep != 0 {
			continue
		}
		w := d.Word(word)
		fmt.Fprintln(h, w.Stem, w.Parts, w.Stop)
	}
	return h.Sum64()
}

// viewOf makes a view of the current contents of st, which may differ by d from
// those that old shows.
func (x *Index) viewOf(st *store, old *view, d *difference) (*view, error) {
	x.mu.Lock()
	x.views++
	number := x.views
	x.mu.Unlock()
	st.use()
	v, err := newView(st, old, d, number, &x.options)
	if err != nil {
		return nil, st.release(err)
	}
	return v, nil
}

// acquire returns the current view for one call, which calls done when it is
// finished with it.
func (x *Index) acquire(ctx context.Context) (v *view, done func(), err error) {
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	switch {
	case x.closed:
		return nil, nil, ErrClosed
	case x.current == nil:
		return nil, nil, index.ErrNotReady
	}
	v = x.current
	v.users.Add(1)
	x.calls.Add(1)
	return v, func() {
		x.letGo(v)
		x.calls.Done()
	}, nil
}

// letGo ends one use of a view that is not needed any more; that this fails is
// no reason to fail.
func (x *Index) letGo(v *view) {
	if err := v.release(); err != nil {
		x.options.Log.Error("vrijgeven van de oude inhoud is mislukt", "fout", err)
	}
}

// publish makes v what calls see from now on.
func (x *Index) publish(v *view) {
	x.mu.Lock()
	old := x.current
	x.current = v
	close(x.published)
	x.published = make(chan struct{})
	x.mu.Unlock()
	x.letGo(old)
	x.warm()
}

// Close implements index.Index.
func (x *Index) Close() error {
	x.mu.Lock()
	if x.closed {
		x.mu.Unlock()
		return nil
	}
	x.closed = true
	x.mu.Unlock()
	x.end()
	x.replacing <- struct{}{} // no Replace is under way, nor ever will be
	x.calls.Wait()
	if x.askAgain != nil {
		x.askAgain.Stop()
	}
	if err := x.saveCurrent(); err != nil { // opening will take longer
		x.options.Log.Warn("overzicht van de index bewaren is mislukt", "fout", err)
	}
	err := x.current.release()
	if x.store != nil {
		err = x.store.release(err)
	}
	err = errors.Join(err, x.unlock())
	<-x.replacing
	return err
}

// Stats implements index.Searcher.
func (x *Index) Stats() index.Stats {
	v, done, err := x.acquire(context.Background())
	if err != nil {
		return index.Stats{}
	}
	defer done()
	stats := v.stats
	stats.HeapBytes = v.bytes()
	x.mu.Lock()
	stats.Snapshot = max(stats.Snapshot, x.answers)
	x.mu.Unlock()
	return stats
}

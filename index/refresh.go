package index

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"praktijkzoeker/corpus"
)

// ErrRefusedEmpty says that the fiches of an index were not replaced by
// nothing. A folder without fiches is far more often a disk that is not
// mounted or a wrong path than a wish.
var ErrRefusedEmpty = errors.New("geen enkele fiche gevonden terwijl de index er heeft: de index blijft zoals hij was")

// A Refresher keeps an index equal to the fiches that Load gives.
//
// A fiche whose file is broken keeps the version that the index has, as long
// as its file exists. When loading fails, or gives nothing where there was
// something, the index stays as it was. Refresh and Run are safe for
// concurrent use; the fields are not to be changed after the first call.
type Refresher struct {
	Index Index
	// Load reads all fiches.
	Load func(context.Context) (*corpus.Loaded, error)
	// Log is told what an operator should know: each problem of a fiche once
	// as long as it lasts, each failure once. Nil: nothing is told.
	Log *slog.Logger
	// Quiet is how long Run waits for changes to end before it refreshes, as
	// an editor's program writes a file in several steps. Changes that never
	// end are waited for ten times as long at most.
	Quiet time.Duration
	// Retry is how long Run waits before it tries again after a failure. 0:
	// it waits for the next change.
	Retry time.Duration
	// Doubt is how long Run waits before it believes that more than half of the
	// fiches are gone, as while a folder is put in the place of another, or a
	// copy has just begun. 0: it is believed at once.
	Doubt time.Duration
	// Done is told of every refresh, failed ones too. Nil: nobody is.
	Done func(Refresh)

	mu     sync.Mutex
	told   map[string]bool // problems and kept fiches of the last load, as logged
	failed string          // the last failure, as logged; empty after a success
	doubts doubts
}

// doubts are about a folder that lost most of its fiches.
type doubts struct {
	fiches int // that are left
	since  time.Time
}

// errDoubt: most fiches are gone, which may be for a moment only.
var errDoubt = errors.New("meer dan de helft van de fiches is weg: de index blijft voorlopig zoals hij was")

// doubtFrom is the number of fiches from which losing most of them is odd.
const doubtFrom = 10

// A Refresh describes what one call of Refresher.Refresh did.
type Refresh struct {
	Started  time.Time
	Took     time.Duration
	Fiches   int // in the index afterwards, when Err is nil
	Kept     int // of these, old versions of fiches whose file is broken
	Problems int // errors found in the files; warnings are not counted
	Warnings int
	Err      error // why the index stayed as it was; nil: it is up to date
}

// Refresh loads the fiches and gives them to the index. When it returns nil
// every later search sees them; when it returns an error every search sees the
// old ones. The error is ErrRefusedEmpty, or that of Load, of the index or of
// the context.
func (r *Refresher) Refresh(ctx context.Context) error { return r.refreshWith(ctx, false) }

// refreshWith is Refresh. With doubting, it returns errDoubt when most fiches are
// gone, until for the time of Doubt the same number has been left.
func (r *Refresher) refreshWith(ctx context.Context, doubting bool) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	done := Refresh{Started: time.Now()}
	done.Err = r.refresh(ctx, &done, doubting)
	done.Took = time.Since(done.Started)
	if done.Err == nil {
		r.failed = ""
		r.log().Info("fiches bijgewerkt", "fiches", done.Fiches, "fouten", done.Problems,
			"waarschuwingen", done.Warnings, "oude versie behouden", done.Kept, "duur", done.Took.Round(time.Millisecond))
	}
	if r.Done != nil {
		r.Done(done)
	}
	return done.Err
}

func (r *Refresher) refresh(ctx context.Context, done *Refresh, doubting bool) error {
	loaded, err := r.Load(ctx)
	if err != nil {
		return fmt.Errorf("fiches laden: %w", err)
	}
	fiches, kept, err := r.withOldVersions(ctx, loaded)
	if err != nil {
		return err
	}
	r.tell(loaded.Problems, kept)
	for _, p := range loaded.Problems {
		if p.Warning {
			done.Warnings++
		} else {
			done.Problems++
		}
	}
	had := r.Index.Stats().Fiches
	if len(fiches) == 0 && had > 0 {
		return ErrRefusedEmpty
	}
	if doubting && had >= doubtFrom && 2*len(fiches) < had {
		if r.doubts.fiches != len(fiches) {
			r.doubts = doubts{len(fiches), time.Now()}
		}
		if time.Since(r.doubts.since) < r.Doubt {
			return errDoubt
		}
	}
	r.doubts = doubts{}
	if err := r.Index.Replace(ctx, sequence(fiches)); err != nil {
		return fmt.Errorf("fiches in de index zetten: %w", err)
	}
	done.Fiches, done.Kept = len(fiches), len(kept)
	return nil
}

// withOldVersions returns the loaded fiches and, for each that was left out,
// the version that the index has; and the IDs of the latter.
func (r *Refresher) withOldVersions(ctx context.Context, loaded *corpus.Loaded) (fiches []corpus.Fiche, kept []string, err error) {
	fiches = loaded.Fiches[:len(loaded.Fiches):len(loaded.Fiches)]
	have := make(map[string]bool, len(fiches))
	for _, f := range fiches {
		have[f.ID] = true
	}
	for _, id := range loaded.LeftOut {
		if have[id] {
			continue
		}
		have[id] = true
		old, err := r.Index.Fiche(ctx, id)
		switch {
		case errors.Is(err, ErrNotFound), errors.Is(err, ErrNotReady):
			continue // it never was in the index
		case errors.Is(err, ErrDamaged):
			r.log().Error(fmt.Sprintf("fiche %s: de vorige versie is verloren met de beschadigde index; herstel het bestand", id), "fout", err)
			continue
		case err != nil:
			return nil, nil, fmt.Errorf("vorige versie van fiche %s: %w", id, err)
		}
		fiches = append(fiches, old)
		kept = append(kept, id)
	}
	return fiches, kept, nil
}

// sequence yields the fiches without copying each more than once.
func sequence(fiches []corpus.Fiche) func(func(corpus.Fiche, error) bool) {
	return func(yield func(corpus.Fiche, error) bool) {
		for i := range fiches {
			if !yield(fiches[i], nil) {
				return
			}
		}
	}
}

// tell logs the problems and kept fiches that the last load did not have.
func (r *Refresher) tell(problems []corpus.Problem, kept []string) {
	now := make(map[string]bool, len(problems))
	once := func(level slog.Level, text string) {
		if !now[text] && !r.told[text] {
			r.log().Log(context.Background(), level, text)
		}
		now[text] = true
	}
	for _, p := range problems {
		level := slog.LevelWarn
		if p.Warning {
			level = slog.LevelInfo
		}
		once(level, p.Error())
	}
	for _, id := range kept {
		once(slog.LevelWarn, fmt.Sprintf("fiche %s: de vorige versie blijft vindbaar tot het bestand hersteld is", id))
	}
	r.told = now
}

func (r *Refresher) log() *slog.Logger {
	if r.Log == nil {
		return slog.New(slog.DiscardHandler)
	}
	return r.Log
}

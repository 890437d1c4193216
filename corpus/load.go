package corpus

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"
)

// Loaded is what a folder holds.
type Loaded struct {
	Fiches   []Fiche   // the sound ones, by ID
	Problems []Problem // by path, then by line
	LeftOut  []string  // IDs of files that are there but could not be used, sorted; of these an older version may be kept
}

// Load reads every fiche in fsys: all *.md at any depth, except README.md,
// LEESMIJ.md, NOTICE.md and LICENSE.md and what is named with a dot or an
// underscore. A fiche with an error is left out and told, and stops no other.
// The error is only about fsys itself: its root could not be read.
//
// Fiches in two folders with one name are an error of the second in the order
// of paths; equal titles or sources are warnings. Symbolic links out of fsys
// are problems; on disk, use Dir, which follows none of them.
func Load(fsys fs.FS) (*Loaded, error) {
	return NewLoader(fsys).Load(context.Background())
}

// A Loader loads the same folder again and again, and reads only the files
// whose size or time of change differ from the last time. Its methods may be
// called concurrently; loads run one after another.
type Loader struct {
	open       func() (fsys fs.FS, done func(), err error)
	vocabulary Vocabulary

	mu    sync.Mutex
	cache map[string]entry // by path
}

// An entry is what is known of a file.
type entry struct {
	size     int64
	changed  time.Time
	settled  bool // old enough when read: a later change has another time
	fiche    Fiche
	problems []Problem
	at       map[string]int // lines of the keys of the front matter
}

// NewLoader returns a Loader of fsys with the default vocabulary.
func NewLoader(fsys fs.FS) *Loader {
	return &Loader{open: func() (fs.FS, func(), error) { return fsys, func() {}, nil }, vocabulary: defaultVocabulary}
}

// NewDirLoader returns a Loader of the folder at path, which each Load opens
// and closes: so it sees the folder that bears the name at that moment.
func NewDirLoader(path string, v Vocabulary) *Loader {
	open := func() (fs.FS, func(), error) {
		folder, err := Dir(path)
		if err != nil {
			return nil, nil, err
		}
		return folder, func() { folder.Close() }, nil
	}
	return &Loader{open: open, vocabulary: v}
}

// Load is like the function Load. It returns the error of ctx when that ends
// first. The fiches share memory with those of the next Load: do not change them.
func (l *Loader) Load(ctx context.Context) (*Loaded, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	fsys, done, err := l.open()
	if err != nil {
		return nil, err
	}
	defer done()
	files, err := listFolder(fsys)
	if err != nil {
		return nil, fmt.Errorf("read corpus folder: %w", err)
	}
	entries := make([]entry, len(files.files))
	var wg sync.WaitGroup
	next := make(chan int)
	for range min(runtime.GOMAXPROCS(0), len(entries)) {
		wg.Go(func() {
			for i := range next {
				entries[i] = l.load(fsys, files.files[i])
			}
		})
	}
	for i := range entries {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	wg.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	loaded := gather(files, entries, l.lost(files.unreadable))
	l.remember(files, entries)
	return loaded, nil
}

// lost are the IDs last seen in folders that cannot be listed now.
func (l *Loader) lost(folders []string) []string {
	var ids []string
	for p := range l.cache {
		if slices.ContainsFunc(folders, func(f string) bool { return strings.HasPrefix(p, f+"/") }) {
			ids = append(ids, ID(p))
		}
	}
	return ids
}

// remember keeps what is known for the next time, also of folders that cannot
// be listed now.
func (l *Loader) remember(files *listing, entries []entry) {
	cache := make(map[string]entry, len(entries))
	for i, f := range files.files {
		cache[f.path] = entries[i]
	}
	for p, e := range l.cache {
		if slices.ContainsFunc(files.unreadable, func(f string) bool { return strings.HasPrefix(p, f+"/") }) {
			cache[p] = e
		}
	}
	l.cache = cache
}

// errTooLarge is that of a file larger than MaxSize.
var errTooLarge = errors.New("file too large")

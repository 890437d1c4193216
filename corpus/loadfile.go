package corpus

import (
	"fmt"
	"io"
	"io/fs"
	"time"
)

// settling is how long a file must be unchanged before its time of change is
// believed. File systems keep times in steps of up to two seconds (FAT), and
// two changes within a step look like one.
const settling = 3 * time.Second

// load reads one file, or takes it from the cache.
func (l *Loader) load(fsys fs.FS, f found) entry {
	r := &reader{path: shown(f.path), vocabulary: l.vocabulary, fiche: Fiche{ID: ID(shown(f.path))}}
	if f.link && leadsOut(fsys, f.path) {
		r.fail(0, "bestand", "dit is een koppeling (symbolic link) naar buiten de map en wordt niet gevolgd: zet het bestand zelf in de map")
		return r.entry()
	}
	info, err := f.info(fsys)
	if err != nil {
		r.fail(0, "bestand", f.unreadable(err))
		return r.entry()
	}
	if !info.Mode().IsRegular() {
		r.fail(0, "bestand", "dit is geen gewoon bestand: zet hier een tekstbestand in UTF-8")
		return r.entry()
	}
	if known, ok := l.cache[f.path]; ok && known.settled && known.size == info.Size() && known.changed.Equal(info.ModTime()) {
		return known
	}
	now := time.Now()
	data, err := readLimited(fsys, f.path)
	switch {
	case err == errTooLarge:
		r.failTooLarge(max(info.Size(), MaxSize+1))
	case err != nil:
		r.fail(0, "bestand", f.unreadable(err))
		return r.entry() // nothing to remember: it may be readable next time
	default:
		r = newReader(shown(f.path), data, l.vocabulary)
	}
	e := r.entry()
	e.size, e.changed = info.Size(), info.ModTime()
	e.settled = now.Sub(info.ModTime()) > settling
	return e
}

// info describes the file, through a link. What the listing of its folder knows
// is much cheaper than a look at the path.
func (f found) info(fsys fs.FS) (fs.FileInfo, error) {
	if f.link {
		return fs.Stat(fsys, f.path)
	}
	return f.entry.Info()
}

func (r *reader) entry() entry {
	return entry{fiche: r.fiche, problems: r.problems, at: r.at}
}

func (f found) unreadable(err error) string {
	if f.link {
		return fmt.Sprintf("deze koppeling (symbolic link) leidt nergens heen of naar buiten de map (%s): zet het bestand zelf in de map", reason(err))
	}
	return fmt.Sprintf("dit bestand is niet te lezen (%s): kijk de rechten van het bestand na", reason(err))
}

// readLimited reads a file of at most MaxSize bytes, and never more of a
// larger one.
func readLimited(fsys fs.FS, path string) ([]byte, error) {
	f, err := fsys.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	size := 0
	if info, err := f.Stat(); err == nil {
		if info.Size() > MaxSize {
			return nil, errTooLarge
		}
		size = int(info.Size())
	}
	data := make([]byte, 0, size+512) // room to find the end without growing
	for len(data) <= MaxSize {
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
	}
	if len(data) > MaxSize {
		return nil, errTooLarge
	}
	return data, nil
}

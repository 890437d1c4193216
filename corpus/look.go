package corpus

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A sight is a digest of the names, sizes and times of change in a folder; the
// zero sight is a folder that is not there.
type sight [sha256.Size]byte

// look walks the folder, and sees to it that every folder in it is watched.
func (l *lookout) look() sight {
	sum := sha256.New()
	found := make(map[string]fs.FileInfo)
	fsys := os.DirFS(l.Dir)
	err := fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			if p == "." {
				return err
			}
			fmt.Fprintf(sum, "%q unreadable\n", p)
			return nil
		}
		if p != "." && skipped(d.Name()) {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		// What a link leads to may change while the link stays.
		info, err := fs.Stat(fsys, p)
		if err != nil {
			fmt.Fprintf(sum, "%q lost\n", p)
			return nil
		}
		if d.IsDir() || p == "." {
			found[filepath.Join(l.Dir, filepath.FromSlash(p))] = info
			fmt.Fprintf(sum, "%q folder\n", p)
			return nil
		}
		fmt.Fprintf(sum, "%q %d %d\n", p, info.Size(), info.ModTime().UnixNano())
		return nil
	})
	l.follow(found)
	if err != nil {
		return sight{}
	}
	return sight(sum.Sum(nil))
}

// follow watches the folders found, and no longer those that are gone. A folder
// that came in the place of another of the same name is watched anew.
func (l *lookout) follow(found map[string]fs.FileInfo) {
	if l.notify == nil {
		return
	}
	for dir, old := range l.folders {
		if now, ok := found[dir]; !ok || !os.SameFile(old, now) {
			_ = l.notify.Remove(dir) // it may have gone by itself
			delete(l.folders, dir)
		}
	}
	for dir, info := range found {
		if _, ok := l.folders[dir]; ok {
			continue
		}
		if err := l.notify.Add(dir); err != nil {
			if !l.told {
				l.told = true
				l.Log.Warn("changes of a folder are noticed by looking at intervals only", "folder", dir, "interval", l.Poll, "err", err)
			}
			continue
		}
		l.folders[dir] = info
	}
}

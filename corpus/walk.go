package corpus

import (
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
)

// A found is a file of the folder that may hold a fiche.
type found struct {
	path  string
	link  bool
	entry fs.DirEntry
}

// A listing is what a folder holds, before any file is read.
type listing struct {
	files      []found         // in the order of their paths
	names      map[string]bool // of every file that is not skipped, with its path
	problems   []Problem
	unreadable []string // folders that could not be listed
}

// list walks the folder. The error is that of the root.
func listFolder(fsys fs.FS) (*listing, error) {
	l := &listing{names: make(map[string]bool)}
	err := fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error {
		if p == "." {
			return err
		}
		if err != nil {
			l.unreadable = append(l.unreadable, p)
			l.problems = append(l.problems, Problem{Path: shown(p), Field: "map", Message: "deze map is niet te lezen (" + reason(err) + ")"})
			return fs.SkipDir
		}
		if skipped(d.Name()) {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() {
			return nil
		}
		l.names[p] = true
		link := d.Type()&fs.ModeSymlink != 0
		if strings.EqualFold(path.Ext(p), ".md") && (link || d.Type().IsRegular()) && !documents[strings.ToLower(d.Name())] {
			l.files = append(l.files, found{path: p, link: link, entry: d})
		}
		return nil
	})
	return l, err
}

// documents are files that stand beside fiches and are none.
var documents = map[string]bool{"readme.md": true, "leesmij.md": true, "notice.md": true, "license.md": true}

// skipped reports whether a file or folder is not for readers: hidden ones, the
// temporary files of editors, drafts (_naam.md).
func skipped(name string) bool { return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") }

// leadsOut reports whether the symbolic link at p names something outside the
// folder. A file system that cannot tell keeps its links inside by itself.
func leadsOut(fsys fs.FS, p string) bool {
	links, ok := fsys.(fs.ReadLinkFS)
	if !ok {
		return false
	}
	target, err := links.ReadLink(p)
	if err != nil {
		return false
	}
	target = filepath.ToSlash(target)
	return path.IsAbs(target) || filepath.VolumeName(target) != "" || !fs.ValidPath(path.Join(path.Dir(p), target))
}

// shown is a path that can be printed: names on disk need not be UTF-8.
func shown(p string) string { return strings.ToValidUTF8(p, "\uFFFD") }

// reason says in Dutch why a file could not be read.
func reason(err error) string {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return "geen leesrechten"
	case errors.Is(err, fs.ErrNotExist):
		return "het bestaat niet (meer)"
	case errors.Is(err, fs.ErrInvalid):
		return "de naam is ongeldig"
	}
	return err.Error()
}

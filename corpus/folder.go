package corpus

import (
	"fmt"
	"io/fs"
	"os"
)

// A Folder is a folder of fiches on disk, out of which no name and no symbolic
// link leads. It is safe for concurrent use.
type Folder struct {
	fs.FS
	root *os.Root
}

// Dir opens the folder at path. The caller closes it; what Load returned stays
// valid after that. An open Folder keeps to the folder it was opened on, also
// when another takes its name: open it again for every Load, as a Loader made
// by NewDirLoader does.
func Dir(path string) (*Folder, error) {
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, fmt.Errorf("corpus folder: %w", err)
	}
	return &Folder{FS: root.FS(), root: root}, nil
}

// ReadLink and Lstat make a Folder an fs.ReadLinkFS.
func (f *Folder) ReadLink(name string) (string, error) { return f.root.Readlink(name) }

// Lstat describes name itself, not what it links to.
func (f *Folder) Lstat(name string) (fs.FileInfo, error) { return f.root.Lstat(name) }

// Stat describes what name leads to without opening it: opening a named pipe
// would wait for who writes.
func (f *Folder) Stat(name string) (fs.FileInfo, error) { return f.root.Stat(name) }

// Close releases the folder.
func (f *Folder) Close() error { return f.root.Close() }

// Package backup puts the files that cannot be made again into one archive, and
// takes them out of an archive that nobody vouches for.
//
// An archive is a tar file, compressed with zstd or gzip. It holds regular files
// alone, and ends with a manifest: the name, size and SHA-256 of each. So an
// archive that is cut off, or was changed, is not taken for a whole one.
package backup

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"time"
	"unicode"
)

// Limits of an archive. They hold when it is written too, so that every archive
// that was made can be restored.
const (
	maxFile  = 64 << 20 // bytes of a file: a large photograph
	maxFiles = 200_000  // twice the largest collection that was measured
	maxTotal = 16 << 30 // bytes of all files
	maxName  = 1024     // bytes of a name
	// maxManifest holds that of maxFiles names as people give them, in bytes.
	maxManifest = 64 << 20
)

// manifestName is the last file of an archive. No other may have it.
const manifestName = "MANIFEST.json"

// manifestFormat is the version of the form of archives.
const manifestFormat = 1

// A Manifest lists what an archive holds.
type Manifest struct {
	Format  int       `json:"format"`
	Program string    `json:"program"` // which made it, with its version
	Made    time.Time `json:"made"`
	Files   []File    `json:"files"` // in the order of the archive
}

// A File is one file of an archive.
type File struct {
	Name     string    `json:"name"` // with slashes, relative
	Size     int64     `json:"size"` // bytes
	SHA256   string    `json:"sha256"`
	Modified time.Time `json:"modified"`
}

// Bytes returns the size of all files.
func (m Manifest) Bytes() int64 {
	var n int64
	for _, f := range m.Files {
		n += f.Size
	}
	return n
}

// Errors that callers decide by.
var (
	// ErrDamaged: an archive is cut off, was changed, or is none.
	ErrDamaged = errors.New("backup damaged")
	// ErrUnsafe: an archive holds what none of ours holds: a link, a name that
	// leaves the folder, more than the limits.
	ErrUnsafe = errors.New("backup unsafe")
	// ErrChanging: files kept changing while they were read.
	ErrChanging = errors.New("files keep changing")
)

// checkName accepts names that stay below a folder on every system, and hide
// nothing.
func checkName(name string) error {
	if !fs.ValidPath(name) || name == "." || len(name) > maxName || strings.ContainsAny(name, `\:`) ||
		strings.HasPrefix(name, ".") || strings.Contains(name, "/.") || strings.ContainsFunc(name, unicode.IsControl) {
		return fmt.Errorf("%w: name %q", ErrUnsafe, name)
	}
	return nil
}

// A tally keeps count of what an archive holds, within its limits.
type tally struct {
	files int
	bytes int64
}

func (t *tally) add(name string, size int64) error {
	t.files++
	t.bytes += size
	switch {
	case size < 0 || size > maxFile:
		return fmt.Errorf("%w: %s has %d MiB, at most %d", ErrUnsafe, name, size>>20, maxFile>>20)
	case t.files > maxFiles:
		return fmt.Errorf("%w: more than %d files", ErrUnsafe, maxFiles)
	case t.bytes > maxTotal:
		return fmt.Errorf("%w: more than %d GiB", ErrUnsafe, maxTotal>>30)
	}
	return nil
}

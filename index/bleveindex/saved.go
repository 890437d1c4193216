package bleveindex

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/sync/errgroup"

	"praktijkzoeker/index/suggest"
)

// What takes longest to make of a view is saved beside the segments, in the
// folder of the generation, so that opening need not read every fiche: a line
// that says of which contents it is, by their stamp, and then, compressed by
// zstd with a checksum over all,
//
//	number of segments, and of each its ID (8 bytes) and its documents
//	number of fiches, and the document of each, by title
//	the suggestions
//
// with numbers of four bytes, the lowest first. A file of other contents, of
// another version or that is damaged is as good as none: what it would hold is
// made anew.
const (
	savedFile    = "view"
	savedVersion = 1
)

// errSaved: what is saved is not of these contents.
var errSaved = errors.New("saved view is of other contents")

// savedHeader returns the first line of what is saved of a view.
func (v *view) savedHeader() (string, error) {
	stamp, err := v.snapshot.GetInternal(keyStamp)
	if err != nil {
		return "", fmt.Errorf("read stamp of the index: %w", err)
	}
	if len(stamp) == 0 {
		return "", errSaved
	}
	return fmt.Sprintf("praktijkzoeker view %d %s\n", savedVersion, stamp), nil
}

// save writes the file of a view on disk.
func (v *view) save() (err error) {
	header, err := v.savedHeader()
	if err != nil {
		return err
	}
	path := filepath.Join(v.store.dir, savedFile)
	f, err := os.Create(path + ".new")
	if err != nil {
		return fmt.Errorf("save view: %w", err)
	}
	defer func() {
		if err != nil {
			err = fmt.Errorf("save view: %w", errors.Join(err, os.Remove(f.Name())))
		}
	}()
	if err := errors.Join(v.write(f, header), f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// saveCurrent saves the current contents before the index closes. Segments may
// have been merged since the view was made, so a new one is made of them.
func (x *Index) saveCurrent() error {
	if x.current == nil || x.store == nil || x.store.dir == "" || !x.store.writable() || x.current.store != x.store {
		return nil
	}
	v, err := x.viewOf(x.store, x.current, &difference{})
	if err != nil {
		return err
	}
	if !x.current.saved || !slices.EqualFunc(v.segments, x.current.segments, func(a, b viewSegment) bool { return a.id == b.id }) {
		err = v.save()
	}
	return errors.Join(err, v.release())
}

func (v *view) write(f io.Writer, header string) error {
	if _, err := io.WriteString(f, header); err != nil {
		return err
	}
	z, err := zstd.NewWriter(f, zstd.WithEncoderLevel(zstd.SpeedFastest))
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(z, 1<<16)
	var b []byte
	b = binary.LittleEndian.AppendUint32(b, uint32(len(v.segments)))
	for i := range v.segments {
		s := &v.segments[i]
		b = binary.LittleEndian.AppendUint64(b, s.id)
		b = binary.LittleEndian.AppendUint32(b, uint32(s.n))
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(len(v.order)))
	_, _ = w.Write(b) // w remembers its first error
	for _, global := range v.order {
		_, _ = w.Write(binary.LittleEndian.AppendUint32(b[:0], global))
	}
	return errors.Join(w.Flush(), v.suggestions.Encode(z), z.Close())
}

// recall makes what a view has beside its segments with the help of what was
// saved; errSaved or another error when that cannot be used.
func (v *view) recall() error {
	if v.store.dir == "" {
		return errSaved
	}
	f, err := os.Open(filepath.Join(v.store.dir, savedFile))
	if errors.Is(err, fs.ErrNotExist) {
		return errSaved
	}
	if err != nil {
		return fmt.Errorf("read saved view: %w", err)
	}
	defer f.Close()
	r := bufio.NewReaderSize(f, 1<<16)
	if err := v.readHeader(r); err != nil {
		return err
	}
	var group errgroup.Group
	work(&group, func() (err error) {
		v.vocabulary, err = v.buildVocabulary(v.options.Analyzer)
		return err
	})
	work(&group, func() error { return v.read(r) })
	if err := group.Wait(); err != nil {
		return fmt.Errorf("read saved view: %w", err)
	}
	if v.saved && v.rankOrder() {
		return nil
	}
	// Segments have been merged since: the fiches are others to number, not to
	// suggest.
	v.saved = false
	return v.sortByTitle()
}

// readHeader reads the first line, or returns errSaved if it is another.
func (v *view) readHeader(r io.Reader) error {
	header, err := v.savedHeader()
	if err != nil {
		return err
	}
	got := make([]byte, len(header))
	if _, err := io.ReadFull(r, got); err != nil || string(got) != header {
		return errSaved
	}
	return nil
}

// read reads what follows. It fills suggestions, and order if the segments are
// those that were saved, which saved tells.
func (v *view) read(f io.Reader) error {
	z, err := zstd.NewReader(f)
	if err != nil {
		return err
	}
	defer z.Close()
	r := &savedReader{r: bufio.NewReaderSize(z, 1<<16)}
	segments := r.number(4)
	same := segments == uint64(len(v.segments))
	for i := range segments {
		id, n := r.number(8), r.number(4)
		same = same && id == v.segments[i].id && n == uint64(v.segments[i].n)
		if r.err != nil {
			return r.err
		}
	}
	if n := r.number(4); r.err == nil && n != uint64(v.live) {
		return errSaved
	}
	v.order = make([]uint32, v.live)
	for i := range v.order {
		v.order[i] = uint32(r.number(4))
	}
	if r.err != nil {
		return r.err
	}
	// What has been read so far is good when this is, which reads to the end.
	v.suggestions, err = suggest.Decode(r.r, partStarts(v.options.Analyzer))
	v.saved = same && err == nil
	return err
}

// A savedReader reads numbers; after an error, zeros.
type savedReader struct {
	r   *bufio.Reader
	b   [8]byte
	err error
}

// number reads a number of so many bytes, at most 8.
func (r *savedReader) number(bytes int) uint64 {
	r.b = [8]byte{}
	if r.err == nil {
		_, r.err = io.ReadFull(r.r, r.b[:bytes])
	}
	return binary.LittleEndian.Uint64(r.b[:])
}

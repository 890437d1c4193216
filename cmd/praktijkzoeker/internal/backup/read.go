package backup

import (
	"archive/tar"
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/klauspost/compress/zstd"
)

// maxWindow bounds the memory for unpacking zstd, in bytes: twice what is
// written.
const maxWindow = 32 << 20

// Verify reads a whole archive and checks everything in it. The error is
// ErrDamaged, ErrUnsafe, or that of r or ctx.
func Verify(ctx context.Context, r io.Reader) (Manifest, error) {
	return read(ctx, r, func(string, time.Time) (io.WriteCloser, error) { return discard{}, nil })
}

type discard struct{}

func (discard) Write(b []byte) (int, error) { return len(b), nil }
func (discard) Close() error                { return nil }

// read gives every file of an archive to what keep returns, and then compares
// them with the manifest. Names given to keep stay below a folder.
func read(ctx context.Context, r io.Reader, keep func(name string, modified time.Time) (io.WriteCloser, error)) (Manifest, error) {
	var m Manifest
	unpacked, done, err := unpack(r)
	if err != nil {
		return m, err
	}
	defer done()
	archive := tar.NewReader(unpacked)
	var got []File
	var sum tally
	for {
		if err := ctx.Err(); err != nil {
			return m, err
		}
		h, err := archive.Next()
		if err != nil { // the end, too: the manifest comes before it
			return m, damaged("no manifest", err)
		}
		if h.Typeflag != tar.TypeReg {
			return m, fmt.Errorf("%w: %q is no regular file", ErrUnsafe, h.Name)
		}
		if h.Name == manifestName {
			if m, err = readManifest(archive, h.Size); err != nil {
				return m, err
			}
			break
		}
		if err := errors.Join(checkName(h.Name), sum.add(h.Name, h.Size)); err != nil {
			return m, err
		}
		f, err := readFile(archive, h, keep)
		if err != nil {
			return m, err
		}
		got = append(got, f)
	}
	if _, err := archive.Next(); err != io.EOF {
		return m, damaged("something after the manifest", err)
	}
	// The end of the packed stream holds its checksum.
	if n, err := io.Copy(io.Discard, io.LimitReader(unpacked, maxFile)); err != nil || n == maxFile {
		return m, damaged("end", err)
	}
	return m, m.compare(got)
}

// unpack finds out how r is compressed.
func unpack(r io.Reader) (unpacked io.Reader, done func(), err error) {
	b := bufio.NewReader(r)
	magic, err := b.Peek(4)
	switch {
	case bytes.HasPrefix(magic, []byte{0x1f, 0x8b}):
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, nil, damaged("gzip", err)
		}
		return z, func() {}, nil
	case bytes.Equal(magic, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		z, err := zstd.NewReader(b, zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderConcurrency(1))
		if err != nil {
			return nil, nil, damaged("zstd", err)
		}
		return z, z.Close, nil
	}
	return nil, nil, damaged("neither gzip nor zstd", err)
}

func readFile(archive io.Reader, h *tar.Header, keep func(string, time.Time) (io.WriteCloser, error)) (File, error) {
	f := File{Name: h.Name, Modified: h.ModTime}
	w, err := keep(h.Name, h.ModTime)
	if err != nil {
		return f, err
	}
	hash := sha256.New()
	from := &tracked{r: archive}
	f.Size, err = io.Copy(io.MultiWriter(hash, w), from)
	f.SHA256 = hex.EncodeToString(hash.Sum(nil))
	err = errors.Join(err, w.Close())
	if from.err != nil && from.err != io.EOF {
		return f, damaged(h.Name, from.err)
	}
	return f, err
}

// A tracked reader remembers its error, which io.Copy does not tell from that of
// the writer.
type tracked struct {
	r   io.Reader
	err error
}

func (t *tracked) Read(b []byte) (int, error) {
	n, err := t.r.Read(b)
	t.err = err
	return n, err
}

func readManifest(r io.Reader, size int64) (Manifest, error) {
	var m Manifest
	if size > maxManifest {
		return m, fmt.Errorf("%w: a manifest of %d MiB", ErrUnsafe, size>>20)
	}
	data, err := io.ReadAll(r)
	if err == nil {
		err = json.Unmarshal(data, &m)
	}
	if err != nil {
		return m, damaged("manifest", err)
	}
	if m.Format != manifestFormat {
		return m, fmt.Errorf("%w: format %d, known is %d", ErrDamaged, m.Format, manifestFormat)
	}
	return m, nil
}

// compare checks that the files of an archive are those of its manifest.
func (m Manifest) compare(got []File) error {
	if !slices.EqualFunc(m.Files, got, func(a, b File) bool { return a.Name == b.Name && a.Size == b.Size && a.SHA256 == b.SHA256 }) {
		for i, f := range got {
			if i >= len(m.Files) || m.Files[i].Name != f.Name || m.Files[i].SHA256 != f.SHA256 {
				return fmt.Errorf("%w: %s is not as the manifest says", ErrDamaged, f.Name)
			}
		}
		return fmt.Errorf("%w: %d files, the manifest has %d", ErrDamaged, len(got), len(m.Files))
	}
	return nil
}

// damaged wraps what went wrong while an archive was read.
func damaged(where string, err error) error {
	if err == nil || err == io.EOF {
		return fmt.Errorf("%w: %s", ErrDamaged, where)
	}
	return fmt.Errorf("%w: %s: %w", ErrDamaged, where, err)
}

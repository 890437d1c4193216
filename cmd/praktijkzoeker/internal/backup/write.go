package backup

import (
	"archive/tar"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/klauspost/compress/zstd"
)

// A Compression is the form of an archive.
type Compression int

// The compressions that are written; both are read.
const (
	Zstd Compression = iota
	Gzip
)

// Write writes an archive of the sources to w and returns what it holds. The
// error is ErrChanging when the files were not the same all the while; then
// what was written is worthless, and trying again makes sense. ErrUnsafe means
// that a file is too large, or has a name that could not be restored.
func Write(ctx context.Context, w io.Writer, how Compression, program string, sources ...Source) (Manifest, error) {
	m := Manifest{Format: manifestFormat, Program: program, Made: time.Now().UTC().Truncate(time.Second)}
	packed, err := compress(w, how)
	if err != nil {
		return m, err
	}
	archive := tar.NewWriter(packed)
	var sum tally
	for _, s := range sources {
		before, err := s.list()
		if err != nil {
			return m, err
		}
		for _, f := range before {
			if err := ctx.Err(); err != nil {
				return m, err
			}
			if err := errors.Join(checkName(f.name), sum.add(f.name, f.size)); err != nil {
				return m, err
			}
			data, err := s.read(f)
			if err != nil {
				return m, err
			}
			hash := sha256.Sum256(data)
			file := File{Name: f.name, Size: f.size, SHA256: hex.EncodeToString(hash[:]), Modified: f.modified.UTC().Truncate(time.Second)}
			if err := add(archive, file, data); err != nil {
				return m, err
			}
			m.Files = append(m.Files, file)
		}
		after, err := s.list()
		if err != nil {
			return m, err
		}
		if !same(before, after) {
			return m, ErrChanging
		}
	}
	data, err := json.MarshalIndent(m, "", " ")
	if len(data) > maxManifest {
		err = fmt.Errorf("%w: too many long names", ErrUnsafe)
	}
	if err == nil {
		err = add(archive, File{Name: manifestName, Size: int64(len(data)), Modified: m.Made}, data)
	}
	return m, errors.Join(err, archive.Close(), packed.Close())
}

func compress(w io.Writer, how Compression) (io.WriteCloser, error) {
	if how == Gzip {
		return gzip.NewWriter(w), nil
	}
	z, err := zstd.NewWriter(w, zstd.WithEncoderLevel(zstd.SpeedBetterCompression))
	if err != nil {
		return nil, fmt.Errorf("compress backup: %w", err)
	}
	return z, nil
}

func add(archive *tar.Writer, f File, data []byte) error {
	err := archive.WriteHeader(&tar.Header{Typeflag: tar.TypeReg, Name: f.Name, Size: f.Size, Mode: 0o644, ModTime: f.Modified})
	if err == nil {
		_, err = archive.Write(data)
	}
	if err != nil {
		return fmt.Errorf("write backup: %s: %w", f.Name, err)
	}
	return nil
}

package bleveindex

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A manifest lists the files of a generation that nobody has open. It is
// written when the generation is closed, and taken away before it is opened
// again: a generation without one was open when its process died, and then its
// root.bolt and the checksums of its segments say what holds (rootbolt.go).
//
// On disk it is a line with the CRC-32 of the rest, and then JSON.
type manifest struct {
	Format string    `json:"format"` // formatID of the program that wrote it
	Files  []fileSum `json:"files"`
}

// A fileSum is what a file was when it was whole. The sum of a segment leaves
// out its last four bytes, where scorch wrote that same sum.
type fileSum struct {
	Name string `json:"name"`
	Size int64  `json:"size"`
	CRC  uint32 `json:"crc32"`
}

const (
	manifestFile  = "MANIFEST"
	rootFile      = "root.bolt"
	segmentSuffix = ".zap"
	// sumBytes is the length of the checksum at the end of a segment.
	sumBytes = 4
)

// errDamaged means that a generation cannot be used and must be rebuilt.
var errDamaged = errors.New("index damaged")

// seal writes the manifest of a generation that has been closed, durably. It
// leaves out segments of older snapshots, which scorch still has to remove, and
// the saved view, which has a checksum of its own and can be missed.
func seal(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("list generation: %w", err)
	}
	segments, err := newestSegments(filepath.Join(dir, rootFile))
	if err != nil {
		return err
	}
	m := manifest{Format: formatID()}
	for _, e := range entries {
		switch {
		case !e.Type().IsRegular() || strings.HasPrefix(e.Name(), manifestFile), strings.HasPrefix(e.Name(), savedFile):
			continue
		case strings.HasSuffix(e.Name(), segmentSuffix) && !slices.Contains(segments, e.Name()):
			continue
		}
		sum, err := writtenSum(filepath.Join(dir, e.Name()))
		if err != nil {
			return err
		}
		m.Files = append(m.Files, sum)
	}
	data, err := json.Marshal(m)
	if err != nil {
		return fmt.Errorf("write manifest: %w", err)
	}
	return writeDurably(filepath.Join(dir, manifestFile), fmt.Appendf(nil, "%08x\n%s", crc32.ChecksumIEEE(data), data))
}

// unseal takes the manifest of a generation away, durably.
func unseal(dir string) error {
	err := os.Remove(filepath.Join(dir, manifestFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("open generation for writing: %w", err)
	}
	return syncDir(dir)
}

// readManifest returns the manifest of a generation; nil if it has none.
func readManifest(dir string) (*manifest, error) {
	data, err := os.ReadFile(filepath.Join(dir, manifestFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read manifest: %w", err)
	}
	sum, text, _ := bytes.Cut(data, []byte("\n"))
	var m manifest
	if string(sum) != fmt.Sprintf("%08x", crc32.ChecksumIEEE(text)) || json.Unmarshal(text, &m) != nil {
		return nil, fmt.Errorf("%w: its manifest cannot be read", errDamaged)
	}
	return &m, nil
}

// verify compares the files of a generation with the manifest. Other files do
// not matter.
func (m *manifest) verify(dir string) error {
	root := false
	for _, want := range m.Files {
		root = root || want.Name == rootFile
		got, err := readSum(filepath.Join(dir, want.Name))
		if err != nil {
			return err
		}
		if got != want {
			return fmt.Errorf("%w: %s is not as it was written", errDamaged, want.Name)
		}
	}
	if !root {
		return fmt.Errorf("%w: its manifest lacks %s", errDamaged, rootFile)
	}
	return nil
}

// writtenSum returns the fileSum of a file that has just been written. That of
// a segment is taken from its end: what its bytes give now is for verify.
func writtenSum(path string) (fileSum, error) {
	if !strings.HasSuffix(path, segmentSuffix) {
		return readSum(path)
	}
	f, size, err := openFile(path)
	if err != nil {
		return fileSum{}, err
	}
	defer f.Close()
	crc, err := endSum(f, size)
	return fileSum{filepath.Base(path), size, crc}, err
}

// readSum returns the fileSum of a file by reading it; errDamaged for a segment
// without its own checksum.
func readSum(path string) (fileSum, error) {
	f, size, err := openFile(path)
	if err != nil {
		return fileSum{}, err
	}
	defer f.Close()
	summed := size
	if strings.HasSuffix(path, segmentSuffix) {
		summed -= sumBytes
	}
	sum := crc32.NewIEEE()
	if _, err := io.CopyBuffer(sum, io.NewSectionReader(f, 0, summed), make([]byte, 1<<18)); err != nil {
		return fileSum{}, fmt.Errorf("check index file: %w", err)
	}
	if summed != size {
		if own, err := endSum(f, size); err != nil {
			return fileSum{}, err
		} else if own != sum.Sum32() {
			return fileSum{}, fmt.Errorf("%w: checksum of %s is wrong", errDamaged, filepath.Base(path))
		}
	}
	return fileSum{filepath.Base(path), size, sum.Sum32()}, nil
}

// endSum reads the checksum at the end of a segment.
func endSum(f io.ReaderAt, size int64) (uint32, error) {
	var sum [sumBytes]byte
	if size < sumBytes {
		return 0, fmt.Errorf("%w: a segment is cut off", errDamaged)
	}
	if _, err := f.ReadAt(sum[:], size-sumBytes); err != nil {
		return 0, fmt.Errorf("check index file: %w", err)
	}
	return binary.BigEndian.Uint32(sum[:]), nil
}

// openFile opens a file of a generation. One that is not there is damage; one
// that cannot be opened, as when there are too many files open, is not.
func openFile(path string) (*os.File, int64, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, 0, fmt.Errorf("%w: %s is gone", errDamaged, filepath.Base(path))
	}
	if err != nil {
		return nil, 0, fmt.Errorf("check index file: %w", err)
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, 0, fmt.Errorf("check index file: %w", err)
	}
	return f, info.Size(), nil
}
